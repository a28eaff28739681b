package claim

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed latter.tsv
var latterData string

// latters are, by language, the beginnings of sentences about whom the sentence before
// named last.
var latters = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(latterData, "\n") {
		if tag, forms, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			out[tag] = strings.Split(forms, "|")
		}
	}
	return out
})

// latter is whom the sentence before named last, where this one opens with a word
// for that.
func (d *Document) latter(s *Sentence) Speaker {
	none := Speaker{Name: -1}
	if s.Index == 0 || d.Sentences[s.Index-1].Paragraph > s.Paragraph || !d.opensLatter(s) {
		return none
	}
	before := &d.Sentences[s.Index-1]
	for n := len(before.Names) - 1; n >= 0 && !before.Headline; n-- {
		if d.somebody(before, n) {
			return Speaker{Name: n, Index: before.Index, Alone: true}
		}
	}
	return none
}

func (d *Document) opensLatter(s *Sentence) bool {
	text := strings.ToLower(s.Text(d))
	for _, form := range latters()[d.Language.Tag] {
		if rest, ok := strings.CutPrefix(text, form); ok && (!d.Language.Spaced || strings.HasPrefix(rest, " ")) {
			return true
		}
	}
	return false
}
