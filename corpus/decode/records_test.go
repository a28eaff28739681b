package decode

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSON(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Page
	}{
		{"object", "{\n\"title\": \"a\",\n\"text\": \"b\"\n}", []Page{{Text: "b", Meta: Meta{Title: "a"}}}},
		{"names people use", `{"Headline":"a","main_text":"","maintext":"b","date_publish":"2020-01-01","lang":"de","source_domain":"x.example","link":"http://x","authors":["c","d"],"id":7}`,
			[]Page{{Record: 1, Text: "b", Meta: Meta{ID: "7", Title: "a", Language: "de", Outlet: "x.example", URL: "http://x", Published: "2020-01-01", Authors: []string{"c", "d"}}}}},
		{"objects for values", `{"title":{"rendered":"a &amp; b"},"content":{"rendered":"<p>c</p><p>d</p>"},"source":{"id":null,"name":"e"},"author":{"name":"f"},"date":{"$date":"2020-01-01"}}`,
			[]Page{{Record: 1, Text: "c\n\nd", Meta: Meta{Title: "a & b", Outlet: "e", Authors: []string{"f"}, Published: "2020-01-01"}}}},
		{"unix times", `{"text":"a","date":1499672400,"modified":1499672400123}`, []Page{{Record: 1, Text: "a", Meta: Meta{Published: "2017-07-10T07:40:00Z", Modified: "2017-07-10T07:40:00Z"}}}},
		{"a compact date is no unix time", `{"text":"a","date":20170710}`, []Page{{Record: 1, Text: "a", Meta: Meta{Published: "20170710"}}}},
		{"huge numbers", `{"text":"a","date":1e400,"id":123456789012345678901234567890}`, []Page{{Record: 1, Text: "a", Meta: Meta{ID: "123456789012345678901234567890", Published: "1e400"}}}},
		{"duplicate keys", `{"text":"a","text":"b"}`, []Page{{Record: 1, Text: "b"}}},
		{"nested", `{"status":"ok","meta":{"title":"API"},"articles":[{"title":"a","text":"b"},{"title":"c","text":"d"}]}`,
			[]Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}, {Record: 1, Text: "d", Meta: Meta{Title: "c"}}}},
		{"deeper", `{"hits":{"hits":[{"_source":{"title":"a","body":"b"}}]}}`, []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}}},
		{"comments beside articles", `{"articles":[{"title":"a","text":"b"}],"comments":[{"text":"c"}]}`, []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}}},
		{"wrapped", `{"article":{"title":"a","body":["b","c"]}}`, []Page{{Record: 1, Text: "b\n\nc", Meta: Meta{Title: "a"}}}},
		{"title and date alone", `{"title":"a","date":"2020-01-01"}`, []Page{{Record: 1, Meta: Meta{Title: "a", Published: "2020-01-01"}}}},
		{"array", `[{"title":"a","text":"b"}, {"title":"c","text":"d"}]`, []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}, {Record: 2, Text: "d", Meta: Meta{Title: "c"}}}},
		{"lines", "\n{\"text\":\"a\"}\n\n{\"text\":\"b\"}", []Page{{Record: 1, Text: "a"}, {Record: 3, Text: "b"}}},
		{"objects over lines, one after another", "{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}", []Page{{Record: 1, Text: "a"}, {Record: 2, Text: "b"}}},
		{"feed", `{"version":"https://jsonfeed.org/version/1.1","title":"f","items":[{"id":"1","content_html":"<p>a</p>","date_published":"2020-01-01"}]}`,
			[]Page{{Record: 1, Text: "a", Meta: Meta{ID: "1", Outlet: "f", Published: "2020-01-01"}}}},
		{"printed list of authors", `{"text":"a","authors":"['b c', \"d\"]"}`, []Page{{Record: 1, Text: "a", Meta: Meta{Authors: []string{"b c", "d"}}}}},
		{"a link's ampersand is no reference", `{"text":"a","url":"http://x/?a=1&copy=2"}`, []Page{{Record: 1, Text: "a", Meta: Meta{URL: "http://x/?a=1&copy=2"}}}},
		{"broken text is still read", "{\"text\":\"a\xff\xfeb\"}", []Page{{Record: 1, Text: "a\ufffdb"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, skips := readAll(t, tt.in, Options{})
			for i := range tt.want {
				tt.want[i].Source, tt.want[i].Format = "-", "json"
			}
			if diff := cmp.Diff(tt.want, pages); diff != "" || len(skips) > 0 {
				t.Error(diff, skips)
			}
		})
	}
}

func TestBadJSON(t *testing.T) {
	tests := []struct {
		name, in string
		pages    int
		kind     error
		parts    []string
	}{
		{"broken line", "{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"b\"}\n", 2, ErrDamaged, []string{"line 2"}},
		{"first line broken", "{\"text\":\n{\"text\":\"b\"}\n", 1, ErrDamaged, []string{"line 1"}},
		{"broken off", `[{"text":"a"},{"text":`, 1, ErrDamaged, []string{"byte"}},
		{"never closed", `[{"text":"a"}`, 1, ErrDamaged, []string{"byte"}},
		{"deep", strings.Repeat("[", 20_000), 0, ErrDamaged, []string{"depth"}},
		{"deep object", strings.Repeat(`{"a":`, 20_000), 0, ErrDamaged, []string{"depth"}},
		{"no article", `{"price":1,"name":"x"}`, 0, ErrNoArticle, []string{"name, price", "--field text=NAME"}},
		{"empty array", `[]`, 0, ErrNoArticle, []string{"empty"}},
		{"empty object", `{}`, 0, ErrNoArticle, []string{"no members"}},
		{"one record of several", `[{"text":"a"},{"foo":1},{"text":"b"}]`, 2, ErrNoArticle, []string{"record 2", "foo"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, skips := readAll(t, tt.in, Options{})
			if len(pages) != tt.pages {
				t.Errorf("%d pages, want %d", len(pages), tt.pages)
			}
			wantSkip(t, skips, tt.kind, tt.parts...)
		})
	}
}

func TestFieldsOfTheUser(t *testing.T) {
	pages, skips := readAll(t, `{"kopf":"a","artikel":{"inhalt":"b"},"text":"not this"}`, Options{Fields: map[string]string{"title": "kopf", "text": "artikel.inhalt"}})
	if len(pages) != 1 || pages[0].Text != "b" || pages[0].Meta.Title != "a" {
		t.Error(pages, skips)
	}
	pages, skips = readAll(t, "Nr,Kopf Zeile,Inhalt\n1,a,b\n", Options{Fields: map[string]string{"title": "Kopf Zeile", "text": "Inhalt"}})
	if len(pages) != 1 || pages[0].Text != "b" || pages[0].Meta.Title != "a" {
		t.Error(pages, skips)
	}
}

func TestTable(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Page
	}{
		{"quotes and line breaks", "id,title,text\r\n1,\"a, b\",\"c \"\"d\"\"\r\ne\"\r\n", []Page{{Record: 1, Text: "c \"d\"\ne", Meta: Meta{ID: "1", Title: "a, b"}}}},
		{"tabs", "headline\tbody\tlanguage\na\tb\ten\n", []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a", Language: "en"}}}},
		{"semicolons and commas", "title;text;date\na, b;c, d, e;2020-01-01\n", []Page{{Record: 1, Text: "c, d, e", Meta: Meta{Title: "a, b", Published: "2020-01-01"}}}},
		{"rows too short and too long", "title,text,x\na,b\nc,d,e,f\ng,h,i\nj,k,l\n", []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}, {Record: 2, Text: "d", Meta: Meta{Title: "c"}},
			{Record: 3, Text: "h", Meta: Meta{Title: "g"}}, {Record: 4, Text: "k", Meta: Meta{Title: "j"}}}},
		{"index column", ",title,text\n0,a,b\n1,c,d\n", []Page{{Record: 1, Text: "b", Meta: Meta{Title: "a"}}, {Record: 2, Text: "d", Meta: Meta{Title: "c"}}}},
		{"old charset", "title,text\n\xdcbung,m\xfcde Gr\xfc\xdfe aus K\xf6ln\n", []Page{{Record: 1, Text: "müde Grüße aus Köln", Meta: Meta{Title: "Übung"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, skips := readAll(t, tt.in, Options{})
			for i := range tt.want {
				tt.want[i].Source, tt.want[i].Format = "-", "csv"
			}
			if diff := cmp.Diff(tt.want, pages); diff != "" || len(skips) > 0 {
				t.Error(diff, skips)
			}
		})
	}
}

func TestBadTable(t *testing.T) {
	_, skips := readAll(t, "eins;zwei;drei\n1;2;3\n4;5;6\n7;8;9\n", Options{})
	wantSkip(t, skips, ErrNoArticle, "line 1", "drei, eins, zwei", "--field text=COLUMN")
	pages, skips := readAll(t, "title,text\na,b\n,\nc,d\n", Options{})
	wantSkip(t, skips, ErrNoArticle, "line 3")
	if len(pages) != 2 {
		t.Error(pages)
	}
}

func TestNotATable(t *testing.T) {
	for _, s := range []string{
		"Date, place and weather of the talks\nThe talks, held in Rome, ended early.\n",
		"Text, that goes on\n",
		"Politics, Business, Sport\nThe minister resigned. He said, on Monday, that he was tired.\nNo, really.\n",
		"Title: A report, of sorts\nText: it goes on, and on\n",
	} {
		if _, ok := tableShape([]byte(s), newNames(nil)); ok {
			t.Errorf("%q is prose", s)
		}
	}
}
