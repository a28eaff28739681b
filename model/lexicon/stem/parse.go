package stem

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// parse reads the data of one language; open gives the data of another that it
// names. The error names the line and what is wrong with it.
func parse(data string, open func(name string) (string, error)) (*language, error) {
	l := &language{forms: map[string]string{}, fold: newFolding("")}
	if err := l.read(data, open); err != nil {
		return nil, err
	}
	for word, stem := range l.forms {
		if stem, ok := strings.CutPrefix(stem, regular); ok {
			l.forms[word] = l.regular(stem)
		}
	}
	return l, nil
}

// regular marks, while a file is read, a form whose stem the steps are to make.
const regular = "="

func (l *language) read(data string, open func(name string) (string, error)) error {
	folded := false
	number := 0
	for line := range strings.Lines(data) {
		number++
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var err error
		switch {
		case fields[0] == "like" && len(fields) == 2:
			err = l.like(fields[1], open)
		default:
			folded = folded || fields[0] == "fold"
			err = l.line(fields, folded)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
	return nil
}

// like takes in the data of another language.
func (l *language) like(name string, open func(name string) (string, error)) error {
	data, err := open(name)
	if err != nil {
		return err
	}
	return l.read(data, func(name string) (string, error) {
		return "", fmt.Errorf("like %s: a file that is taken in cannot take in another", name)
	})
}

// line takes in one line; after a fold step affixes are folded as words are.
func (l *language) line(fields []string, folded bool) error {
	rest := fields[1:]
	switch fields[0] {
	case "keep":
		l.fold = newFolding(strings.Join(rest, ""))
	case "letters":
		return l.letters(rest)
	case "spell":
		return l.spell(rest)
	case "form":
		return l.form(rest, regular)
	case "apart":
		return l.form(rest, "")
	case "fold":
		l.steps = append(l.steps, step{fold: &l.fold})
	case "forms":
		l.steps = append(l.steps, step{forms: true})
	case "snowball", "tail":
		return l.named(fields[0], rest)
	case "prefix", "suffix":
		return l.affixes(fields[0] == "prefix", rest)
	case "around":
		l.steps = append(l.steps, step{around: &around{hold: map[string]bool{}}})
	default:
		if folded {
			rest = l.folded(rest)
		}
		return l.rule(fields[0], rest)
	}
	return nil
}

// letters takes in letters and, after ">", the one letter that stands for them.
func (l *language) letters(rules []string) error {
	for _, rule := range rules {
		from, put, _ := strings.Cut(rule, ">")
		to := []rune(put)
		if from == "" || len(to) != 1 {
			return fmt.Errorf("%q: write letters>letter", rule)
		}
		l.fold.write(from, to[0])
	}
	return nil
}

// spell takes in spellings and, after ">", the one that stands for them; all of
// a language are in one line.
func (l *language) spell(rules []string) error {
	var pairs []string
	for _, rule := range rules {
		from, to, ok := strings.Cut(rule, ">")
		if !ok || from == "" {
			return fmt.Errorf("%q: write spelling>spelling", rule)
		}
		pairs = append(pairs, from, to)
	}
	l.fold.spelt = strings.NewReplacer(pairs...)
	return nil
}

func (l *language) folded(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, l.fold.apply(w))
	}
	return out
}

// form takes in words whose stem is that of the first of them (regular), or its
// folded self.
func (l *language) form(words []string, mark string) error {
	if len(words) == 0 {
		return errors.New("give a word and its other forms")
	}
	stem := mark + words[0]
	if mark == "" {
		stem = l.fold.apply(words[0])
	}
	for _, w := range words {
		l.forms[l.fold.apply(w)] = stem
	}
	return nil
}

func (l *language) named(kind string, rest []string) error {
	if len(rest) != 1 {
		return fmt.Errorf("%s: give one name", kind)
	}
	s := step{snowball: snowball(rest[0]), tail: unicode.Scripts[rest[0]]}
	if s.snowball == nil && s.tail == nil {
		return fmt.Errorf("%s: no %q is known", kind, rest[0])
	}
	l.steps = append(l.steps, s)
	return nil
}

func (l *language) affixes(prefix bool, rest []string) error {
	a := &affixes{prefix: prefix, times: 1, rules: map[string]affix{}, hold: map[string]bool{}}
	if len(rest) > 0 {
		n, err := strconv.Atoi(rest[0])
		if err != nil || n < 1 {
			return fmt.Errorf("bad number of times %q: give 1 or more", rest[0])
		}
		a.times = n
	}
	l.steps = append(l.steps, step{affixes: a})
	return nil
}

// rule takes in a line of the last step: "hold word…", or the least number of
// runes to be left and affixes.
func (l *language) rule(first string, rest []string) error {
	if len(l.steps) == 0 {
		return fmt.Errorf("%q: say prefix, suffix or around before it", first)
	}
	last := l.steps[len(l.steps)-1]
	least, err := strconv.Atoi(first)
	if first != "hold" && (err != nil || least < 1) {
		return fmt.Errorf("%q: start with hold, or with the least number of letters left", first)
	}
	switch {
	case last.affixes != nil && first == "hold":
		last.affixes.holds(rest)
	case last.affixes != nil:
		return last.affixes.add(least, rest)
	case last.around != nil && first == "hold":
		for _, w := range rest {
			last.around.hold[w] = true
		}
	case last.around != nil:
		return last.around.add(least, rest)
	default:
		return fmt.Errorf("%q: the step before it has no rules", first)
	}
	return nil
}

func (a *affixes) holds(words []string) {
	for _, w := range words {
		a.hold[w], a.holding = true, max(a.holding, len(w))
	}
}

// add takes in affixes, each with ">" and what to put in its place where that is
// not nothing.
func (a *affixes) add(least int, rules []string) error {
	for _, rule := range rules {
		end, put, _ := strings.Cut(rule, ">")
		if end == "" {
			return fmt.Errorf("%q: no affix", rule)
		}
		a.rules[end] = affix{least, put}
		a.ends[a.outermost(end)] = true
		a.longest = max(a.longest, len(end))
	}
	return nil
}

// add takes in pairs of a prefix and a suffix, joined by "+".
func (a *around) add(least int, pairs []string) error {
	for _, pair := range pairs {
		before, after, ok := strings.Cut(pair, "+")
		if !ok {
			return fmt.Errorf("%q: write prefix+suffix", pair)
		}
		a.pairs = append(a.pairs, frame{before, after, least})
	}
	return nil
}
