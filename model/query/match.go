package query

import (
	"cmp"
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/lexicon/stem"
)

// Matcher returns a function that reports whether an article is asked for. It
// does not look at what is asked of conflicts, of which an article alone knows
// nothing.
func (q Query) Matcher() func(*model.Article) bool {
	words, without := phrases(q.Words), phrases(q.Without.Words)
	return func(a *model.Article) bool {
		if !q.matchesPlace(a) || !q.matchesDate(a.Date) {
			return false
		}
		if len(words)+len(without) == 0 {
			return true
		}
		text := positions(a.Text)
		for _, p := range words {
			if p.next(text, 0) < 0 {
				return false
			}
		}
		return !slices.ContainsFunc(without, func(p phrase) bool { return p.next(text, 0) >= 0 })
	}
}

// Hits lists where the words wanted stand in a text, in its order.
func (q Query) Hits(text string) []model.Span {
	var hits []model.Span
	at := positions(text)
	for _, p := range phrases(q.Words) {
		for i := p.next(at, 0); i >= 0; i = p.next(at, i+1) {
			hits = append(hits, model.Span{Start: at[i].span.Start, End: at[i+len(p.tokens)-1].span.End})
		}
	}
	slices.SortFunc(hits, func(a, b model.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return slices.Compact(hits)
}

func (q *Query) matchesPlace(a *model.Article) bool {
	speaks := func(tag string) bool { return Speaks(a.Language, tag) }
	from := func(name string) bool { return Named(a.Outlet, name) }
	return (len(q.Languages) == 0 || slices.ContainsFunc(q.Languages, speaks)) && !slices.ContainsFunc(q.Without.Languages, speaks) &&
		(len(q.Outlets) == 0 || slices.ContainsFunc(q.Outlets, from)) && !slices.ContainsFunc(q.Without.Outlets, from)
}

func (q *Query) matchesDate(d model.Date) bool {
	if q.Unsure && !Unsure(d) {
		return false
	}
	if !q.Dated() {
		return true
	}
	first, last, ok := Days(d)
	since, _, _ := Days(q.Since)
	_, until, _ := Days(q.Until)
	return ok && (q.Since.IsZero() || last >= since) && (q.Until.IsZero() || first <= until)
}

// Speaks reports whether a language is the one asked for, or a kind of it.
func Speaks(language, asked string) bool {
	language, asked = strings.ToLower(language), strings.ToLower(asked)
	return language == asked || strings.HasPrefix(language, asked+"-")
}

// Named reports whether an outlet has what is asked for in its name, whatever
// the marks and capitals.
func Named(outlet, asked string) bool {
	return strings.Contains(stem.Fold("", outlet), stem.Fold("", asked))
}

// Unsure reports whether a date is uncertain or not known to the day.
func Unsure(d model.Date) bool { return d.Uncertain || !d.Full() }

// Days is the first and the last day that a date can mean, counted from 1
// January 1970; ok is false where its year is unknown.
func Days(d model.Date) (first, last int, ok bool) {
	if d.Year == 0 {
		return 0, 0, false
	}
	from, to := model.Date{Year: d.Year, Month: 1, Day: 1}, model.Date{Year: d.Year, Month: 12, Day: 31}
	if d.Month != 0 {
		from.Month, to.Month, to.Day = d.Month, d.Month, model.DaysIn(d.Year, d.Month)
		if d.Day != 0 {
			from.Day, to.Day = d.Day, d.Day
		}
	}
	first, _ = from.Days()
	last, _ = to.Days()
	return first, last, true
}

// phrase is tokens that stand side by side; the last may go on where it is open.
type phrase struct {
	tokens []string
	open   bool
}

func phrases(words []string) []phrase {
	out := make([]phrase, len(words))
	for i, w := range words {
		Tokens(w, true, func(t Token) bool { out[i].tokens = append(out[i].tokens, t.Text); return true })
		out[i].open = Open(w)
	}
	return out
}

// position is where one token stands, or two beside each other.
type position struct {
	tokens [2]string
	span   model.Span // of the first
}

func positions(text string) []position {
	var out []position
	Tokens(text, false, func(t Token) bool {
		if t.Beside {
			out[len(out)-1].tokens[1] = t.Text
		} else {
			out = append(out, position{[2]string{t.Text}, model.Span{Start: t.Start, End: t.End}})
		}
		return true
	})
	return out
}

// next is the first position from which the phrase stands in a text, or -1.
func (p phrase) next(text []position, from int) int {
	for i := from; i+len(p.tokens) <= len(text); i++ {
		if p.at(text[i:]) {
			return i
		}
	}
	return -1
}

func (p phrase) at(text []position) bool {
	for i, want := range p.tokens {
		open := p.open && i == len(p.tokens)-1
		if !slices.ContainsFunc(text[i].tokens[:], func(have string) bool {
			return have == want || open && strings.HasPrefix(have, want)
		}) {
			return false
		}
	}
	return true
}
