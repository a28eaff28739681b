package decode

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Post</title><language>de</language>
<item><title>A &amp;amp; B</title><link>http://x/1</link><guid>g1</guid><dc:creator>Me</dc:creator><pubDate>Mon, 10 Jul 2017 12:01:00 +0300</pubDate><description>short</description><content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded></item>
<item><title>C</title><link>http://x/2</link><description>Drei &lt;b&gt;vier&lt;/b&gt;.</description><pubDate>Mon, 10 Jul 2017 12:01:00 EST</pubDate></item>`

func TestFeed(t *testing.T) {
	want := []Page{
		{Source: "-", Record: 1, Format: "feed", Text: "One.\n\nTwo.", Meta: Meta{ID: "g1", Title: "A & B", Language: "de", Outlet: "Post", URL: "http://x/1", Published: "2017-07-10T12:01:00+03:00", Authors: []string{"Me"}}},
		{Source: "-", Record: 2, Format: "feed", Text: "Drei vier.", Meta: Meta{Title: "C", Language: "de", Outlet: "Post", URL: "http://x/2", Published: "2017-07-10T12:01:00"}},
	}
	pages, skips := readAll(t, rss+"</channel></rss>", Options{})
	if diff := cmp.Diff(want, pages); diff != "" || len(skips) > 0 {
		t.Error(diff, skips)
	}
	pages, skips = readAll(t, rss+"<item><title>brok", Options{})
	if diff := cmp.Diff(want, pages); diff != "" {
		t.Error("broken off:", diff)
	}
	wantSkip(t, skips, ErrDamaged)
}

func TestAtom(t *testing.T) {
	pages, skips := readAll(t, `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>E</title><id>u:1</id><published>2020-01-01T00:00:00Z</published><updated>2020-01-02T00:00:00Z</updated><author><name>Me</name></author><content type="html">&lt;p&gt;Hi.&lt;/p&gt;</content></entry></feed>`, Options{})
	want := []Page{{Source: "-", Record: 1, Format: "feed", Text: "Hi.", Meta: Meta{ID: "u:1", Title: "E", Outlet: "F", Published: "2020-01-01T00:00:00Z", Modified: "2020-01-02T00:00:00Z", Authors: []string{"Me"}}}}
	if diff := cmp.Diff(want, pages); diff != "" || len(skips) > 0 {
		t.Error(diff, skips)
	}
}

func TestFeedWithoutItems(t *testing.T) {
	_, skips := readAll(t, `<rss version="2.0"><channel><title>x</title></channel></rss>`, Options{})
	wantSkip(t, skips, ErrNoArticle, "no items")
	_, skips = readAll(t, `<?xml version="1.0"?><urlset><url><loc>http://x</loc></url></urlset>`, Options{})
	wantSkip(t, skips, ErrNoArticle, "site map")
}

// onePage is a page whose text is its name in sentences.
func onePage(name string) string {
	return "<html><body><article>" + strings.Repeat("<p>The report of "+name+" goes on for a good while, and then it ends.</p>", 6) + "</article></body></html>"
}

func warcOf(kind, uri, content, body string, wrong int) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, content, len(body)+wrong, body)
}

func http(headers, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body
}

func TestWARC(t *testing.T) {
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(onePage("chunks")), onePage("chunks"))
	records := []string{
		warcOf("warcinfo", "", "application/warc-fields", "software: x\r\n", 0),
		warcOf("response", "http://a/1", "application/http; msgtype=response", http("", onePage("one")), 0),
		warcOf("response", "http://a/2", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+onePage("error"), 0),
		warcOf("response", "http://a/3", "application/http", http("Transfer-Encoding: chunked\r\n", chunked), 0),
		warcOf("response", "http://a/4", "application/http", http("Transfer-Encoding: chunked\r\n", onePage("joined chunks")), 0),
		warcOf("response", "http://a/5", "application/http", http("Content-Encoding: gzip\r\n", packed(t, onePage("gzip"))), 0),
		warcOf("response", "http://a/6", "application/http", http("", onePage("too short a length")), -150),
		warcOf("response", "http://a/7", "application/http", http("", onePage("too long a length")), 250),
		warcOf("response", "http://a/8", "application/http", strings.Replace(http("", "\x89PNG"), "text/html", "image/png", 1), 0),
		warcOf("conversion", "http://a/9", "text/plain", "Title\nText of a conversion.", 0),
		strings.Replace(warcOf("response", "http://a/10", "application/http", http("", onePage("no length")), 0), "Content-Length", "X-Length", 1),
		warcOf("response", "http://a/11", "application/http", http("", onePage("last")), 0),
	}
	want := []string{"http://a/1 2", "http://a/3 4", "http://a/4 5", "http://a/5 6", "http://a/6 7", "http://a/7 8", "http://a/9 10", "http://a/10 11", "http://a/11 12"}
	members := ""
	for _, r := range records {
		members += packed(t, r)
	}
	for name, data := range map[string]string{"plain": strings.Join(records, ""), "a member each": members} {
		pages, skips := readAll(t, data, Options{})
		var got []string
		for _, p := range pages {
			got = append(got, fmt.Sprintf("%s %d", p.Meta.URL, p.Record))
			if p.Raw != (p.Meta.URL == "http://a/9") || p.Format != "warc" || !p.Raw && strings.Count(p.Text, "goes on") != 6 {
				t.Errorf("%s: %+v", name, p)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || len(skips) > 0 {
			t.Error(name, diff, skips)
		}
	}
	pages, skips := readAll(t, members[:len(members)-40], Options{})
	if len(pages) < len(want)-1 {
		t.Errorf("broken off: %d pages", len(pages))
	}
	wantSkip(t, skips, ErrDamaged, "record 12")
}

func TestWARCWithoutPages(t *testing.T) {
	_, skips := readAll(t, warcOf("warcinfo", "", "application/warc-fields", "x", 0), Options{})
	wantSkip(t, skips, ErrNoArticle)
	pages, skips := readAll(t, warcOf("conversion", "http://a/1", "text/plain", strings.Repeat("x", 3000), 0)+warcOf("conversion", "http://a/2", "text/plain", "Text.", 0), Options{MaxFile: 1 << 10})
	wantSkip(t, skips, ErrTooLarge, "record 1", "--max-file")
	if len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
}

const letterMail = "From: =?utf-8?q?Gr=C3=BCne_Post?= <a@x.example>\r\nTo: b@x.example\r\nSubject: =?iso-8859-1?q?Gr=F6=DFe?=\r\nDate: Mon, 10 Jul 2017 12:00:00 +0200\r\nMessage-ID: <1@x.example>\r\nMIME-Version: 1.0\r\n"

func TestMail(t *testing.T) {
	meta := Meta{ID: "1@x.example", Title: "Größe", Published: "2017-07-10T12:00:00+02:00", Authors: []string{"Grüne Post"}}
	long := "The minister resigned on Monday, and nobody in the house was surprised\r\nby it, he said.\r\n"
	tests := []struct{ name, rest, want string }{
		{"plain", "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe.\r\n", "Grüße.\n"},
		{"no type", "\r\n" + long + "\r\n> quoted\r\nTwo.\r\n-- \r\nsignature\r\n", "The minister resigned on Monday, and nobody in the house was surprised by it, he said.\n\nTwo."},
		{"html", "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+T25lLjwvcD48cD5Ud28uPC9wPg==\r\n", "One.\n\nTwo."},
		{"alternatives", "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Plain <b>words</b>.</p>\r\n--b--\r\n", "Plain words."},
		{"attachment", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x\r\n\r\nnot this\r\n--b--\r\n", "Plain words."},
		{"boundary that never ends", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n", "Plain words.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, skips := readAll(t, letterMail+tt.rest, Options{})
			want := []Page{{Source: "-", Format: "mail", Text: tt.want, Meta: meta}}
			if len(pages) == 1 {
				pages[0].Text, want[0].Text = strings.TrimSpace(pages[0].Text), strings.TrimSpace(want[0].Text)
			}
			if diff := cmp.Diff(want, pages); diff != "" || len(skips) > 0 {
				t.Error(diff, skips)
			}
		})
	}
	_, skips := readAll(t, letterMail+"\r\n", Options{})
	wantSkip(t, skips, ErrNoArticle)
}

func TestMbox(t *testing.T) {
	one := "From a@b Mon Jul 10 15:13:00 2017\n" + strings.ReplaceAll(letterMail, "\r\n", "\n") + "\nOne.\n>From here on.\n\n"
	pages, skips := readAll(t, one+one+strings.Replace(one, "One.", strings.Repeat("x", 5000), 1)+one, Options{MaxFile: 2000})
	if len(pages) != 3 || pages[2].Record != 4 || pages[0].Text != "One.\nFrom here on." && pages[0].Text != "One.\nFrom here on.\n" {
		t.Errorf("%d pages: %q", len(pages), texts(pages))
	}
	wantSkip(t, skips, ErrTooLarge, "message 3")
}

func TestSavedWebPage(t *testing.T) {
	pages, skips := readAll(t, "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/1\r\nSubject: x\r\nDate: Mon, 10 Jul 2017 12:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: http://x/1\r\n\r\n"+onePage("mhtml")+"\r\n--b--\r\n", Options{})
	if len(pages) != 1 || pages[0].Meta.URL != "http://x/1" || strings.Count(pages[0].Text, "goes on") != 6 {
		t.Error(pages, skips)
	}
}

func packed(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

type member struct{ name, data string }

func zipped(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(m.data))
	}
	w.Close()
	return b.String()
}

func tarred(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m.name, Size: int64(len(m.data)), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(m.data))
	}
	w.Close()
	return b.String()
}

func TestArchives(t *testing.T) {
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	members := []member{
		{"inner.html", onePage("x")}, {"../../etc/evil.txt", "Evil text."}, {"/abs.txt", "Absolute text."}, {`back\slash.txt`, "Slashed text."},
		{"__MACOSX/._inner.html", "junk"}, {"a/.hidden", "junk"}, {"deep.zip", zipped(t, member{"deeper.txt", "Deep text."})}, {"lines.jsonl.gz", packed(t, "{\"text\":\"b\"}\n")},
	}
	below := []string{"/inner.html", "/etc/evil.txt", "/abs.txt", "/back/slash.txt", "/deep.zip/deeper.txt", "/lines.jsonl.gz"}
	for name, data := range map[string]string{
		"dump.zip": zipped(t, members...), "dump.tar": tarred(t, members...), "dump.tgz": packed(t, tarred(t, members...)), "dump.tar.zst": string(enc.EncodeAll([]byte(tarred(t, members...)), nil)),
	} {
		path := write(t, t.TempDir(), name, data)
		sources, skips := walkAll(t, path)
		var want []string
		for _, b := range below {
			want = append(want, path+b)
		}
		if diff := cmp.Diff(want, sources); diff != "" || len(skips) > 0 {
			t.Error(name, diff, skips)
		}
	}
	pages, skips := readAll(t, zipped(t, members...), Options{})
	if len(pages) != len(below) || pages[0].Source != "-/inner.html" {
		t.Error("a zip that comes as a stream:", len(pages), skips)
	}
}

func TestBadArchives(t *testing.T) {
	whole := zipped(t, member{"a.txt", "Text one."}, member{"b.txt", "Text two."})
	deep := "Deep text."
	for range DefaultMaxDepth + 1 {
		deep = packed(t, deep)
	}
	tests := []struct {
		name, data string
		pages      int
		kind       error
		part       string
	}{
		{"empty zip", zipped(t), 0, ErrEmpty, "archive"},
		{"zip broken off", whole[:len(whole)-30], 2, ErrDamaged, "zip"},
		{"gzip broken off", packed(t, strings.Repeat("Some text. ", 500))[:60], 1, ErrDamaged, "unexpected EOF"},
		{"tar broken off", tarred(t, member{"a.txt", "Text one."}, member{"b.txt", strings.Repeat("Text two. ", 500)})[:1600], 1, ErrDamaged, "EOF"},
		{"too deep", deep, 0, ErrTooLarge, "--max-depth"},
		{"office document", zipped(t, member{"[Content_Types].xml", "<x/>"}, member{"word/document.xml", "<w/>"}), 0, ErrBinary, "Office"},
		{"gzip of nothing", packed(t, ""), 0, ErrEmpty, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, skips := readAll(t, tt.data, Options{})
			if len(pages) < tt.pages {
				t.Errorf("%d pages", len(pages))
			}
			wantSkip(t, skips, tt.kind, tt.part)
		})
	}
}

func TestBombs(t *testing.T) {
	lines := packed(t, strings.Repeat(`{"foo":"`+strings.Repeat("x", 990)+`"}`+"\n", 50_000))
	_, skips := readAll(t, lines, Options{})
	wantSkip(t, skips, ErrTooLarge, "more than 250 times", "--max-ratio")
	pages, skips := readAll(t, packed(t, strings.Repeat("a", 40<<20)), Options{})
	wantSkip(t, skips, ErrTooLarge, "--max-")
	if len(pages) > 0 {
		t.Error("a page was made of a bomb")
	}
	_, skips = readAll(t, zipped(t, member{"a.gz", lines}), Options{})
	wantSkip(t, skips, ErrTooLarge, "-/a.gz", "--max-ratio")
}
