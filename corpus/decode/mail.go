package decode

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"strings"

	"github.com/emersion/go-message"
	"golang.org/x/net/html/charset"
)

const (
	maxParts  = 500 // parts of one message
	partDepth = 8   // parts in parts
)

// mailHeaders are lines that messages, and hardly any other text, begin with.
var mailHeaders = set("return-path", "received", "from", "to", "subject", "date", "message-id", "mime-version", "content-type",
	"delivered-to", "reply-to", "sender", "list-id", "list-unsubscribe", "x-mailer", "dkim-signature", "snapshot-content-location", "content-transfer-encoding")

// looksMail tells a message by its header lines.
func looksMail(head []byte) bool {
	known, rest := 0, head
	for range 60 {
		l, after, ok := bytes.Cut(rest, []byte("\n"))
		l = bytes.TrimRight(l, "\r")
		if !ok || len(l) == 0 {
			break
		}
		name, _, isField := bytes.Cut(l, []byte(":"))
		switch {
		case l[0] == ' ' || l[0] == '\t':
		case !isField || bytes.ContainsAny(name, " \t<"):
			return false
		case mailHeaders[strings.ToLower(string(name))]:
			known++
		}
		rest = after
	}
	lower := bytes.ToLower(head[:min(len(head), 4<<10)])
	return known >= 3 || known == 2 && (bytes.Contains(lower, []byte("mime-version:")) || bytes.Contains(lower, []byte("message-id:")))
}

// looksMbox tells a mailbox by the line that opens its first message.
func looksMbox(head []byte) bool {
	first, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && envelope(first) && looksMail(rest)
}

// envelope reports a line "From someone Mon Jul 10 15:13:00 2017".
func envelope(l []byte) bool {
	return bytes.HasPrefix(l, []byte("From ")) && bytes.IndexByte(l, ':') > 0 && year().Match(l)
}

// mail reads one message.
func (w *walk) mail(in *input) {
	data, ok := w.whole(in)
	if ok {
		w.message(in, data, 0, "")
	}
}

// mbox reads messages one by one.
func (w *walk) mbox(in *input) {
	var msg []byte
	n, blank, size := 0, true, int64(0)
	flush := func() {
		if n > 0 && size <= w.opts.MaxFile {
			w.message(in, msg, n, fmt.Sprintf("message %d", n))
		} else if n > 0 {
			w.skip(in.source, fmt.Sprintf("message %d", n), tooLarge("message", w.opts.MaxFile))
		}
		msg, size = msg[:0], 0
	}
	for !w.done() {
		text, long, err := line(in.r, w.opts.MaxFile)
		if blank && envelope(text) {
			flush()
			n++
		} else if size += int64(len(text)) + 1; long {
			size = w.opts.MaxFile + 1
		} else if size <= w.opts.MaxFile {
			msg = append(append(msg, unquoted(text)...), '\n')
		}
		blank = len(text) == 0
		if err != nil {
			if !errors.Is(err, io.EOF) {
				w.broken(in.source, fmt.Sprintf("message %d", n), err)
			}
			flush()
			return
		}
	}
}

// unquoted takes one mark off ">From ", which mailboxes put on.
func unquoted(l []byte) []byte {
	if rest := bytes.TrimLeft(l, ">"); len(rest) < len(l) && bytes.HasPrefix(rest, []byte("From ")) {
		return l[1:]
	}
	return l
}

// letter is what a message holds.
type letter struct {
	plain, html []string
	page        []byte // of a saved web page
	pageCharset string
	parts       int
}

func (w *walk) message(in *input, data []byte, n int, place string) {
	e, err := message.Read(bytes.NewReader(data))
	if e == nil {
		w.skip(in.source, place, damaged(err))
		return
	}
	var l letter
	l.add(e, 0)
	if l.page != nil {
		w.webPage(in, l.page, webPage{format: fmtMail, record: n, place: place, charset: l.pageCharset, url: e.Header.Get("Snapshot-Content-Location")})
		return
	}
	p := Page{Record: n, Format: string(fmtMail), Text: l.text(), Meta: mailMeta(e.Header)}
	if strings.TrimSpace(p.Text) == "" {
		w.skip(in.source, place, fmt.Errorf("%w: the message has no text", ErrNoArticle))
		return
	}
	w.page(in, p)
}

// add gathers the texts of an entity and of the parts in it.
func (l *letter) add(e *message.Entity, depth int) {
	kind, params, _ := e.Header.ContentType()
	if disposition, _, _ := e.Header.ContentDisposition(); disposition == "attachment" || depth > partDepth {
		return
	}
	if parts := e.MultipartReader(); parts != nil {
		for l.parts < maxParts {
			part, err := parts.NextPart()
			if part == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				return
			}
			l.parts++
			l.add(part, depth+1)
		}
		return
	}
	if kind != "text/plain" && kind != "text/html" {
		return
	}
	data, _ := io.ReadAll(e.Body)
	switch {
	case kind == "text/plain":
		l.plain = append(l.plain, toUTF8(data, params["charset"], false))
	case e.Header.Get("Content-Location") != "" && l.page == nil && depth > 0:
		l.page, l.pageCharset = data, params["charset"]
	default:
		if params["charset"] == "" {
			params = map[string]string{"charset": declaredCharset(data)}
		}
		l.html = append(l.html, fragmentText(toUTF8(data, params["charset"], false)))
	}
}

// text is the plain text, unless the formatted one says much more.
func (l *letter) text() string {
	plain, formatted := strings.Join(l.plain, "\n\n"), strings.Join(l.html, "\n\n")
	if letters(formatted) > 3*letters(plain) {
		return formatted
	}
	return unwrapped(plain)
}

func mailMeta(h message.Header) Meta {
	m := Meta{ID: strings.Trim(h.Get("Message-Id"), "<> "), Title: words2047(h.Get("Subject")), Published: stamp(h.Get("Date")),
		Language: h.Get("Content-Language"), URL: strings.Trim(h.Get("Archived-At"), "<> ")}
	from := words2047(h.Get("From"))
	if a, err := mail.ParseAddress(from); err == nil {
		from = firstOf(a.Name, a.Address)
	}
	m.Authors = trimmed([]string{from})
	return m
}

// words2047 decodes the encoded words of a header.
func words2047(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, r) }}
	out, err := d.DecodeHeader(s)
	if err != nil {
		return toUTF8([]byte(s), "", false)
	}
	return toUTF8([]byte(out), "", false)
}

// unwrapped joins the lines of paragraphs that were broken to the width of a
// screen, and leaves out quoted answers and the signature.
func unwrapped(s string) string {
	const narrow, wide = 50, 90 // bytes of a line that was broken for width
	var b strings.Builder
	broken := false
	lines := bufio.NewScanner(strings.NewReader(s))
	lines.Buffer(nil, len(s)+1)
	for lines.Scan() {
		l := strings.TrimRight(lines.Text(), "\r")
		if l == "-- " {
			break
		}
		if strings.HasPrefix(l, ">") {
			continue
		}
		text := strings.TrimSpace(l)
		switch {
		case broken && text != "" && !strings.ContainsAny(text[:1], "-*•|#"):
			b.WriteByte(' ')
		case b.Len() > 0:
			b.WriteByte('\n')
		}
		b.WriteString(text)
		broken = text != "" && len(text) >= narrow && len(text) <= wide
	}
	return b.String()
}
