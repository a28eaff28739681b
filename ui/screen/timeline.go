package screen

import (
	"strings"

	"parallax/model"
	"parallax/model/query"
	"parallax/ui/theme"
)

var levels = []string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// timeline is how many entries there are from the first day of the list to the
// last, in as many slots as there is room for. The zero timeline is not worked
// out.
type timeline struct {
	width       int // of the screen for which it was worked out
	first, last int // days, counted from 1 January 1970
	bars        []string
}

// leastSlots is how many slots a timeline has at the least.
const leastSlots = 10

// newTimeline works a timeline out.
func newTimeline(days []dated, width int) timeline {
	t := timeline{width: width}
	var ok bool
	if t.first, t.last, ok = span(days); !ok || t.first == t.last {
		return t
	}
	slots := width - len(monthWords(t.first)) - len(monthWords(t.last)) - 4
	if slots < leastSlots {
		return t
	}
	sums := make([]int, slots)
	t.bars = make([]string, slots)
	for _, c := range days {
		if c.date.Year != 0 {
			sums[t.slot(c.first)] += c.N
		}
	}
	top := 1
	for _, n := range sums {
		top = max(top, n)
	}
	for i, n := range sums {
		t.bars[i] = levels[(n*(len(levels)-1)+top-1)/top]
	}
	return t
}

// slot is where a day stands.
func (t *timeline) slot(day int) int {
	n := len(t.bars)
	return max(0, min((day-t.first)*n/(t.last-t.first+1), n-1))
}

// drawTimeline is the timeline as a line, the place of the selected entry marked;
// "" where there is nothing to draw.
func (b *Browse) drawTimeline() string {
	f := b.full
	if b.line.width != f.W {
		b.line = newTimeline(b.counts.days, f.W)
	}
	t := &b.line
	if len(t.bars) == 0 {
		return ""
	}
	now := -1
	if e, there := b.Picked(); there {
		if day, _, known := query.Days(e.Date); known {
			now = t.slot(day)
		}
	}
	line := " " + f.Look.Paint(theme.Faint, monthWords(t.first)) + " "
	if now >= 0 {
		line += strings.Join(t.bars[:now], "") + f.Look.Paint(theme.HitNow, t.bars[now])
	}
	return line + strings.Join(t.bars[now+1:], "") + " " + f.Look.Paint(theme.Faint, monthWords(t.last))
}

// span is the first and the last day of counts.
func span(days []dated) (first, last int, ok bool) {
	for _, c := range days {
		if c.date.Year == 0 {
			continue
		}
		if !ok {
			first, last, ok = c.first, c.last, true
		}
		first, last = min(first, c.first), max(last, c.last)
	}
	return first, last, ok
}

// Jump selects the first entry of the next date of the list, or with n -1 of the
// date before; with month of the next month. It reports whether there is one.
func (b *Browse) Jump(n int, month bool) (ok bool) {
	if b.shown.Sort != ByDate {
		return false
	}
	starts := b.starts(month)
	for i, at := range starts {
		if n > 0 && at > b.picked && at < b.total {
			b.pick(at)
			return true
		}
		if n < 0 && at < b.picked && (i == len(starts)-1 || starts[i+1] >= b.picked) {
			b.pick(at)
			return true
		}
	}
	return false
}

// starts is the place in the list of the first entry of each date or month.
func (b *Browse) starts(month bool) []int {
	var starts []int
	at := 0
	last := model.Date{Day: -1}
	for _, c := range b.counts.days {
		d := c.date
		if month {
			d.Day = 0
		}
		if d != last {
			starts = append(starts, at)
		}
		at, last = at+c.N, d
	}
	return starts
}
