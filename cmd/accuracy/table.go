package main

import (
	"fmt"
	"strings"
)

// section is one table.
type section struct {
	title string
	about string // what it was measured on, a sentence
	head  []string
	rows  [][]string
	fails []string // the commonest ways it fails, a sentence each
}

// write writes the section as Markdown.
func (s section) write(b *strings.Builder) {
	fmt.Fprintf(b, "### %s\n\n%s\n\n", s.title, s.about)
	row := func(cells []string) { fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | ")) }
	row(s.head)
	rule := make([]string, len(s.head))
	for i := range rule {
		if rule[i] = "---:"; i == 0 {
			rule[i] = "---"
		}
	}
	row(rule)
	for _, cells := range s.rows {
		row(cells)
	}
	b.WriteByte('\n')
	if len(s.fails) > 0 {
		fmt.Fprintf(b, "Where it fails: %s\n\n", strings.Join(s.fails, " "))
	}
}

// share writes n of all in percent; "–" where there are none.
func share(n, all int) string {
	if all == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(all))
}

// tally counts what was found and what was to be found.
type tally struct {
	right, wrong int // of what was found
	found, gold  int // of what was to be found
}

func (t tally) precision() string { return share(t.right, t.right+t.wrong) }

func (t tally) recall() string { return share(t.found, t.gold) }
