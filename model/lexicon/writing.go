package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// addWriting reads a line of the section that says how the language is written.
func (l *Language) addWriting(line string) error {
	key, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case !ok:
		return fmt.Errorf("%q: want key: value", line)
	case key == "spaces":
		l.Spaced, l.FromWords = value == "yes", value == "words"
	case key == "nouns":
		l.Nouns = value == "capital"
	case key == "verb":
		l.VerbLast, l.VerbSecond = value == "last", value == "second"
	case key == "negation":
		l.Concord = value == "concord"
	case key == "links":
		l.Links = append([]string{""}, entries(value)...)
		slices.SortFunc(l.Links, func(a, b string) int { return len(b) - len(a) })
	case key == "joiner":
		l.Joiner = map[string]string{"zwnj": "\u200c"}[value]
	case key == "number links":
		l.NumberLinks = entries(value)
	case key == "decimal":
		l.Decimal = value
	case key == "group":
		l.Group = value
	default:
		return l.inflection.add(key, value)
	}
	return nil
}
