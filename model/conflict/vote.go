package conflict

// votes is how the other reports side on a denial, as shares of those that have one
// sentence like both: with the one that denies, or with the one that does not. Those of
// whom that cannot be told side with nobody.
type votes struct {
	voters           int
	denying, without float64
	// told is the share of all reports, but the one whose words are compared, that tell of
	// the very thing that is denied: what one denies and none of the others has a word for
	// they may say in another way.
	told float64
}

// leastVoters is how many reports there are at the least that can be of one mind.
const leastVoters = 2

// ofOneMind reports whether all others side with the one that denies, or all with the
// other: then one report alone differs. Where they are at odds, their languages are more
// likely to say the same in other ways.
func (v votes) ofOneMind() (denying, without bool) {
	if v.voters < leastVoters {
		return false, false
	}
	return v.denying == 1, v.without == 1
}

// vote asks the other reports. What languages say with a "not" differs, so that denials
// are counted: as many as in the one sentence or as few as in the other.
func (d *lone) vote(list []witness) votes {
	var v votes
	most, least := d.x.hard(), d.y.hard()
	_, told := d.heldScope()
	asked := 1.0
	v.told = yes(told)
	for _, w := range list {
		z := newReading(w.d, w.s)
		switch n := z.hard(); {
		case most > least && n >= most:
			v.denying++
			asked++
			v.told += yes(affirmedIn(z, d.y))
		case most > least && n <= least && softDenials(d.y, z) == 0:
			v.without++
			asked++
			e := lone{Denial: d.Denial, x: d.x, y: z, to: counterparts(d.x, z, d.x.d.Language == z.d.Language)}
			_, told := e.heldScope()
			v.told += yes(told)
		}
		v.voters++
	}
	v.told /= asked
	if v.voters > 0 {
		v.denying, v.without = v.denying/float64(v.voters), v.without/float64(v.voters)
	}
	return v
}

// affirmedIn reports whether one sentence tells of something that the other denies.
func affirmedIn(denying, other *reading) bool {
	to := counterparts(denying, other, denying.d.Language == other.d.Language)
	for _, e := range denying.denials {
		l := lone{Denial: e, x: denying, y: other, to: to}
		if _, told := l.heldScope(); told && !e.Soft {
			return true
		}
	}
	return false
}

// hard counts the denials of a sentence that turn a clause round.
func (r *reading) hard() int {
	n := 0
	for _, e := range r.denials {
		n += int(yes(!e.Soft))
	}
	return n
}
