package sample

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"
	"testing"
	"unicode"
)

// entry is one line of the sample.
type entry struct {
	ID, Title, Text, Date, Language, Outlet, URL string
}

// closing holds, for each language of the invented articles, a word of the
// paragraph that tells the reader that they are invented.
var closing = map[string]string{
	"ar": "الخيال", "de": "erfunden", "en": "invented", "es": "inventada", "fr": "inventé", "hi": "काल्पनिक", "id": "rekaan",
	"ja": "架空", "pl": "zmyślona", "pt": "inventada", "ru": "вымышлено", "tr": "kurmaca", "vi": "hư cấu", "zh": "虚构",
}

func entries(t *testing.T) []entry {
	t.Helper()
	var all []entry
	d := json.NewDecoder(Open())
	d.DisallowUnknownFields()
	for {
		var e entry
		err := d.Decode(&e)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("entry %d: %v", len(all)+1, err)
		}
		all = append(all, e)
	}
}

func TestEntriesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	all := entries(t)
	for _, e := range all {
		if e.ID == "" || seen[e.ID] {
			t.Errorf("id %q is empty or stands twice", e.ID)
		}
		seen[e.ID] = true
		if e.Title == "" || e.Text == "" || e.Date == "" || e.Language == "" || e.Outlet == "" {
			t.Errorf("%s: title, text, date, language and outlet must all be given", e.ID)
		}
	}
	if lines := strings.Count(articles, "\n"); lines != len(all) {
		t.Errorf("%d lines hold %d articles, want one a line", lines, len(all))
	}
}

// An article is either a digest, which has no address, or invented, and then
// its last paragraph says so and its address cannot exist.
func TestInventedArticlesSaySo(t *testing.T) {
	for _, e := range entries(t) {
		if strings.HasSuffix(e.Outlet, "(digest)") {
			if e.URL != "" {
				t.Errorf("%s: a digest has the address %s", e.ID, e.URL)
			}
			continue
		}
		last := e.Text[strings.LastIndex(e.Text, "\n\n")+1:]
		word := closing[e.Language]
		if word == "" || !strings.Contains(last, word) || !strings.Contains(last, "parallax") {
			t.Errorf("%s: the last paragraph does not say in %q that the article is invented: %q", e.ID, e.Language, last)
		}
		if u, err := url.Parse(e.URL); err != nil || !strings.HasSuffix(u.Hostname(), ".example") {
			t.Errorf("%s: address %q is not in .example", e.ID, e.URL)
		}
	}
}

func TestOneEventInManyLanguagesAndScripts(t *testing.T) {
	languages, scripts := map[string]bool{}, map[string]bool{}
	for _, e := range entries(t) {
		if e.ID != "galthorn-"+e.Language {
			continue
		}
		languages[e.Language] = true
		scripts[script(e.Title)] = true
	}
	if len(languages) != 8 || len(scripts) < 4 {
		t.Errorf("the event is told in %d languages and %d scripts, want 8 and at least 4: %v", len(languages), len(scripts), scripts)
	}
}

// script names the script of the first letter of s.
func script(s string) string {
	for _, r := range s {
		for name, table := range unicode.Scripts {
			if unicode.IsLetter(r) && unicode.Is(table, r) {
				return name
			}
		}
	}
	return ""
}
