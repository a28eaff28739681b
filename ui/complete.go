package ui

import (
	"slices"
	"strings"

	"parallax/model/query"
)

// maxShown is how many completions are offered beside the prompt.
const maxShown = 8

// completions are the ways in which the word before the cursor can go on: names
// of fields, then what the list has of a field. From is where the word begins,
// in runes.
func (a *App) completions(t *typed) (from int, words []string) {
	from = t.termStart()
	word := string(t.text[from:t.at])
	bare, minus := strings.CutPrefix(word, "-")
	sign := ""
	if minus {
		sign = "-"
	}
	field, value, named := strings.Cut(bare, ":")
	if !named {
		for _, f := range query.Fields {
			if strings.HasPrefix(f, strings.ToLower(bare)) {
				words = append(words, sign+f+":")
			}
		}
		return from, words
	}
	value = strings.ToLower(strings.Trim(value, `"`))
	for _, v := range a.browse.Values(field) {
		if strings.HasPrefix(strings.ToLower(v), value) {
			words = append(words, sign+field+":"+quote(v)+" ")
		}
	}
	return from, words
}

// quote writes a value as the query language reads it.
func quote(v string) string {
	v = strings.ReplaceAll(v, `"`, "")
	if strings.ContainsAny(v, " \t") {
		return `"` + v + `"`
	}
	return v
}

// complete puts the next completion in the place of the word before the cursor.
// A second press takes the one after.
func (p *prompt) complete() {
	if p.completions == nil {
		return
	}
	if p.choices == nil {
		from, words := p.completions(&p.typed)
		if len(words) == 0 {
			p.fault = "nothing to complete"
			return
		}
		p.from, p.choices, p.choice = from, words, -1
	}
	p.choice = (p.choice + 1) % len(p.choices)
	p.typed.cut(p.from, p.typed.at)
	p.typed.put(p.choices[p.choice])
	if len(p.choices) == 1 {
		p.choices = nil
	}
}

// offered are the completions after the one that is taken, for a hint.
func (p *prompt) offered() string {
	if len(p.choices) < 2 {
		return ""
	}
	next := append(slices.Clone(p.choices[p.choice+1:]), p.choices[:p.choice]...)
	more := ""
	if len(next) > maxShown {
		next, more = next[:maxShown], " …"
	}
	for i, w := range next {
		next[i] = strings.TrimSpace(w)
	}
	return "tab: " + strings.Join(next, "  ") + more
}
