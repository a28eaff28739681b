package conflict

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed ladders.tsv
var ladderData string

// rung is a place on a ladder of how far a matter has come.
type rung struct {
	ladder string
	height int
}

var rungs = sync.OnceValue(func() map[lexicon.ConceptID][]rung {
	out := map[lexicon.ConceptID][]rung{}
	for _, line := range strings.Split(ladderData, "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		height, err := strconv.Atoi(cells[1])
		if err != nil {
			continue
		}
		for _, key := range strings.Fields(cells[2]) {
			if c, ok := lexicon.ConceptByKey(key); ok {
				out[c.ID] = append(out[c.ID], rung{cells[0], height})
			}
		}
	}
	return out
})

// claimOfRung is a sentence that affirms or denies a rung.
type claimOfRung struct {
	rung
	mention int
	denied  bool // negated, or not yet so
	// contrasted is set where it is affirmed right after something is denied.
	contrasted bool
}

// leastRung is the lowest rung the denial of which says anything: that a thing was
// not spoken of or not thought of is said of many things at once.
const leastRung = 3

// statuses finds where one sentence affirms what the other says has not come so
// far.
func statuses(p *pair) []finding {
	var out []finding
	for _, x := range stand(p.s) {
		for _, y := range stand(p.t) {
			if x.ladder != y.ladder || x.denied == y.denied || p.about(x.mention, y.mention) < 2 {
				continue
			}
			up, down := x, y
			if x.denied {
				up, down = y, x
			}
			side, other, doc := p.s, p.t, p.b
			if x.denied {
				side, other, doc = p.t, p.s, p.a
			}
			if down.height < leastRung || !up.contrasted && denies(side) || !surelyDenied(doc, other, down.mention) {
				continue
			}
			if up.height >= down.height {
				out = append(out, p.status(x, y))
			}
		}
	}
	return out
}

// surelyDenied reports whether a rung is not yet come to, or is what the only denial
// of its sentence denies.
func surelyDenied(d *claim.Document, s *claim.Sentence, mention int) bool {
	m := s.Mentions[mention]
	return !m.State.Negated || rejected(s, m) || clearlyDenied(d, s, m)
}

func (p *pair) status(x, y claimOfRung) finding {
	a, b := p.outlets()
	all := lexicon.Concepts()
	word := func(s *claim.Sentence, c claimOfRung) string {
		key := name(all[s.Mentions[c.mention].Concept])
		if c.denied {
			return "not " + key
		}
		return key
	}
	why := fmt.Sprintf("%s (%s) against %s (%s)", word(p.s, x), a, word(p.t, y), b)
	return finding{model.Status, p.asserted(x.mention, y.mention) + 0.05, why, mentionSpan(p.s, x.mention), mentionSpan(p.t, y.mention)}
}

// stand lists how far a sentence says that the matter has come: the highest rung
// it affirms of each ladder, and the lowest it denies where it affirms none as
// high.
func stand(s *claim.Sentence) []claimOfRung {
	best := map[string]claimOfRung{}
	var order []string
	for i, m := range s.Mentions {
		for _, r := range rungs()[m.Concept] {
			c := claimOfRung{rung: r, mention: i, denied: m.State.Denied() && !m.State.Contrasted || m.State.Status == claim.Open || rejected(s, m)}
			c.contrasted = m.State.Contrasted
			if !c.denied && m.State.Status != claim.Happened && !m.State.Contrasted {
				continue
			}
			old, ok := best[r.ladder]
			if !ok {
				order = append(order, r.ladder)
			}
			if !ok || higher(c, old) {
				best[r.ladder] = c
			}
		}
	}
	var out []claimOfRung
	for _, l := range order {
		out = append(out, best[l])
	}
	return out
}

// rejectReach is how many words may stand between a word of rejecting and what is
// rejected: "rejects reports about a plan".
const rejectReach = 3

// rejected reports whether somebody rejects or denies what is mentioned.
func rejected(s *claim.Sentence, m claim.Mention) bool {
	for _, r := range s.Mentions {
		if c := lexicon.Concepts()[r.Concept]; c.Key != "reject" && c.Key != "deny" {
			continue
		}
		if !r.State.Negated && r.To <= m.From && m.From-r.To <= rejectReach && s.Words[r.From].Clause == s.Words[m.From].Clause {
			return true
		}
	}
	return false
}

// higher prefers what is denied at the lowest rung, as it says most, then what
// is affirmed at the highest.
func higher(a, b claimOfRung) bool {
	switch {
	case a.denied && b.denied:
		return a.height < b.height
	case a.denied != b.denied:
		return a.denied
	}
	return a.height > b.height
}
