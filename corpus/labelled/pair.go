package labelled

import (
	"parallax/model"
	"parallax/model/safe"
)

// The labels of pairs.
const (
	Conflict = "conflict" // both cannot be true
	Agree    = "agree"    // the second follows from the first
	Other    = "other"    // neither
)

// Pair is two passages and what people said of them.
type Pair struct {
	Set   string `json:"set"`
	ID    string `json:"id"`
	LangA string `json:"lang_a"`
	A     string `json:"a"`
	LangB string `json:"lang_b"`
	B     string `json:"b"`
	Label string `json:"label"`
}

// Pairs reads a file of pairs, one a line.
func Pairs(path string) ([]Pair, error) { return readLines[Pair](path) }

// Articles are the passages as articles of two outlets.
func (p Pair) Articles() (a, b model.Article) {
	a = model.Article{ID: "a", Outlet: "A", Language: p.LangA, Text: safe.Block(p.A)}
	b = model.Article{ID: "b", Outlet: "B", Language: p.LangB, Text: safe.Block(p.B)}
	return a, b
}
