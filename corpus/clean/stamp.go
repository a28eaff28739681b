package clean

import (
	"strings"
	"unicode"

	"parallax/corpus/detect"
)

// stamp is the date of a line.
type stamp struct {
	detect.Stamp
	lead bool // the date stands at the start of the line
}

// stampOf is the date of a line that is little else.
func stampOf(l *line, lang string) *stamp {
	if l.weight > datedWeight || len(l.text) > 240 || !strings.ContainsFunc(l.text, unicode.IsDigit) {
		return nil
	}
	at, ok := detect.StampOf(l.text, lang)
	if !ok {
		return nil
	}
	before, after := l.text[:at.Span.Start], l.text[at.Span.End:]
	rest := weigh(before) + weigh(after)
	most := 2
	switch {
	case l.mark == markBy || l.mark == markLabel || l.mark == markUpdate || l.mark == markToday || l.mark == markPost || l.mark == markSource:
		most = 12
	case at.Date.HasClock && !l.ends:
		most = 10
	case at.Date.Year != 0 && !l.ends:
		most = 4
	}
	if rest > most || l.ends && weigh(after) > 3 {
		return nil
	}
	return &stamp{Stamp: at, lead: weigh(before) == 0}
}
