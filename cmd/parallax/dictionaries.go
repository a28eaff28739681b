package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/dictionary"
	"parallax/model/lexicon"
	"parallax/model/safe"
)

// dictionaryFound is a dictionary of the machine, as scripts see it.
type dictionaryFound struct {
	From      string `json:"from"`
	To        string `json:"to"`
	File      string `json:"file"`
	Headwords int    `json:"headwords"`
	Fault     string `json:"fault"` // "" where it can be read
}

// dictionariesFound reads the headwords of all dictionaries.
func dictionariesFound(s *dictionary.Set) []dictionaryFound {
	out := []dictionaryFound{}
	if s == nil {
		return out
	}
	for _, source := range s.Sources() {
		d := dictionaryFound{From: source.From, To: source.To, File: source.Index}
		n, err := s.Headwords(source)
		if d.Headwords = n; err != nil {
			d.Fault = err.Error()
		}
		out = append(out, d)
	}
	return out
}

// dictionariesText lists the dictionaries, and the languages whose words they
// help to match: those with a way to English.
func dictionariesText(b *bufio.Writer, found []dictionaryFound) {
	fmt.Fprintf(b, "\ndictionaries\n")
	if len(found) == 0 {
		fmt.Fprintf(b, "  none: packages such as dict-freedict-deu-eng add some, or name a folder with --dict\n")
		return
	}
	supported := lexicon.Tags()
	var gain []string
	for _, d := range found {
		if d.Fault != "" {
			fmt.Fprintf(b, "           %s\n", safe.Field(d.Fault))
			continue
		}
		fmt.Fprintf(b, "%9s  %s to %s, %s\n", thousands(d.Headwords), d.From, d.To, safe.Field(d.File))
		for _, tag := range [2]string{d.From, d.To} {
			if (d.From == "en" || d.To == "en") && slices.Contains(supported, tag) && !slices.Contains(gain, tag) {
				gain = append(gain, tag)
			}
		}
	}
	slices.Sort(gain)
	if len(gain) > 0 {
		fmt.Fprintf(b, "  more words are matched in: %s\n", strings.Join(gain, " "))
	}
}
