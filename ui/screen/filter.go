package screen

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"parallax/model"
)

// Filter says which lines the list shows. The zero Filter shows every article.
type Filter struct {
	Languages []string   // any of these, BCP 47
	Outlets   []string   // any of these
	Words     []string   // all of these, in title or text
	Since     model.Date // on this day or later; zero is open
	Until     model.Date // on this day or earlier; zero is open
	Events    bool       // an entry an event instead of an entry an article
}

// FilterError is a filter that cannot be read.
type FilterError struct {
	Column  int // of the fault, in characters from 1
	Problem string
}

// Error names the column and the fix.
func (e *FilterError) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Problem) }

// ParseFilter reads a filter as it is typed: `lang:de outlet:"Le Monde"
// since:2017-07-01 until:2017-07-31 word "two words"`. The error is a
// [*FilterError].
func ParseFilter(s string) (Filter, error) {
	var f Filter
	for at := 0; ; {
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
		if at == len(s) {
			return f, nil
		}
		end, problem := termEnd(s, at)
		if problem == "" {
			problem = f.term(s[at:end])
		}
		if problem != "" {
			return Filter{}, &FilterError{utf8.RuneCountInString(s[:at]) + 1, problem}
		}
		at = end
	}
}

// termEnd is where the term that begins at at ends: at a blank outside quotes.
func termEnd(s string, at int) (end int, problem string) {
	quoted := false
	for i := at; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ' ' && !quoted:
			return i, ""
		}
	}
	if quoted {
		return 0, `a quotation mark is open: close it with "`
	}
	return len(s), ""
}

func (f *Filter) term(term string) (problem string) {
	name, value, named := strings.Cut(term, ":")
	value = strings.ReplaceAll(value, `"`, "")
	if !named || strings.HasPrefix(term, `"`) {
		f.Words = append(f.Words, strings.ReplaceAll(term, `"`, ""))
		return ""
	}
	if value == "" {
		return fmt.Sprintf("nothing after %q", name+":")
	}
	switch name {
	case "lang", "language":
		f.Languages = append(f.Languages, value)
	case "outlet":
		f.Outlets = append(f.Outlets, value)
	case "since":
		return day(value, &f.Since)
	case "until":
		return day(value, &f.Until)
	default:
		return fmt.Sprintf(`unknown %q: use lang:, outlet:, since: or until:, or quote the word`, name+":")
	}
	return ""
}

func day(value string, into *model.Date) (problem string) {
	d, err := model.ParseDate(value)
	if err != nil || d.Year == 0 {
		return fmt.Sprintf("%q is no date: use 2017-07-10 or 2017-07", value)
	}
	*into = d
	return ""
}
