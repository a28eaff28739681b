package decode

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"parallax/model/safe"
)

// fuzz drives one reader and checks what holds of every page and skip.
func fuzz(f *testing.F, kind format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		w := &walk{ctx: ctx, opts: Options{MaxFile: 1 << 20}.withDefaults(), folders: map[string]bool{}}
		w.names = newNames(map[string]string{"text": "a.b"})
		w.yield = func(p Page) bool {
			checkPage(t, p)
			return true
		}
		if len(data) == 0 || kind == fmtJSON && !looksJSON(data) {
			return
		}
		in := &input{source: "x", r: bufio.NewReaderSize(strings.NewReader(string(data)), headSize), budget: &budget{ratio: 250, in: int64(len(data))}}
		if kind == "" { // told by its content
			w.read(in)
		} else {
			w.reader(kind)(in)
		}
		for i := range w.skips {
			if s := w.skips[i].Error(); !safe.Clean(s) || strings.Contains(s, "\n") || len(s) > 2000 {
				t.Errorf("a reason that is not one harmless line: %q", s)
			}
		}
	})
}

func checkPage(t *testing.T, p Page) {
	t.Helper()
	fields := append([]string{p.Format, p.Meta.ID, p.Meta.Title, p.Meta.Language, p.Meta.Outlet, p.Meta.URL, p.Meta.Published, p.Meta.Modified}, p.Meta.Authors...)
	for _, s := range fields {
		if safe.Field(s) != s {
			t.Errorf("a field that is not harmless: %q", s)
		}
	}
	if !safe.Clean(p.Source) || strings.Contains(p.Source, "\n") { // names may begin and end with a blank
		t.Errorf("a source that is not harmless: %q", p.Source)
	}
	if !utf8.ValidString(p.Text) || !safe.Clean(p.Text) {
		t.Errorf("a text that is not harmless: %q", p.Text)
	}
	if strings.TrimSpace(p.Text) == "" && p.Meta.Title == "" {
		t.Error("a page without anything")
	}
}

func FuzzText(f *testing.F) {
	fuzz(f, fmtText, "Some text.\r\n\x1b[31m", "\xff\xfea\x00", "Gr\xfc\xdfe")
}

func FuzzHTML(f *testing.F) {
	files, err := filepath.Glob("testdata/html/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	fuzz(f, fmtHTML, `<script type="application/ld+json">{"@type":"Article","author":{"@id":"a"},"@id":"a"}</script><p>x`, "<table><a><table><a>")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, fmtJSON, `{"title":"a","text":["b",{"text":"c"}]}`, `[{"text":"a"},{"date":1e400,"id":{}}]`, "{\n\"a\":{\"b\":1}}", `{"articles":[{"text":"<p>x"}]}`)
}

func FuzzJSONL(f *testing.F) {
	fuzz(f, fmtJSON, "{\"text\":\"a\"}\n{\"text\":\n{\"a\":{\"b\":\"c\"}}\n", "{\n{}\n")
}

func FuzzTable(f *testing.F) {
	fuzz(f, fmtTable, "title,text\na,\"b\nc\"\n", "a\tb.c\n\"x\ty\n", "text;text\n;1\n")
}

func FuzzFeed(f *testing.F) {
	fuzz(f, fmtFeed, rss+"</channel></rss>", rss, `<feed><entry><title type="xhtml"><div>x</div></title></entry></feed>`, `<rdf:RDF><item>`)
}

func FuzzWARC(f *testing.F) {
	fuzz(f, fmtWARC, warcOf("response", "http://x", "application/http", http("Transfer-Encoding: chunked\r\n", "5\r\n<p>x."), 3), warcOf("conversion", "http://x", "text/plain", "Text.", -2), "WARC/1.0\r\nContent-Length: -5\r\n\r\n")
}

func FuzzMail(f *testing.F) {
	fuzz(f, fmtMail, letterMail+"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText.\r\n--b--", letterMail+"Content-Transfer-Encoding: base64\r\n\r\n====", "Subject: =?x?q?=?=\r\n\r\nText.")
}

func FuzzMbox(f *testing.F) {
	fuzz(f, fmtMbox, "From a@b Mon Jul 10 15:13:00 2017\nSubject: x\n\nText.\n\nFrom a@b Mon Jul 10 15:13:00 2017\n")
}

func FuzzZip(f *testing.F) {
	fuzz(f, fmtZip, zipped(f, member{"a.txt", "Text."}), zipped(f, member{"../a.html", "<p>x."}, member{"b.zip", "PK\x05\x06"}), zipped(f, member{"a", "x"})[:40])
}

func FuzzTar(f *testing.F) {
	fuzz(f, fmtTar, tarred(f, member{"a.txt", "Text."}), tarred(f, member{"/../a.gz", packed(f, "Text.")}))
}

func FuzzGzip(f *testing.F) {
	fuzz(f, fmtGzip, packed(f, "Text."), packed(f, packed(f, `{"text":"a"}`)), packed(f, "x")[:12])
}

// bzipped is "Storm\n\nThe storm reached the coast.\n", packed.
const bzipped = "\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\xb2\xb5\x32\x1e\x00\x00\x04\x53\x80\x00\x10\x40\x01\x0c\x00\x2e\x42\x9c\x00\x20\x00\x31\x4c\x00\x00\xd4\xcd\x21\x89\x89\x25\x60\xa4\x63\x03\x52\xe6\x85\xa7\x6a\xd8\x21\x1c\x70\xeb\x89\x8b\xf1\x77\x24\x53\x85\x09\x0b\x2b\x53\x21\xe0"

func FuzzBzip2(f *testing.F) { fuzz(f, fmtBzip2, bzipped, bzipped[:20]) }

func FuzzZstd(f *testing.F) {
	e, err := zstd.NewWriter(nil)
	if err != nil {
		f.Fatal(err)
	}
	fuzz(f, fmtZstd, string(e.EncodeAll([]byte("Text."), nil)), string(e.EncodeAll([]byte(strings.Repeat(`{"text":"a"}`, 100)), nil)))
}

// FuzzAny reads files whose kind is told by their content.
func FuzzAny(f *testing.F) {
	fuzz(f, "", "Text.", "\xff\xfeT\x00e\x00", "\xef\xbb\xbf{\"text\":\"a\"}", "<html><p>x", "title,text\na,b\n", rss, letterMail+"\r\nText.", bzipped,
		"From a@b Mon Jul 10 15:13:00 2017\nSubject: x\n\nText.\n", warcOf("conversion", "http://x", "text/plain", "Text.", 0),
		zipped(f, member{"a.txt", "Text."}), tarred(f, member{"a.txt", "Text."}), packed(f, "Text."), "%PDF-1.4", "<?xml version=\"1.0\"?><urlset>")
}
