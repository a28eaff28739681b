package labelled

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus"
	"parallax/model"
)

// Case is a folder of articles in which people marked the events, what cannot
// both be true, and near misses.
type Case struct {
	Name       string
	Articles   []model.Article
	Events     [][]string // files
	Conflicts  []Marked
	Agreements []Marked
}

// Marked is a pair of sentences that people marked.
type Marked struct {
	Kind model.Kind `json:"kind"`
	A    Place      `json:"a"`
	B    Place      `json:"b"`
}

// Place is a sentence of a file.
type Place struct {
	File string `json:"file"` // in the case's folder; with "#2" its second article
	Text string `json:"text"`
}

// goldFile marks the folder of a case.
const goldFile = "gold.json"

// CaseFolders lists the cases in a folder, or the folder itself where it is one.
func CaseFolders(path string) []string {
	if _, err := os.Stat(filepath.Join(path, goldFile)); err == nil {
		return []string{path}
	}
	found, err := filepath.Glob(filepath.Join(path, "*", goldFile))
	if err != nil {
		return nil
	}
	for i := range found {
		found[i] = filepath.Dir(found[i])
	}
	slices.Sort(found)
	return found
}

// ReadCase reads the case of a folder.
func ReadCase(ctx context.Context, folder string) (*Case, error) {
	data, err := os.ReadFile(filepath.Join(folder, goldFile))
	if err != nil {
		return nil, err
	}
	var gold struct {
		Events                [][]string
		Conflicts, Agreements []Marked
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		return nil, fmt.Errorf("%s: %w: want events, conflicts and agreements", filepath.Join(folder, goldFile), err)
	}
	got, err := corpus.Load(ctx, []string{filepath.Join(folder, "articles")}, corpus.Options{})
	if err != nil {
		return nil, err
	}
	return &Case{filepath.Base(folder), got.Articles, gold.Events, gold.Conflicts, gold.Agreements}, nil
}

// Of reports whether the article is that of a file of the annotations.
func Of(a *model.Article, file string) bool {
	file, part, several := strings.Cut(file, "#")
	same := a.Source == file || strings.HasSuffix(a.Source, "/"+file) || filepath.Base(a.Source) == filepath.Base(file)
	return same && (!several || part == strconv.Itoa(a.Part))
}

// Marks reports whether a conflict is of the two sentences marked, in whichever
// order.
func (m *Marked) Marks(c *model.Conflict, articles map[string]*model.Article) bool {
	on := func(s model.Side, p Place) bool { return Of(articles[s.Article], p.File) && SameText(s.Text, p.Text) }
	return on(c.A, m.A) && on(c.B, m.B) || on(c.A, m.B) && on(c.B, m.A)
}

// The shares by which two sentences are one: the shorter is so long a part of the
// longer, or they have so many runs of three letters in common.
const (
	partShare   = 0.2
	tripleShare = 0.75
)

// SameText reports whether two passages are one sentence, or one holds the other.
func SameText(a, b string) bool {
	x, y := letters(a), letters(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if strings.Contains(string(x), string(y)) || strings.Contains(string(y), string(x)) {
		return float64(min(len(x), len(y))) >= partShare*float64(max(len(x), len(y)))
	}
	g, h := triples(x), triples(y)
	common := 0
	for t := range g {
		if h[t] {
			common++
		}
	}
	return float64(common) >= tripleShare*float64(min(len(g), len(h)))
}

func letters(s string) []rune {
	var out []rune
	for _, r := range strings.ToLower(norm.NFKC.String(s)) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			out = append(out, r)
		}
	}
	return out
}

func triples(s []rune) map[string]bool {
	out := map[string]bool{}
	for i := 0; i < max(1, len(s)-2); i++ {
		out[string(s[i:min(i+3, len(s))])] = true
	}
	return out
}
