package query

import (
	"strings"
	"unicode"

	"parallax/model"
)

// Query says which articles are asked for. The zero Query asks for all.
type Query struct {
	Languages []string // any of these, BCP 47 in lower case; "zh" is "zh-Hant" too
	Outlets   []string // any of these, or of which one is a part
	// Words are all wanted, in title or text. One that holds several words wants
	// them side by side; a "*" at the end stands for any ending.
	Words []string
	Kinds []model.Kind // any of these among the conflicts
	// Verdicts are any of these among the reader's verdicts on the conflicts.
	Verdicts []model.Verdict
	Since    model.Date // on this day or later; zero is open
	Until    model.Date // on this day or earlier; zero is open
	Unsure   bool       // only those whose date is unknown, in part or at all, or uncertain
	Without  Without
}

// Without is what the articles asked for must not have; none of it.
type Without struct {
	Languages []string
	Outlets   []string
	Words     []string
}

// OfConflicts reports whether conflicts are asked for, of which an article alone
// knows nothing.
func (q *Query) OfConflicts() bool { return len(q.Kinds)+len(q.Verdicts) > 0 }

// OfArticles is the query without what it asks of conflicts.
func (q Query) OfArticles() Query {
	q.Kinds, q.Verdicts = nil, nil
	return q
}

// Dated reports whether only articles of known years are asked for.
func (q *Query) Dated() bool { return !q.Since.IsZero() || !q.Until.IsZero() }

// String is the query as [Parse] reads it, each part in its usual place.
func (q Query) String() string {
	var terms []string
	add := func(prefix string, values []string) {
		for _, v := range values {
			terms = append(terms, prefix+quoted(v))
		}
	}
	add("lang:", q.Languages)
	add("-lang:", q.Without.Languages)
	add("outlet:", q.Outlets)
	add("-outlet:", q.Without.Outlets)
	if !q.Since.IsZero() {
		terms = append(terms, "since:"+q.Since.String())
	}
	if !q.Until.IsZero() {
		terms = append(terms, "until:"+q.Until.String())
	}
	if q.Unsure {
		terms = append(terms, "date:?")
	}
	for _, k := range q.Kinds {
		terms = append(terms, "kind:"+string(k))
	}
	for _, v := range q.Verdicts {
		terms = append(terms, "verdict:"+string(v))
	}
	add("", q.Words)
	add("-", q.Without.Words)
	return strings.Join(terms, " ")
}

// quoted is a value with the quotation marks that keep it in one piece.
func quoted(v string) string {
	if strings.HasPrefix(v, "-") || strings.Contains(v, ":") || strings.IndexFunc(v, unicode.IsSpace) >= 0 {
		return `"` + v + `"`
	}
	return v
}
