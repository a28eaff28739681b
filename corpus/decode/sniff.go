package decode

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// format is a kind of file, told by its content.
type format string

// The kinds that are read, and fmtBinary for the others.
const (
	fmtText    format = "text"
	fmtHTML    format = "html"
	fmtJSON    format = "json"
	fmtTable   format = "csv"
	fmtFeed    format = "feed"
	fmtWARC    format = "warc"
	fmtMail    format = "mail"
	fmtMbox    format = "mbox"
	fmtGzip    format = "gzip"
	fmtZstd    format = "zstd"
	fmtBzip2   format = "bzip2"
	fmtZip     format = "zip"
	fmtTar     format = "tar"
	fmtSitemap format = "sitemap"
	fmtBinary  format = "binary"
)

var byteOrderMark = []byte("\xEF\xBB\xBF")

// reader is what reads a format.
func (w *walk) reader(f format) func(*input) {
	switch f {
	case fmtHTML:
		return w.html
	case fmtJSON:
		return w.json
	case fmtTable:
		return w.table
	case fmtFeed:
		return w.feed
	case fmtWARC:
		return w.warc
	case fmtMail:
		return w.mail
	case fmtMbox:
		return w.mbox
	case fmtGzip:
		return w.gzip
	case fmtZstd:
		return w.zstd
	case fmtBzip2:
		return w.bzip2
	case fmtZip:
		return w.zip
	case fmtTar:
		return w.tar
	case fmtSitemap:
		return w.sitemap
	case fmtBinary:
		return w.binary
	}
	return w.text
}

// tell says what a file is by its first bytes.
func tell(head []byte, n names) format {
	if f := packing(head); f != "" {
		return f
	}
	if kindOfBinary(head) != "" {
		return fmtBinary
	}
	head = utf8Head(head)
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(head, "\r\n"), []byte(warcMark)):
		return fmtWARC
	case looksMbox(head):
		return fmtMbox
	case looksMail(head):
		return fmtMail
	case looksJSON(head):
		return fmtJSON
	}
	switch root := rootElement(head); {
	case root == "rss" || root == "feed" || root == "rdf":
		return fmtFeed
	case root == "urlset" || root == "sitemapindex":
		return fmtSitemap
	case pageTags[root] || root != "" && bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml")):
		return fmtHTML
	}
	if _, ok := tableShape(head, n); ok {
		return fmtTable
	}
	if looksHTML(head) {
		return fmtHTML
	}
	return fmtText
}

// packing tells archives and packed files.
func packing(head []byte) format {
	switch {
	case bytes.HasPrefix(head, []byte("\x1F\x8B\x08")):
		return fmtGzip
	case bytes.HasPrefix(head, []byte("\x28\xB5\x2F\xFD")):
		return fmtZstd
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 10 && (string(head[4:10]) == "1AY&SY" || string(head[4:10]) == "\x17\x72\x45\x38\x50\x90"):
		return fmtBzip2
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return fmtZip
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return fmtTar
	}
	return ""
}

// looksJSON tells an object or array from prose that opens with a bracket.
func looksJSON(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 {
		return false
	}
	next := bytes.TrimLeft(head[1:], " \t\r\n")
	switch {
	case len(next) == 0:
		return false
	case head[0] == '{':
		return next[0] == '"' || next[0] == '}'
	case head[0] == '[':
		return bytes.IndexByte([]byte(`{["]`), next[0]) >= 0
	}
	return false
}

// pageTags open a page or a piece of one.
var pageTags = set("html", "head", "body", "meta", "title", "article", "section", "main", "header", "div", "p", "h1", "h2", "h3",
	"span", "table", "ul", "ol", "br", "a", "b", "i", "strong", "em", "script", "style", "link", "img", "figure", "blockquote", "center", "font")

// looksHTML tells a page that begins with something else.
func looksHTML(head []byte) bool {
	const closings = 3 // paragraphs and divisions that make a page
	head = bytes.ToLower(head)
	for _, mark := range []string{"<!doctype html", "<html", "<body"} {
		if bytes.Contains(head, []byte(mark)) {
			return true
		}
	}
	return bytes.Count(head, []byte("</p>"))+bytes.Count(head, []byte("</div>")) >= closings
}

// magic is how files that hold no text begin.
var magic = []struct{ prefix, kind string }{
	{"%PDF-", "a PDF: convert it with pdftotext"},
	{"\x89PNG", "a picture"}, {"\xFF\xD8\xFF", "a picture"}, {"GIF8", "a picture"}, {"BM\x00", "a picture"},
	{"\xFD7zXZ", "an xz archive: unpack it with xz"}, {"7z\xBC\xAF\x27\x1C", "a 7z archive: unpack it first"},
	{"Rar!\x1A", "a RAR archive: unpack it first"}, {"PAR1", "a Parquet file: convert it to JSONL"},
	{"SQLite format 3\x00", "an SQLite database: export it to JSONL"}, {"\x7FELF", "a program"}, {"MZ\x90", "a program"},
	{"\xD0\xCF\x11\xE0", "an old Office document: save it as text"}, {"{\\rtf", "an RTF document: save it as text"},
	{"ID3", "sound"}, {"OggS", "sound"}, {"RIFF", "sound or a picture"}, {"wOF", "a font"},
}

// kindOfBinary names what holds no text; "" is text, as far as the head shows.
func kindOfBinary(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.kind
		}
	}
	if symbols(head)*25 > len(head) && len(head) > 200 && !looksJSON(head) && bytes.IndexByte(head, '<') < 0 {
		return "code or a style sheet"
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\r\f\v\x1b"), rune(c)) || c == 0x7F {
			odd++
		}
	}
	if odd > len(head)/20 && (bytes.IndexByte(head, 0) >= 0 || !utf8.Valid(head) || odd > len(head)/4) {
		return "binary data"
	}
	return ""
}

func (w *walk) binary(in *input) {
	head, _ := in.r.Peek(headSize)
	w.skip(in.source, "", fmt.Errorf("%w but %s", ErrBinary, kindOfBinary(head)))
}

func (w *walk) sitemap(in *input) {
	w.skip(in.source, "", fmt.Errorf("%w: it is a site map; name the pages it lists", ErrNoArticle))
}

// symbols counts the signs that code is full of and prose is not.
func symbols(head []byte) int {
	n := 0
	for _, c := range head {
		switch c {
		case '{', '}', ';', '=':
			n++
		}
	}
	return n
}
