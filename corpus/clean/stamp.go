package clean

import (
	"strings"
	"unicode"

	"parallax/corpus/detect"
)

// stampOf is the date of a line that is little else.
func stampOf(l *line, lang string) *detect.Stamp {
	if l.weight > datedWeight || len(l.text) > 240 || !strings.ContainsFunc(l.text, unicode.IsDigit) {
		return nil
	}
	at, ok := detect.StampOf(l.text, lang)
	if !ok {
		return nil
	}
	before, after := l.text[:at.Span.Start], l.text[at.Span.End:]
	rest := weigh(before) + weigh(after)
	if most := l.besides(at); rest > most || l.ends && weigh(after) > 3 {
		return nil
	}
	return &at
}

// besides is how many words may stand beside the date of a line.
func (l *line) besides(at detect.Stamp) int {
	switch {
	case l.ends:
		return 4
	case l.mark == markBy || l.mark == markPost || l.mark == markSource || l.mark == markToday || l.mark == markLabel || l.mark == markUpdate:
		return 12
	case at.Date.HasClock:
		return 10
	case at.Date.Year != 0:
		return 4
	}
	return 2
}
