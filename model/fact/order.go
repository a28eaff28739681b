package fact

import (
	"cmp"
	"slices"

	"parallax/model"
)

var strengths = []model.Strength{model.Strong, model.Likely, model.Possible, ""}

// byDisagreement puts what is in dispute first: among it what is most evenly
// disputed by most voices, then the surest; then what most voices say.
func byDisagreement(a, b Fact) int {
	return cmp.Or(
		-cmp.Compare(truth(a.Dispute != ""), truth(b.Dispute != "")),
		-cmp.Compare(min(a.Said, a.Against), min(b.Said, b.Against)),
		-cmp.Compare(a.Against, b.Against),
		cmp.Compare(slices.Index(strengths, a.Strength), slices.Index(strengths, b.Strength)),
		-cmp.Compare(a.Said, b.Said),
		cmp.Compare(a.Row, b.Row),
	)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
