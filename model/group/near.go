package group

import (
	"math"

	"parallax/model"
)

// Reports of one event lie within maxApart days of each other, and are likelier
// of one event the nearer they lie: a Gaussian of decayDays.
const (
	maxApart  = 10
	decayDays = 4.0
)

// near says how well the dates of two articles fit one event, from 0 to 1; an
// unknown part fits all.
func near(a, b model.Date) float64 {
	x, okX := a.Days()
	y, okY := b.Days()
	switch {
	case okX && okY:
		return nearness(max(x-y, y-x))
	case a.Year != 0 && b.Year != 0 && a.Year != b.Year:
		return 0
	case a.Month == 0 || b.Month == 0:
		return 1
	}
	return nearness(yearDistance(a, b)) // without a year, in one that has both
}

func nearness(days int) float64 {
	if days > maxApart {
		return 0
	}
	return math.Exp(-float64(days*days) / (2 * decayDays * decayDays))
}

// yearDistance is how many days lie between two days of the year, the shorter
// way round; an unknown day is the nearest one.
func yearDistance(a, b model.Date) int {
	if a.Day == 0 || b.Day == 0 {
		if (a.Month-b.Month+12)%12 <= 1 || (b.Month-a.Month+12)%12 <= 1 {
			return 0
		}
		return maxApart + 1
	}
	x, _ := model.Date{Year: 2000, Month: a.Month, Day: a.Day}.Days()
	y, _ := model.Date{Year: 2000, Month: b.Month, Day: b.Day}.Days()
	d := max(x-y, y-x)
	return min(d, 366-d)
}
