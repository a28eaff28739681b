package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model"
)

// Fields are the names of the fields that [Parse] knows, in the order in which
// people are shown them.
var Fields = []string{"lang", "outlet", "since", "until", "date", "kind", "verdict"}

// Error is a query that cannot be read.
type Error struct {
	Column  int // of the term at fault, in characters from 1
	Problem string
}

// Error names the column and the fix.
func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Problem) }

// Parse reads a query as it is typed. Terms stand apart by blanks, and all of
// them count; of several languages, outlets or kinds, one is enough:
//
//	lang:de          in a language (language: is the same)
//	outlet:"Le Monde" of an outlet, or one with this in its name
//	since:2017-07-01 until:2017-08   in a span of days, both ends in it
//	date:2017-07-10  of a day, a month or a year; date:? where that is not known
//	kind:quantity    with a conflict of a kind
//	verdict:open     with a conflict that the reader has judged so, or not at all
//	word "two words" with these words, in this form; a last * is any ending
//	-word -lang:de   without
//
// The error is an [*Error].
func Parse(s string) (Query, error) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var q Query
	for at := 0; ; {
		at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], unicode.IsSpace))
		if at == len(s) {
			return q, nil
		}
		end, problem := termEnd(s, at)
		if problem == "" {
			problem = q.term(s[at:end])
		}
		if problem != "" {
			return Query{}, &Error{utf8.RuneCountInString(s[:at]) + 1, problem}
		}
		at = end
	}
}

// termEnd is where the term that begins at at ends: at a blank outside quotes.
func termEnd(s string, at int) (end int, problem string) {
	inQuotes := false
	for i, r := range s[at:] {
		switch {
		case r == '"':
			inQuotes = !inQuotes
		case unicode.IsSpace(r) && !inQuotes:
			return at + i, ""
		}
	}
	if inQuotes {
		return 0, `a quotation mark is open: close it with "`
	}
	return len(s), ""
}

// term takes in one term.
func (q *Query) term(term string) (problem string) {
	rest, without := strings.CutPrefix(term, "-")
	name, value, named := strings.Cut(rest, ":")
	if !named || strings.Contains(name, `"`) {
		return q.word(strings.ReplaceAll(rest, `"`, ""), without)
	}
	name, value = strings.ToLower(name), strings.TrimSpace(strings.ReplaceAll(value, `"`, ""))
	if value == "" {
		return fmt.Sprintf("nothing after %q", name+":")
	}
	switch name {
	case "lang", "language":
		return q.language(value, without)
	case "outlet":
		put(&q.Outlets, &q.Without.Outlets, value, without)
		return ""
	}
	if without && slices.Contains([]string{"since", "until", "date", "kind", "verdict"}, name) {
		return fmt.Sprintf("%q cannot be left out: put - before words, lang: or outlet:", name+":")
	}
	switch name {
	case "since":
		return q.between(value, &q.Since)
	case "until":
		return q.between(value, &q.Until)
	case "date":
		return q.date(value)
	case "kind":
		return q.kind(value)
	case "verdict":
		return q.verdict(value)
	}
	return fmt.Sprintf(`unknown %q: use lang:, outlet:, since:, until:, date:, kind: or verdict:, or put the word in quotation marks`, name+":")
}

func put(wanted, unwanted *[]string, value string, without bool) {
	if without {
		wanted = unwanted
	}
	*wanted = append(*wanted, value)
}

func (q *Query) word(word string, without bool) (problem string) {
	word = strings.TrimSpace(word)
	if !searchable(word) {
		return fmt.Sprintf("%q holds no letter or digit to search for", word)
	}
	put(&q.Words, &q.Without.Words, word, without)
	return ""
}

func (q *Query) language(tag string, without bool) (problem string) {
	for part := range strings.SplitSeq(tag, "-") {
		if len(part) == 0 || len(part) > 8 || strings.IndexFunc(part, notPlain) >= 0 {
			return fmt.Sprintf("%q is no language: use a code such as de or zh-Hant", tag)
		}
	}
	put(&q.Languages, &q.Without.Languages, strings.ToLower(tag), without)
	return ""
}

func notPlain(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
}

func (q *Query) between(value string, into *model.Date) (problem string) {
	if problem = day(value, into); problem != "" {
		return problem
	}
	since, _, _ := Days(q.Since)
	_, until, _ := Days(q.Until)
	if !q.Since.IsZero() && !q.Until.IsZero() && since > until {
		return fmt.Sprintf("until:%s lies before since:%s", q.Until, q.Since)
	}
	return ""
}

func (q *Query) date(value string) (problem string) {
	if value == "?" {
		q.Unsure = true
		return ""
	}
	problem = day(value, &q.Since)
	q.Until = q.Since
	return problem
}

// day reads a day, a month or a year.
func day(value string, into *model.Date) (problem string) {
	d, err := model.ParseDate(value)
	if err != nil || d.Year == 0 || d.Month == 0 && d.Day != 0 {
		return fmt.Sprintf("%q is no date: use 2017-07-10, 2017-07 or 2017", value)
	}
	*into = model.Date{Year: d.Year, Month: d.Month, Day: d.Day}
	return ""
}

func (q *Query) kind(value string) (problem string) {
	k := model.Kind(strings.ToLower(value))
	if slices.Contains(model.Kinds, k) {
		q.Kinds = append(q.Kinds, k)
		return ""
	}
	names := make([]string, len(model.Kinds))
	for i, k := range model.Kinds {
		names[i] = string(k)
	}
	return fmt.Sprintf("%q is no kind of conflict: use one of %s", value, strings.Join(names, ", "))
}

func (q *Query) verdict(value string) (problem string) {
	v := model.Verdict(strings.ToLower(value))
	if slices.Contains(model.Verdicts, v) {
		q.Verdicts = append(q.Verdicts, v)
		return ""
	}
	return fmt.Sprintf("%q is no verdict: use confirmed, dismissed or open", value)
}
