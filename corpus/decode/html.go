package decode

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"parallax/model/safe"
)

// html reads one web page.
func (w *walk) html(in *input) {
	data, ok := w.whole(in)
	if !ok {
		return
	}
	w.webPage(in, data, webPage{utf8: in.utf8})
}

// webPage is what is known of a page apart from its bytes.
type webPage struct {
	utf8    bool   // the bytes are UTF-8 whatever they declare
	charset string // declared outside the page, as by HTTP
	format  format // where it was found; "" is HTML
	record  int
	place   string // of the record in its file
	url     string
	date    string // of the capture or message, where the page has none
}

// webPage hands on the article of a page, or says why there is none.
func (w *walk) webPage(in *input, data []byte, about webPage) {
	p, err := readPage(data, about)
	if err != nil {
		w.skip(in.source, about.place, err)
		return
	}
	w.page(in, p)
}

// readPage makes a page of HTML.
func readPage(data []byte, about webPage) (Page, error) {
	declared := about.charset
	if declared == "" {
		declared = declaredCharset(data)
	}
	text := toUTF8(data, declared, about.utf8)
	p := Page{Format: string(fmtHTML), Record: about.record}
	if about.format != "" {
		p.Format = string(about.format)
	}
	doc, err := parse(text)
	if err != nil {
		p.Text, p.Raw = stripTags(text), true
	} else {
		meta, stated := readMeta(doc)
		p.Meta = meta
		p.Text = mainText(doc, stated, meta.Title, func() *html.Node {
			doc, _ := parse(text) // parsed once already
			return doc
		})
	}
	if p.Meta.URL == "" {
		p.Meta.URL = about.url
	}
	if p.Meta.Published == "" {
		p.Meta.Published = about.date
	}
	if strings.TrimSpace(p.Text) == "" {
		return p, fmt.Errorf("%w: the page has no text of its own", ErrNoArticle)
	}
	return p, nil
}

// parse builds the tree of a page, unless that is too large or too deep to be
// worth it.
func parse(text string) (*html.Node, error) {
	if len(text) > maxPage || strings.Count(text, "<") > 2*maxElements || grown(text) > 2*maxElements {
		return nil, errTooManyElements
	}
	return html.Parse(strings.NewReader(text))
}

// formatting are elements that a parser opens again in every block until they
// are closed, so that a small page may grow into a huge tree.
var formatting = set("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")

// grown is how many elements the tree of a page may have.
func grown(text string) int {
	n, open := 0, 0
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.StartTagToken:
			name, _ := z.TagName()
			n++
			if formatting[string(name)] {
				open++
			} else if blocks[string(name)] {
				n += open
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); formatting[string(name)] && open > 0 {
				open--
			}
		}
	}
}

var errTooManyElements = fmt.Errorf("page %w: more than %d elements or %s", ErrTooLarge, maxElements, size(maxPage))

// stripTags is the text between tags, a line each, for pages that do not parse.
func stripTags(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	silent := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.StartTagToken:
			if name, _ := z.TagName(); unseen[string(name)] {
				silent++
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); unseen[string(name)] && silent > 0 {
				silent--
			}
		case html.TextToken:
			if s := safe.Field(string(z.Text())); s != "" && silent == 0 {
				b.WriteString(s)
				b.WriteByte('\n')
			}
		}
	}
}

// fragmentText is the text of a piece of HTML that is all of it content, as in
// a feed or a JSON member.
func fragmentText(text string) string {
	doc, err := parse(text)
	if err != nil {
		return stripTags(text)
	}
	return render(doc)
}

// declaredCharset is the charset that the first bytes of a page or of XML name.
func declaredCharset(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), headSize)])
	for _, mark := range []string{"charset=", "encoding="} {
		for rest := head; ; {
			_, after, ok := bytes.Cut(rest, []byte(mark))
			if !ok {
				break
			}
			if name := charsetName(after); name != "" {
				return name
			}
			rest = after
		}
	}
	return ""
}

func charsetName(s []byte) string {
	s = bytes.TrimLeft(s, " \"'")
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= '0' && s[n] <= '9' || s[n] == '-' || s[n] == '_' || s[n] == ':') {
		n++
	}
	if n > 40 {
		return ""
	}
	return string(s[:n])
}
