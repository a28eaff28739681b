package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// newsCase is a sentence of English news with its quantities, in the form of the
// NewsQuant set: change is "=", "~", ">" or "<", or "up" and "down" for changes.
type newsCase struct {
	Text       string
	Quantities []struct {
		Change, Value, Unit string
		Normal              string `json:"normalized_unit"`
	}
}

// readQuantity is a quantity as the program reads it.
type readQuantity struct {
	lo, hi float64 // the ends of a range, else both the value
	unit   string
	bound  string // as newsCase.Change
	text   string
	vague  bool // "thousands", which data gives as a range
	used   bool
}

var quantitiesScorer = scorer{
	knows: func(_ string, head []byte) bool {
		return bytes.Contains(head, []byte(`"quantities"`)) && bytes.Contains(head, []byte(`"normalized_unit"`))
	},
	score: newsQuantities,
}

// newsQuantities tells how well the quantities of a set of sentences are read:
// their values, and values with unit and with bound.
func newsQuantities(_ context.Context, path string, o *options) ([]section, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cases []newsCase
	if err := json.Unmarshal(data, &cases); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	value, unit, bound := hits{}, hits{}, hits{}
	gold := 0
	for _, c := range cases {
		read := quantitiesRead(c.Text)
		value.all += len(read)
		for _, q := range c.Quantities {
			lo, hi, ok := goldValue(q.Value)
			if !ok {
				continue
			}
			gold++
			r := take(read, lo, hi)
			if r == nil {
				o.mistake("missed %s %s: %s", q.Value, q.Unit, c.Text)
				continue
			}
			value.right++
			if r.bound == q.Change || q.Change == "up" || q.Change == "down" {
				bound.right++
			} else {
				o.mistake("bound %q for %q, %q: %s", r.bound, q.Change, r.text, c.Text)
			}
			if sameUnit(r, q.Unit, q.Normal) {
				unit.right++
			} else {
				o.mistake("unit %q for %q (%s), %q: %s", r.unit, q.Unit, q.Normal, r.text, c.Text)
			}
		}
		for _, r := range read {
			if !r.used {
				o.mistake("extra %g to %g, %q: %s", r.lo, r.hi, r.text, c.Text)
			}
		}
	}
	s := section{
		title: "Quantities in news",
		about: fmt.Sprintf("%d quantities in %d sentences of English news.", gold, len(cases)),
		head:  []string{"what is read", "precision", "recall", "F1"},
	}
	row := func(what string, right int) {
		s.rows = append(s.rows, []string{what, share(right, value.all), share(right, gold), share(2*right, value.all+gold)})
	}
	row("value", value.right)
	row("value and unit", unit.right)
	row("value and bound", bound.right)
	return []section{s}, nil
}

// goldValue reads the value of a labelled quantity, "5.0" or "5.0-7.0".
func goldValue(s string) (lo, hi float64, ok bool) {
	if i := strings.LastIndex(s, "-"); i > 0 && s[i-1] != 'e' && s[i-1] != '-' {
		lo, errLo := strconv.ParseFloat(s[:i], 64)
		hi, errHi := strconv.ParseFloat(s[i+1:], 64)
		return lo, hi, errLo == nil && errHi == nil
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, v, err == nil // one value is a range of no width
}

// take finds the first unused quantity of the value; nil where there is none.
func take(read []readQuantity, lo, hi float64) *readQuantity {
	for i := range read {
		r := &read[i]
		if !r.used && (sameValue(abs(r.lo), abs(lo)) && sameValue(abs(r.hi), abs(hi)) || r.vague && sameValue(r.lo, lo) || lo != hi && r.lo == r.hi && sameValue(r.hi, hi)) {
			r.used = true
			return r
		}
	}
	return nil
}

func abs(v float64) float64 { return max(v, -v) }

func quantitiesRead(text string) []readQuantity {
	d := claim.Read(&model.Article{Language: "en", Text: text})
	var out []readQuantity
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, q := range s.Quantities {
			if q.Ordinal || strings.HasPrefix(q.Span.Of(text), "a ") {
				continue
			}
			r := readQuantity{lo: q.Value, hi: q.Value, unit: q.Unit.Name, bound: change(q.Bound), text: q.Span.Of(text), vague: q.Bound == lexicon.Vague}
			if q.Range {
				r.hi = q.Hi
			}
			if n, unit, ok := lengthOf(s, q); ok {
				r.lo, r.hi, r.unit = n, n, unit
			}
			if r.unit == "" {
				r.unit = after(text, q.Span.End)
			}
			out = append(out, r)
		}
	}
	return out
}

// lengthOf is the length of time that a quantity of days was made of, in the unit
// in which it is written.
func lengthOf(s *claim.Sentence, q claim.Quantity) (n float64, unit string, ok bool) {
	for _, t := range s.Times {
		if t.Kind == timex.Duration && t.Span == q.Span && q.Unit.Dimension == "duration" && t.Count != 0 {
			return t.Count, string(t.Unit), true
		}
	}
	return 0, "", false
}

// change is a bound as the data writes it, which gives "thousands" none.
func change(bound lexicon.Cue) string {
	switch bound {
	case lexicon.About, lexicon.JustUnder, lexicon.JustOver:
		return "~"
	case lexicon.MoreThan, lexicon.AtLeast, lexicon.OrMore:
		return ">"
	case lexicon.LessThan, lexicon.AtMost, lexicon.OrLess:
		return "<"
	}
	return "="
}

// after is the text that follows a number, in which its unit stands.
func after(text string, at int) string {
	words := strings.Fields(text[at:])
	return strings.Join(words[:min(len(words), 5)], " ")
}

// sameUnit reports whether the unit read is the one labelled, by the word in the
// text or by its plain name; of things counted it must stand behind the number.
func sameUnit(r *readQuantity, unit, normal string) bool {
	read := strings.ToLower(strings.ReplaceAll(r.unit, "-", " "))
	for _, want := range []string{unit, normal} {
		want = strings.ToLower(want)
		if want == "" || want == "-" || strings.Contains(read, strings.TrimSuffix(want, "s")) || read != "" && strings.Contains(want, read) {
			return true
		}
		if first, _, _ := strings.Cut(want, " "); len(first) > 2 && strings.Contains(read, strings.TrimSuffix(first, "s")) {
			return true
		}
	}
	return unitCodes[read] != "" && strings.Contains(strings.ToLower(normal), unitCodes[read])
}

// unitCodes names units that data names otherwise than the program.
var unitCodes = map[string]string{
	"usd": "dollar", "eur": "euro", "gbp": "pound", "percent": "percent", "jpy": "yen", "inr": "rupee", "cny": "yuan",
	"aud": "dollar", "cad": "dollar", "myr": "ringgit", "foot measure": "foot", "degree fahrenheit": "fahrenheit", "degree celsius": "celsius", "pound weight": "pound",
}
