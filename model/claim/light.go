package claim

import (
	_ "embed"
	"strings"
	"sync"

	"parallax/model/lexicon"
)

//go:embed light.txt
var lightData string

var light = sync.OnceValue(func() map[lexicon.ConceptID]bool {
	out := map[lexicon.ConceptID]bool{}
	for _, line := range strings.Split(lightData, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, key := range strings.Fields(line) {
			if c, ok := lexicon.ConceptByKey(key); ok {
				out[c.ID] = true
			}
		}
	}
	return out
})

// Light reports whether a concept is too general to say what happened: to have,
// to make, to begin.
func Light(id lexicon.ConceptID) bool { return light()[id] }
