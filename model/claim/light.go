package claim

import (
	_ "embed"
	"sync"

	"parallax/model/lexicon"
)

//go:embed light.txt
var lightData string

var light = sync.OnceValue(func() map[lexicon.ConceptID]bool { return lexicon.ConceptSet(lightData) })

// Light reports whether a concept is too general to say what happened: to have,
// to make, to begin.
func Light(id lexicon.ConceptID) bool { return light()[id] }
