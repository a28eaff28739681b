package timex

import "parallax/model"

// calendar is the calendar in which a date is written.
type calendar uint8

const (
	gregorian calendar = iota
	jalali             // Persian, solar
	hijri              // Islamic, lunar
)

// gregorianDate converts a full date; the Islamic one by the tabular calendar,
// from which a sighted moon may differ by a day or two.
func (c calendar) gregorianDate(y, m, d int) model.Date {
	if c == jalali {
		return model.DateOfDays(jalaliDays(y, m, d))
	}
	if c == hijri {
		return model.DateOfDays(hijriDays(y, m, d))
	}
	return model.Date{Year: y, Month: m, Day: d}
}

// holds reports whether the year is one that news writes in the calendar.
func (c calendar) holds(year int) bool {
	if c == gregorian {
		return year >= oldestYear && year < 2100
	}
	return year >= 1200 && year <= 1500
}

// epochJulian is the Julian day number of 1 January 1970.
const epochJulian = 2440588

// hijriDays is the number of days since 1 January 1970 of a date of the tabular
// Islamic calendar (civil epoch, years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29
// of 30 are leap years).
func hijriDays(y, m, d int) int {
	const epoch = 1948440 // Julian day number of 1 Muharram 1
	return epoch + (y-1)*354 + (3+11*y)/30 + (59*(m-1)+1)/2 + d - 1 - epochJulian
}

// breaks are the years in which the 33-year cycles of leap years of the Persian
// calendar begin anew (K. M. Borkowski, "The Persian calendar for 3000 years").
var breaks = [...]int{-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178}

// jalaliDays is the number of days since 1 January 1970 of a Persian date.
func jalaliDays(y, m, d int) int {
	gy := y + 621
	leapJ, jump, last := -14, 0, breaks[0]
	for _, b := range breaks[1:] {
		jump = b - last
		if y < b {
			break
		}
		leapJ += jump/33*8 + jump%33/4
		last = b
	}
	n := y - last
	leapJ += n/33*8 + (n%33+3)/4
	if jump%33 == 4 && jump-n == 4 {
		leapJ++
	}
	leapG := gy/4 - (gy/100+1)*3/4 - 150
	newYear := model.Date{Year: gy, Month: 3, Day: 20 + leapJ - leapG}
	days, _ := newYear.Days()
	return days + (m-1)*31 - m/7*(m-7) + d - 1
}

// jalaliOf is the Persian year and month of a day.
func jalaliOf(days int) (year, month, day int) {
	year = model.DateOfDays(days).Year - 621
	if days < jalaliDays(year, 1, 1) {
		year--
	}
	n := days - jalaliDays(year, 1, 1)
	if n < 186 {
		return year, n/31 + 1, n%31 + 1
	}
	return year, 7 + (n-186)/30, (n-186)%30 + 1
}
