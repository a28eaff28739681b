package library

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"parallax/model"
	"parallax/model/safe"
)

// Judge gives conflicts a verdict and a note, as one action. A verdict that is
// open, without a note, takes back what was there. It says what was done.
func (l *Library) Judge(ctx context.Context, judgements []model.Judgement) (what string, err error) {
	if len(judgements) == 0 {
		return "", errors.New("no conflict to judge")
	}
	return l.perform(ctx, func() (string, []value, error) {
		var values []value
		for _, j := range judgements {
			j.Note = safe.Block(j.Note)
			v := value{digestKey(verdictKey, string(j.Kind), j.A.Article, j.A.Text, j.B.Article, j.B.Text), nil}
			switch j.Verdict {
			case model.Confirmed, model.Dismissed:
				v.value = some(j)
			case model.Open:
				if j.Note != "" {
					v.value = some(j)
				}
			default:
				return "", nil, fmt.Errorf("unknown verdict %q: confirmed, dismissed or open", j.Verdict)
			}
			values = append(values, v)
		}
		return judged(&judgements[0]), values, nil
	})
}

// judged is a judgement in words.
func judged(j *model.Judgement) string {
	what := map[model.Verdict]string{model.Confirmed: "confirmed", model.Dismissed: "dismissed", model.Open: "opened again"}[j.Verdict]
	what = fmt.Sprintf("%s %s against %s (%s)", what, quoted(j.A.Mark, j.A.Text), quoted(j.B.Mark, j.B.Text), j.Kind)
	if j.Note != "" {
		what += ": " + brief(j.Note)
	}
	return what
}

// Decide keeps articles together as reports of one event, or apart, whatever
// grouping finds, as one action. A later decision on a pair replaces the earlier.
// It says what was done.
func (l *Library) Decide(ctx context.Context, decisions []model.Decision) (what string, err error) {
	if len(decisions) == 0 {
		return "", errors.New("no articles to decide on")
	}
	return l.perform(ctx, func() (string, []value, error) {
		var values []value
		for _, d := range decisions {
			if d.A == d.B {
				return "", nil, fmt.Errorf("%s is one article: name two", d.A)
			}
			values = append(values, value{digestKey(decisionKey, d.A, d.B), some(d)})
		}
		what, err := l.decided(decisions)
		return what, values, err
	})
}

// decided is decisions in words.
func (l *Library) decided(decisions []model.Decision) (string, error) {
	titles := map[string]string{}
	for _, d := range decisions {
		for _, id := range []string{d.A, d.B} {
			if titles[id] != "" {
				continue
			}
			title, err := l.title(id)
			if err != nil {
				return "", err
			}
			titles[id] = title
		}
	}
	d := decisions[0]
	what, link := "kept apart ", " from "
	if d.Together {
		what, link = "put together ", " and "
	}
	what += titles[d.A] + link + titles[d.B]
	if more := len(titles) - 2; more > 0 {
		what += fmt.Sprintf(" and %d more", more)
	}
	return what, nil
}

// briefLen is how much of a text is given in the words of an action, in runes.
const briefLen = 60

// brief is the beginning of a text on one line.
func brief(s string) string {
	r := []rune(safe.Field(s))
	if len(r) <= briefLen {
		return string(r)
	}
	return strings.TrimSpace(string(r[:briefLen])) + "…"
}

// quoted is the first text that is not empty, in quotation marks.
func quoted(texts ...string) string {
	for _, t := range texts {
		if t = brief(t); t != "" {
			return "“" + t + "”"
		}
	}
	return "an untitled article"
}
