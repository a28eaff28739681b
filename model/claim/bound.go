package claim

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// The share by which a rounded number may be off: "about 40" is 36 to 44,
// "almost 50" is 45 to 50, "a good 7" is 7 to 7.7.
const roundShare = 0.1

// vagueTop is how many times its unit a vague plural may reach: "dozens",
// "thousands".
const vagueTop = 100

// bound sets the interval that the words around the number allow.
func (s *Sentence) bound(q *Quantity, n number, after int) {
	if q.Bound == "" {
		q.Bound = s.boundCue(q.From, after)
	}
	v := n.value
	q.Lo, q.Hi = v-n.step, v+n.step
	if q.Bound == "" && n.step > 0 && v != 0 && n.step/v > roundShare {
		q.Lo, q.Hi = v*(1-roundShare), v*(1+roundShare)
	}
	switch {
	case q.Bound == "" && n.more:
		q.Bound = lexicon.OrMore
	case q.Bound == "" && n.about:
		q.Bound = lexicon.About
	}
	switch {
	case n.vague:
		q.Lo, q.Hi, q.Bound = v, v*vagueTop, lexicon.Vague
	case q.Bound == lexicon.About:
		q.Lo, q.Hi = v*(1-roundShare), v*(1+roundShare)
	case q.Bound == lexicon.AtLeast, q.Bound == lexicon.MoreThan, q.Bound == lexicon.OrMore:
		q.Lo, q.Hi = v, math.Inf(1)
	case q.Bound == lexicon.AtMost, q.Bound == lexicon.LessThan, q.Bound == lexicon.OrLess:
		q.Lo, q.Hi = math.Inf(-1), v
	case q.Bound == lexicon.JustUnder:
		q.Lo, q.Hi = v*(1-roundShare), v
	case q.Bound == lexicon.JustOver:
		q.Lo, q.Hi = v, v*(1+roundShare)
	}
}

// boundSigns are the signs right before a number that bound it.
var boundSigns = map[rune]lexicon.Cue{'~': lexicon.About, '≈': lexicon.About, '>': lexicon.MoreThan, '<': lexicon.LessThan, '≥': lexicon.AtLeast, '≤': lexicon.AtMost}

// boundBefore is the bound that a sign before the number at word i gives it, or that it
// shares with the number in front of a parenthesis that it stands in: "more than 100
// kilometers (60 miles)".
func (s *Sentence) boundBefore(i int, unit Unit, text string) lexicon.Cue {
	before := strings.TrimRight(text[s.Span.Start:s.Words[i].Span.Start], " $€£¥")
	last, _ := utf8.DecodeLastRuneInString(before)
	if cue, ok := boundSigns[last]; ok {
		return cue
	}
	k := len(s.Quantities) - 1
	if k < 0 || last != '(' || unit.Dimension == "" || !strings.HasPrefix(unit.Dimension, "money") && s.Quantities[k].Unit.Dimension != unit.Dimension {
		return ""
	}
	if gap := text[s.Quantities[k].Span.End:s.Words[i].Span.Start]; strings.TrimRight(gap, " $€£¥USACN") != " (" {
		return ""
	}
	return s.Quantities[k].Bound
}

var boundsBefore = map[lexicon.Cue]bool{
	lexicon.About: true, lexicon.AtLeast: true, lexicon.MoreThan: true, lexicon.AtMost: true, lexicon.LessThan: true,
	lexicon.JustUnder: true, lexicon.JustOver: true,
}

// boundCue is the cue that ends at the number or begins right after it, the
// longest first.
func (s *Sentence) boundCue(from, after int) lexicon.Cue {
	best, length := lexicon.Cue(""), 0
	changes := len(s.Quantities) > 0 && s.Quantities[len(s.Quantities)-1].Earlier || s.tellsChange(s.Words[from].Clause)
	for _, h := range s.cues {
		before := h.End == from && boundsBefore[h.Cue] && !s.Words[from].Token.Gap
		behind := h.Start == after && (h.Cue == lexicon.OrMore || h.Cue == lexicon.OrLess) && !s.Words[after].Token.Gap
		if h.Cue == lexicon.AtMost && changes && s.hasCue(from-1, lexicon.ToValue) {
			continue // "from 3 to 5" ends at 5
		}
		if (before || behind) && h.End-h.Start > length {
			best, length = h.Cue, h.End-h.Start
		}
	}
	return best
}

// scope notes what part of the whole the number counts.
func (s *Sentence) scope(q *Quantity, after int) {
	for _, h := range s.cues {
		near := h.End <= q.From && h.End > q.From-3 && s.sameClause(h.Start, q.From)
		touches := h.End == q.From && s.sameClause(h.Start, q.From)
		behind := h.Start >= after && h.Start < after+2 && s.sameClause(h.Start, q.From)
		switch h.Cue {
		case lexicon.Further:
			q.Further = q.Further || touches || behind
		case lexicon.Among:
			q.Among = q.Among || near && s.opensClause(h.Start) || h.Start == after && behind
		case lexicon.Total:
			q.Total = q.Total || near || behind
		case lexicon.FromValue:
			q.Earlier = q.Earlier || touches
		case lexicon.ToValue:
			q.Later = q.Later || touches
		case lexicon.Per:
			q.Rate = q.Rate || behind && h.Start == after
		}
	}
}

// opensClause reports whether the word is the first of its clause.
func (s *Sentence) opensClause(i int) bool {
	return i == 0 || s.Words[i-1].Clause != s.Words[i].Clause
}

func (s *Sentence) sameClause(a, b int) bool { return s.Words[a].Clause == s.Words[b].Clause }
