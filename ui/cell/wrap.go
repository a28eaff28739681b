package cell

import (
	"strings"
	"unicode/utf8"

	"parallax/model"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Line is one line of wrapped text: the bytes it shows and the cells they take.
// Blanks at which a line was broken belong to no line.
type Line struct {
	model.Span
	Width int
}

// minWrap is the narrowest column that text is wrapped to, in cells: a wide
// character needs two.
const minWrap = 2

// Wrap breaks text[span] into lines of at most width cells, at places where a
// reader expects a break and, where a run is too long, between clusters. A
// newline always ends a line; an empty line has an empty span. A width below
// two cells is taken as two.
func (m Method) Wrap(text string, span model.Span, width int) []Line {
	var lines []Line
	for from := span.Start; ; {
		to, more := span.End, false
		if i := strings.IndexByte(text[from:span.End], '\n'); i >= 0 {
			to, more = from+i, true
		}
		w := wrapper{method: m, text: text, to: to, limit: max(width, minWrap)}
		lines = w.paragraph(lines, from)
		if !more {
			return lines
		}
		from = to + 1
	}
}

// wrapper breaks one paragraph. Widths count from the start of the open line.
type wrapper struct {
	method Method
	text   string
	to     int
	limit  int

	start, end int // of the open line; end lies behind its last visible cluster
	width      int // up to the cluster to come, blanks included
	endWidth   int // up to end

	breakAt, breakEnd     int // the last place to break: where the next line starts, where this one ends
	breakWidth, breakFrom int // the width up to breakEnd, and up to breakAt
}

func (w *wrapper) paragraph(lines []Line, from int) []Line {
	w.start, w.end, w.breakAt = from, from, from
	var before, last rune // the two runes before the cluster
	spaced := false
	for i := from; i < w.to; {
		size, width := w.cluster(i)
		first, long := utf8.DecodeRuneInString(w.text[i:])
		if isSpace(first) && long == size {
			w.blank(i, size, width)
			spaced = true
			i += size
			continue
		}
		if i > w.start && canBreak(before, last, first, spaced) {
			w.breakAt, w.breakEnd, w.breakWidth, w.breakFrom = i, w.end, w.endWidth, w.width
		}
		for w.width+width > w.limit && i > w.start {
			lines = append(lines, w.cutAt(i))
		}
		w.width += width
		w.end, w.endWidth = i+size, w.width
		i += size
		before, spaced = last, false
		last, _ = utf8.DecodeLastRuneInString(w.text[:i])
	}
	return append(lines, Line{model.Span{Start: w.start, End: w.end}, w.endWidth})
}

// blank takes a blank at i into the open line, unless it would begin it.
func (w *wrapper) blank(i, size, width int) {
	if i > w.start {
		w.width += width
		return
	}
	w.start, w.end, w.breakAt = i+size, i+size, i+size
}

// cutAt ends the open line at the last place to break, or before the cluster
// at i where there is none, and opens the next.
func (w *wrapper) cutAt(i int) Line {
	if w.breakAt <= w.start {
		w.breakAt, w.breakEnd, w.breakWidth, w.breakFrom = i, w.end, w.endWidth, w.width
	}
	line := Line{model.Span{Start: w.start, End: w.breakEnd}, w.breakWidth}
	w.start = w.breakAt
	w.width -= w.breakFrom
	w.endWidth -= w.breakFrom
	if w.end < w.start {
		w.end, w.endWidth = w.start, 0
	}
	return line
}

// cluster measures the grapheme cluster at i. A cluster too wide for any line,
// as a family emoji is where widths add up, is taken a rune at a time.
func (w *wrapper) cluster(i int) (size, width int) {
	if b := w.text[i]; b >= 0x20 && b < 0x7f && (i+1 == w.to || w.text[i+1] < 0x80) {
		return 1, 1
	}
	g := graphemes.FromString(w.text[i:w.clusterEnd(i)])
	g.Next()
	if width = w.method.Width(g.Value()); width <= w.limit {
		return len(g.Value()), width
	}
	_, size = utf8.DecodeRuneInString(w.text[i:])
	return size, w.method.Width(w.text[i : i+size])
}

// maxCluster caps a cluster, in bytes: jamo and joiners can chain without end,
// and what is too wide is measured again from each of its runes.
const maxCluster = 128

// clusterEnd is the end of the longest cluster that is taken at i.
func (w *wrapper) clusterEnd(i int) int {
	end := min(i+maxCluster, w.to)
	for end < w.to && end > i+1 && !utf8.RuneStart(w.text[end]) {
		end--
	}
	return end
}
