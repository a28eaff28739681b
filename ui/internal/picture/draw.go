package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"

	"parallax/ui/cell"
)

// The size of a cell, in pixels.
const (
	cellWidth  = 8
	cellHeight = 18
)

// style is the head of the picture: the sixteen colours of a terminal, for light
// pages and for dark ones.
const style = `<style>
text{font:13.3px ui-monospace,"DejaVu Sans Mono","Noto Sans Mono",Menlo,Consolas,monospace;white-space:pre;fill:#1f2328}
.page{fill:#fff;stroke:#d0d7de}.r{fill:#1f2328}.r+text{fill:#fff}
.b{font-weight:700}.f{opacity:.6}.u{text-decoration:underline}
.c1{fill:#b3261e}.c2{fill:#1a7f37}.c3{fill:#9a6700}.c4{fill:#0969da}.c5{fill:#8250df}.c6{fill:#0e7490}.c0,.c7{fill:#6e7781}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.page{fill:#0d1117;stroke:#30363d}.r{fill:#e6edf3}.r+text{fill:#0d1117}
.c1{fill:#ff7b72}.c2{fill:#7ee787}.c3{fill:#d29922}.c4{fill:#79c0ff}.c5{fill:#d2a8ff}.c6{fill:#76e3ea}.c0,.c7{fill:#8b949e}}
</style>
`

// look is how a run of text is painted.
type look struct {
	bold, faint, under, reverse bool
	colour                      int // 1 to 8: the terminal's colour and one more; 0 is its own
}

// draw writes the screen that r holds as SVG.
func draw(w io.Writer, r io.Reader) error {
	var lines []string
	for s := bufio.NewScanner(r); ; {
		if !s.Scan() {
			if err := s.Err(); err != nil {
				return err
			}
			break
		}
		lines = append(lines, s.Text())
	}
	width := 0
	var body strings.Builder
	var l look
	for y, line := range lines {
		width = max(width, drawLine(&body, line, y, &l))
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">`+"\n%s", (width+2)*cellWidth, (len(lines)+1)*cellHeight, style)
	fmt.Fprintf(b, `<rect class="page" x=".5" y=".5" width="%d" height="%d" rx="6"/>`+"\n", (width+2)*cellWidth-1, (len(lines)+1)*cellHeight-1)
	b.WriteString(body.String())
	fmt.Fprintln(b, "</svg>")
	return b.Flush()
}

// drawLine draws a line and returns its width in cells. The look goes on from
// line to line, as on a terminal.
func drawLine(b *strings.Builder, line string, y int, l *look) int {
	x := 0
	for line != "" {
		text, rest, sequence := strings.Cut(line, "\x1b[")
		for _, run := range runs(text, *l) {
			n := cell.Wide.Width(run)
			drawRun(b, run, x, y, n, *l)
			x += n
		}
		if !sequence {
			break
		}
		codes, after, _ := strings.Cut(rest, "m")
		l.apply(codes)
		line = after
	}
	return x
}

// gap parts columns.
const gap = "  "

// runs cuts text where a column ends, so that each begins where it should
// whatever the font makes of the one before. What is painted behind stays whole.
func runs(text string, l look) []string {
	if l.reverse || l.under {
		return []string{text}
	}
	var out []string
	for text != "" {
		end := len(text) - len(strings.TrimLeft(text, " "))
		if end == 0 {
			if end = strings.Index(text, gap); end < 0 {
				end = len(text)
			}
		}
		out, text = append(out, text[:end]), text[end:]
	}
	return out
}

func drawRun(b *strings.Builder, text string, x, y, cells int, l look) {
	if strings.TrimSpace(text) == "" && !l.reverse && !l.under {
		return
	}
	left, top := (x+1)*cellWidth, y*cellHeight+cellHeight/2
	if l.reverse {
		fmt.Fprintf(b, `<rect class="r" x="%d" y="%d" width="%d" height="%d"/>`, left, top, cells*cellWidth, cellHeight)
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
		left, top+cellHeight-5, cells*cellWidth, l.class(), html.EscapeString(text))
}

// apply takes the parameters of a sequence that sets the look.
func (l *look) apply(codes string) {
	for _, code := range strings.Split(codes, ";") {
		switch code {
		case "", "0":
			*l = look{}
		case "1":
			l.bold = true
		case "2":
			l.faint = true
		case "4":
			l.under = true
		case "7":
			l.reverse = true
		case "22":
			l.bold, l.faint = false, false
		case "24":
			l.under = false
		case "27":
			l.reverse = false
		case "39":
			l.colour = 0
		default:
			if len(code) == 2 && (code[0] == '3' || code[0] == '9') && code[1] <= '7' {
				l.colour = int(code[1]-'0') + 1
			}
		}
	}
}

func (l look) class() string {
	var names []string
	for _, of := range []struct {
		name string
		on   bool
	}{{"b", l.bold}, {"f", l.faint}, {"u", l.under}} {
		if of.on {
			names = append(names, of.name)
		}
	}
	if l.colour > 0 && !l.reverse {
		names = append(names, fmt.Sprintf("c%d", l.colour-1))
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf(` class="%s"`, strings.Join(names, " "))
}
