package fact_test

import (
	"fmt"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/conflict"
	"parallax/model/fact"
)

// report is an article as a case gives it: outlet, language, text.
type report struct{ outlet, language, text string }

func compare(reports ...report) (model.Comparison, []*claim.Document) {
	articles := make([]model.Article, len(reports))
	docs := make([]*claim.Document, len(reports))
	for i, r := range reports {
		title, _, _ := strings.Cut(r.text, "\n")
		articles[i] = model.Article{
			ID: fmt.Sprint("a", i), Title: title, Text: r.text, Body: strings.Index(r.text, "\n\n") + 2,
			Language: r.language, Outlet: r.outlet, Date: model.Date{Year: 2031, Month: 3, Day: 15},
		}
		if agency, outlet, ok := strings.Cut(r.outlet, "/"); ok {
			articles[i].Agencies, articles[i].Outlet = []string{agency}, outlet
		}
	}
	for i := range articles {
		docs[i] = claim.Read(&articles[i])
	}
	return conflict.Compare(model.Event{ID: "e"}, articles, docs), docs
}

// table writes facts a line each: question, stances, votes, words of each cell.
func table(c *model.Comparison, m fact.Matrix) []string {
	var out []string
	for _, f := range m.Facts {
		words := make([]string, len(f.Cells))
		for i, cell := range f.Cells {
			words[i] = string(cell.Stance)
			if cell.Stance != fact.Silent && cell.Span != cell.Passage {
				words[i] += "=" + strings.Join(strings.Fields(cell.Span.Of(c.Articles[i].Text)), " ")
			}
		}
		out = append(out, fmt.Sprintf("%s %d:%d %s", f.Question, f.Said, f.Against, strings.Join(words, " | ")))
	}
	return out
}

func TestFactsOfADispute(t *testing.T) {
	c, docs := compare(
		report{"Courier", "en", "Fire kills 12 people on the ferry Ostara\n\nThe ferry Ostara caught fire off Port Amble on Friday. Twelve people were killed."},
		report{"Blatt", "de", "17 Menschen bei Brand auf der Fähre Ostara getötet\n\nDie Fähre Ostara geriet am Freitag vor Port Amble in Brand. 17 Menschen wurden getötet."},
		report{"Phare", "fr", "Incendie sur le ferry Ostara : 17 personnes tuées\n\nLe ferry Ostara a pris feu vendredi au large de Port Amble. 17 personnes ont été tuées."},
	)
	m := fact.Of(&c, docs, false)
	if len(m.Facts) == 0 || m.Facts[0].Question != fact.HowMany {
		t.Fatalf("no number stands first:\n%s", strings.Join(table(&c, m), "\n"))
	}
	f := m.Facts[0]
	if f.Said != 2 || f.Against != 1 {
		t.Errorf("%d against %d, want 2 against 1:\n%s", f.Said, f.Against, strings.Join(table(&c, m), "\n"))
	}
	for i, want := range []fact.Stance{fact.Differs, fact.Asserts, fact.Asserts} {
		if f.Cells[i].Stance != want {
			t.Errorf("article %d: %s, want %s", i, f.Cells[i].Stance, want)
		}
	}
	for _, g := range m.Facts[1:] {
		if words := f.Cells[1].Span.Of(c.Articles[1].Text); g.Question == fact.HowMany && g.Cells[1].Stance != fact.Silent && g.Cells[1].Span.Of(c.Articles[1].Text) == words {
			t.Errorf("%q is in dispute and told again", words)
		}
	}
}

func TestVoicesOfOneAgencyAreOne(t *testing.T) {
	c, docs := compare(
		report{"Reuters/Courier", "en", "Nine ships joined the rescue of the ferry Ostara\n\nNine ships joined the rescue on Friday."},
		report{"Reuters/Blatt", "de", "Neun Schiffe bei der Rettung der Fähre Ostara\n\nNeun Schiffe beteiligten sich am Freitag an der Rettung."},
		report{"Phare", "fr", "Neuf navires au secours du ferry Ostara\n\nNeuf navires ont participé vendredi au sauvetage."},
	)
	m := fact.Of(&c, docs, false)
	if got := m.VoiceCount(); got != 2 {
		t.Errorf("%d voices, want 2", got)
	}
	if m.Voices[0] != m.Voices[1] || m.Voices[0] == m.Voices[2] {
		t.Errorf("voices %v", m.Voices)
	}
}

// TestSpansLieInTheirTexts holds for every fact what the screens rest on.
func TestSpansLieInTheirTexts(t *testing.T) {
	c, docs := compare(
		report{"Courier", "en", "Minister denies that the port was closed\n\nThe minister denied on Friday that Port Amble was closed. She spoke for 20 minutes in Germany."},
		report{"Blatt", "de", "Hafen geschlossen\n\nDer Hafen Port Amble wurde am Freitag geschlossen. Sie sprach 20 Minuten in Deutschland."},
		report{"Empty", "en", ""},
	)
	for _, possible := range []bool{false, true} {
		m := fact.Of(&c, docs, possible)
		for _, f := range m.Facts {
			if f.Row < 0 || f.Row >= len(c.Rows) || len(f.Cells) != len(c.Articles) || f.Cells[f.Lead].Stance == fact.Silent {
				t.Fatalf("%+v", f)
			}
			for i, cell := range f.Cells {
				if cell.Stance == fact.Silent {
					continue
				}
				if cell.Span.Len() == 0 || !cell.Passage.Contains(cell.Span) && !cell.Span.Contains(cell.Passage) || cell.Passage.End > len(c.Articles[i].Text) {
					t.Errorf("%s: %+v", f.Question, cell)
				}
			}
		}
	}
}

// TestOnlyDisputesDiffer holds that a fact without a dispute has
// no other value and no denial.
func TestOnlyDisputesDiffer(t *testing.T) {
	c, docs := compare(
		report{"Courier", "en", "Nine ships joined the rescue\n\nNine ships joined the rescue in Germany on Friday, Peter Brandt said."},
		report{"Blatt", "de", "Neun Schiffe bei der Rettung\n\nNeun Schiffe beteiligten sich am Freitag in Deutschland an der Rettung, sagte Peter Brandt."},
	)
	m := fact.Of(&c, docs, true)
	questions := map[fact.Question]bool{}
	for _, f := range m.Facts {
		questions[f.Question] = true
		for _, cell := range f.Cells {
			if f.Dispute == "" && (cell.Stance == fact.Differs || cell.Stance == fact.Denies) {
				t.Errorf("%s is %s without a dispute", f.Question, cell.Stance)
			}
		}
	}
	for _, q := range []fact.Question{fact.What, fact.HowMany, fact.When, fact.Where} {
		if !questions[q] {
			t.Errorf("nothing on %s:\n%s", q, strings.Join(table(&c, m), "\n"))
		}
	}
}

// TestNothingToCompare holds that an event without articles has no facts.
func TestNothingToCompare(t *testing.T) {
	if m := fact.Of(&model.Comparison{}, nil, true); len(m.Facts) != 0 || m.VoiceCount() != 0 {
		t.Errorf("%+v", m)
	}
}

func BenchmarkOf(b *testing.B) {
	reports := make([]report, 20)
	for i := range reports {
		reports[i] = report{fmt.Sprint("Outlet ", i), "en", fmt.Sprintf("Fire kills %d people\n\n", 10+i%3) + strings.Repeat("The ferry Ostara caught fire off Port Amble on Friday. Nine ships joined the rescue in Germany. ", 10)}
	}
	c, docs := compare(reports...)
	for b.Loop() {
		fact.Of(&c, docs, true)
	}
}
