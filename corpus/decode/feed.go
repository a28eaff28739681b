package decode

import (
	"bytes"
	"fmt"
	"net/mail"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/mmcdole/gofeed"
)

// rootElement is the name of the first element of XML or HTML, in lower case
// and without a prefix; "" where the head is neither.
func rootElement(head []byte) string {
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!")):
			end = ">"
		case bytes.HasPrefix(head, []byte("<")):
			name := head[1:]
			if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
				name = name[:i]
			}
			if i := bytes.IndexByte(name, ':'); i >= 0 {
				name = name[i+1:]
			}
			return strings.ToLower(string(name[:min(len(name), maxName)]))
		default:
			return ""
		}
		_, rest, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return ""
		}
		head = rest
	}
}

var encodingDeclaration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']`)
})

// feed reads RSS, RDF and Atom.
func (w *walk) feed(in *input) {
	data, ok := w.whole(in)
	if !ok {
		return
	}
	text := encodingDeclaration().ReplaceAllString(toUTF8(data, declaredCharset(data), in.utf8), "$1")
	f, err := parseFeed(text)
	if err != nil {
		w.skip(in.source, "", damaged(err))
		if f, err = parseFeed(closed(text)); err != nil {
			return
		}
	}
	if len(f.Items) == 0 {
		w.skip(in.source, "", fmt.Errorf("%w: the feed has no items", ErrNoArticle))
	}
	for i, item := range f.Items {
		if w.done() {
			return
		}
		p := feedPage(f, item)
		p.Record = i + 1
		if strings.TrimSpace(p.Text) == "" && p.Meta.Title == "" {
			w.skip(in.source, fmt.Sprintf("item %d", i+1), fmt.Errorf("%w: neither a title nor a text", ErrNoArticle))
			continue
		}
		w.page(in, p)
	}
}

func parseFeed(text string) (f *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the feed cannot be parsed: %v", r)
		}
	}()
	return gofeed.NewParser().ParseString(text)
}

// closed ends a feed that breaks off after its last whole item.
func closed(text string) string {
	for _, end := range []struct{ item, rest string }{{"</item>", "</channel></rss>"}, {"</entry>", "</feed>"}} {
		if i := strings.LastIndex(text, end.item); i >= 0 {
			if strings.Contains(text[:min(len(text), headSize)], "<rdf:RDF") {
				end.rest = "</rdf:RDF>"
			}
			return text[:i+len(end.item)] + end.rest
		}
	}
	return text
}

func feedPage(f *gofeed.Feed, item *gofeed.Item) Page {
	p := Page{Format: string(fmtFeed), Text: plainText(firstOf(item.Content, item.Description)), Meta: Meta{
		ID: item.GUID, Title: unescape(oneLine(item.Title)), Language: f.Language, Outlet: unescape(f.Title), URL: item.Link,
		Published: stamp(item.Published), Modified: stamp(item.Updated),
	}}
	if p.Meta.Published == "" && item.DublinCoreExt != nil && len(item.DublinCoreExt.Date) > 0 {
		p.Meta.Published = item.DublinCoreExt.Date[0]
	}
	for _, a := range item.Authors {
		p.Meta.Authors = append(p.Meta.Authors, firstOf(a.Name, a.Email))
	}
	return p
}

// stamp writes a date as mail and RSS write it in ISO 8601; any other date comes
// back as written. A zone that is only named is left out.
func stamp(s string) string {
	s = strings.TrimSpace(s)
	t, err := mail.ParseDate(s)
	if err != nil {
		return s
	}
	if name, offset := t.Zone(); offset == 0 && name != "" && name != "UTC" && name != "GMT" && name != "UT" && name != "Z" {
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339)
}
