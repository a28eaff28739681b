package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// maxLine is how many bytes a line of labelled data has at the most.
const maxLine = 1 << 24

// numberCase is a text with the numbers it holds, in the form of the
// specifications of Microsoft Recognizers-Text.
type numberCase struct {
	Lang, Model, Input string
	Results            []struct {
		Text  string
		Value struct{ Subtype, Value string }
	}
}

// hits counts what was right of all.
type hits struct{ right, all int }

var numbersScorer = scorer{
	knows: func(_ string, head []byte) bool { return bytes.Contains(head, []byte(`"NumberModel"`)) },
	score: numbers,
}

// numbers tells which share of the plain numbers, those that are neither
// fractions nor powers, is read with its value, by language.
func numbers(_ context.Context, path string, o *options) ([]section, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	score, err := scoreNumbers(f, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var total hits
	s := section{title: "Numbers as written", head: []string{"language", "numbers", "read right"}}
	for _, lang := range slices.Sorted(maps.Keys(score)) {
		t := score[lang]
		total.right, total.all = total.right+t.right, total.all+t.all
		s.rows = append(s.rows, []string{lang, fmt.Sprint(t.all), share(t.right, t.all)})
	}
	s.about = fmt.Sprintf("%d numbers in figures and in words, in %d languages.", total.all, len(score))
	s.rows = append(s.rows, []string{"all", fmt.Sprint(total.all), share(total.right, total.all)})
	return []section{s}, nil
}

func scoreNumbers(r io.Reader, o *options) (map[string]hits, error) {
	score := map[string]hits{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		var c numberCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if c.Model != "NumberModel" || lexicon.Of(c.Lang).Tag != c.Lang || o.lang != "" && o.lang != c.Lang {
			continue
		}
		read := figuresRead(c.Lang, c.Input)
		for _, want := range c.Results {
			v, err := strconv.ParseFloat(want.Value.Value, 64)
			if err != nil || !isPlain(want.Text, want.Value.Subtype, v) {
				continue
			}
			t := score[c.Lang]
			t.all++
			if slices.ContainsFunc(read, func(got float64) bool { return sameValue(math.Abs(got), math.Abs(v)) }) {
				t.right++
			} else {
				o.mistake("%s %q: %q is %g, read %v", c.Lang, strings.TrimSpace(c.Input), want.Text, v, read)
			}
			score[c.Lang] = t
		}
	}
	return score, lines.Err()
}

// isPlain reports whether a number is neither a fraction nor a power: where the
// data does not say, a number that is not whole is a fraction unless figures or
// a word give its decimals.
func isPlain(text, subtype string, v float64) bool {
	if subtype != "" {
		return subtype != "fraction" && subtype != "power"
	}
	if strings.ContainsAny(text, "/^／") || strings.Contains(text, "分") || strings.Contains(text, "बट") {
		return false
	}
	return v == math.Trunc(v) || math.Abs(v*1e6-math.Round(v*1e6)) < 1e-3 && math.Abs(v) > 1e-6 && strings.ContainsAny(text, ".,·・点點٫")
}

// figuresRead lists the values of the numbers read in a text.
func figuresRead(lang, text string) []float64 {
	d := claim.Read(&model.Article{Language: lang, Text: text})
	var out []float64
	for i := range d.Sentences {
		for _, f := range d.Sentences[i].Figures {
			out = append(out, f.Value)
		}
	}
	return out
}

// sameValue reports whether two values are equal but for the noise of floats.
func sameValue(v, w float64) bool {
	return math.Abs(v-w) <= 1e-6*max(math.Abs(v), math.Abs(w), 1)
}
