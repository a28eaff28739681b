package group

import "parallax/model"

// maxApart is how many days may lie between the reports of one event.
const maxApart = 10

// near reports whether two articles may be of one event by their dates; an
// unknown part fits all.
func near(a, b model.Date) bool {
	x, okX := a.Days()
	y, okY := b.Days()
	if okX && okY {
		return x-y <= maxApart && y-x <= maxApart
	}
	if a.Year != 0 && b.Year != 0 && a.Year != b.Year {
		return false
	}
	if a.Month == 0 || b.Month == 0 {
		return true
	}
	// Without a year, the days are compared within one that has both.
	return yearDistance(a, b) <= maxApart
}

// yearDistance is how many days lie between two days of the year, the shorter
// way round; an unknown day is the nearest one.
func yearDistance(a, b model.Date) int {
	if a.Day == 0 || b.Day == 0 {
		if a.Month == b.Month || (a.Month-b.Month+12)%12 == 1 || (b.Month-a.Month+12)%12 == 1 {
			return 0
		}
		return maxApart + 1
	}
	x, _ := model.Date{Year: 2000, Month: a.Month, Day: a.Day}.Days()
	y, _ := model.Date{Year: 2000, Month: b.Month, Day: b.Day}.Days()
	d := max(x-y, y-x)
	return min(d, 366-d)
}
