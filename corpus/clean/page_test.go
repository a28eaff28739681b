package clean_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/corpus/clean"
	"parallax/corpus/decode"
	"parallax/corpus/detect"
	"parallax/model"
	"parallax/model/safe"
)

// article is what a test page holds, or what was found in it.
type article struct {
	Title      string
	Paragraphs []string
	Outlet     string
	Date       string
}

// sample is a page with what it holds.
type sample struct {
	header   map[string]string
	page     string
	articles []article
}

func readSample(t *testing.T, name string) sample {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, body, ok := strings.Cut(string(data), "---\n")
	if !ok {
		t.Fatalf("%s: no ---", name)
	}
	s := sample{header: map[string]string{}}
	for l := range strings.Lines(head) {
		key, value, _ := strings.Cut(l, ":")
		s.header[key] = strings.TrimSpace(value)
	}
	var page strings.Builder
	for l := range strings.SplitSeq(strings.TrimSuffix(body, "\n"), "\n") {
		tag, text := "", ""
		if len(l) >= 3 {
			tag, text = l[:3], l[3:]
		}
		page.WriteString(text + "\n")
		s.line(strings.TrimSpace(tag), text)
	}
	s.page = page.String()
	return s
}

func (s *sample) line(tag, text string) {
	n := len(s.articles) - 1
	switch tag {
	case "T:":
		date := s.header["date"]
		if n >= 0 && s.header["date2"] != "" {
			date = s.header["date2"]
		}
		s.articles = append(s.articles, article{Title: safe.Field(text), Outlet: s.header["outlet"], Date: date})
	case "P:":
		s.articles[n].Paragraphs = append(s.articles[n].Paragraphs, text)
	case "+:":
		s.articles[n].Paragraphs[len(s.articles[n].Paragraphs)-1] += " " + text
	}
}

func TestPages(t *testing.T) {
	names, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no pages", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			s := readSample(t, name)
			var got []article
			today := model.Date{Year: 2026, Month: 1, Day: 1}
			for _, d := range clean.Page(decode.Page{Text: s.page, Raw: true}, nil) {
				outlet, agencies := detect.Outlet(d.Clues)
				date, basis, saved := detect.Date(d.Clues, s.header["language"], today)
				got = append(got, article{d.Title, d.Paragraphs, outlet, date.String()})
				if (basis == "") != date.IsZero() {
					t.Errorf("date %q has basis %q", date, basis)
				}
				check(t, "authors", strings.Join(d.Authors, ", "), s.header["authors"])
				check(t, "agencies", strings.Join(agencies, ", "), s.header["agencies"])
				if want, ok := s.header["saved"]; ok {
					check(t, "saved", saved.String(), want)
				}
			}
			if diff := cmp.Diff(s.articles, got); diff != "" {
				t.Errorf("articles differ (-want +got):\n%s", diff)
			}
		})
	}
}

func check(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}
