package conflict

import (
	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// Verdict is what two passages, said to be of one happening, are to each other.
type Verdict struct {
	Relation model.Relation
	Kind     model.Kind     // set where Relation is Clash
	Strength model.Strength // set where Relation is Clash
	Why      string
}

// Judge compares two passages as the rows of an event are compared. Conflicts
// that are only possible count where all is set.
func Judge(a, b model.Article, all bool) Verdict {
	docs := []*claim.Document{claim.Read(&a), claim.Read(&b)}
	pairs := align.Pairs(docs)
	best := 0.0
	for _, p := range pairs {
		best = max(best, p.Score)
	}
	v := Verdict{Relation: model.Single}
	switch {
	case best >= agreeScore:
		v.Relation = model.Agree
	case best > 0:
		v.Relation = model.Related
	}
	found, _ := find("", docs, pairs)
	for _, c := range found {
		if c.Strength == model.Possible && !all {
			continue
		}
		if v.Relation != model.Clash || rank(c.Strength) < rank(v.Strength) {
			v = Verdict{model.Clash, c.Kind, c.Strength, c.Why}
		}
	}
	return v
}

func rank(s model.Strength) int {
	switch s {
	case model.Strong:
		return 0
	case model.Likely:
		return 1
	}
	return 2
}
