package labelled

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/model"
)

// Mutant is a story of which one fact of one English sentence is changed.
type Mutant struct {
	Story
	Kind     model.Kind // of the conflict that this makes
	Sentence int
}

var (
	anyNumber   = regexp.MustCompile(`(^|[^\w.,-])(\d{2,3})([^\w.,-]|[.,]?$|[.,][^\d])`)
	anyDay      = regexp.MustCompile(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`)
	anyMonth    = regexp.MustCompile(`\b(January|February|March|April|June|July|August|September|October|November|December)\b( \d)`)
	anyNegation = regexp.MustCompile(`\b(was|is|has|were|are|have|will|would|did|does|can|could) not\b`)
	anyVerb     = regexp.MustCompile(`\b(was|were|has been|have been|will be|is)\b( not\b)?`)
	days        = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	months      = strings.Fields("January February March April June July August September October November December")
)

// changes make one fact of a sentence another; they return "" where the sentence
// has no such fact.
var changes = []struct {
	kind   model.Kind
	change func(string) string
}{
	{model.Quantity, func(s string) string {
		return replaceFirst(anyNumber, s, func(m []string) string {
			n, _ := strconv.Atoi(m[2]) // two or three figures
			return m[1] + strconv.Itoa(n+max(7, n/3)) + m[3]
		})
	}},
	{model.When, func(s string) string {
		return replaceFirst(anyDay, s, func(m []string) string { return days[(slices.Index(days, m[1])+3)%len(days)] })
	}},
	{model.When, func(s string) string {
		return replaceFirst(anyMonth, s, func(m []string) string {
			return months[(slices.Index(months, m[1])+4)%len(months)] + m[2]
		})
	}},
	{model.Polarity, func(s string) string {
		return replaceFirst(anyNegation, s, func(m []string) string { return m[1] })
	}},
	{model.Polarity, func(s string) string {
		return replaceFirst(anyVerb, s, func(m []string) string {
			if m[2] != "" {
				return m[0]
			}
			head, rest, _ := strings.Cut(m[1], " ")
			return strings.TrimSpace(head + " not " + rest)
		})
	}},
}

// Mutants changes one fact of each sort that the English of the story offers.
func (s *Story) Mutants() []Mutant {
	english := s.Sentences["en"]
	if len(english) < 2 {
		return nil
	}
	order := seeded(s.Doc, "mutants").Perm(len(english) - 1)
	var out []Mutant
	for _, c := range changes {
		for _, i := range order {
			now := c.change(english[i+1])
			if now == "" || now == english[i+1] {
				continue
			}
			m := Mutant{Story{s.Doc, map[string][]string{}}, c.kind, i + 1}
			for l, sentences := range s.Sentences {
				m.Sentences[l] = sentences
			}
			m.Sentences["en"] = slices.Clone(english)
			m.Sentences["en"][i+1] = now
			out = append(out, m)
			break
		}
	}
	return out
}

func replaceFirst(re *regexp.Regexp, s string, to func([]string) string) string {
	at := re.FindStringSubmatchIndex(s)
	if at == nil {
		return ""
	}
	return s[:at[0]] + to(re.FindStringSubmatch(s)) + s[at[1]:]
}
