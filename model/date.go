package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date of EDTF level 1 (ISO 8601-2), of which any part may be
// unknown, with a clock time where one is known. The zero Date knows nothing.
type Date struct {
	Year, Month, Day int  // 0 is unknown
	Uncertain        bool // EDTF "?"
	HasClock         bool
	Minute           int // of the day, local to the zone; valid if HasClock
	HasZone          bool
	Zone             int // minutes east of UTC; valid if HasZone
}

// IsZero reports whether no part of the date is known.
func (d Date) IsZero() bool { return d.Year == 0 && d.Month == 0 && d.Day == 0 }

// Full reports whether year, month and day are all known.
func (d Date) Full() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// String is the date in EDTF to the day: "2017-07-10", "2017-07", "XXXX-12-07",
// "2017-07-10?"; "" where nothing is known.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	s := "XXXX"
	if d.Year != 0 {
		s = fmt.Sprintf("%04d", d.Year)
	}
	switch {
	case d.Day != 0 && d.Month != 0:
		s += fmt.Sprintf("-%02d-%02d", d.Month, d.Day)
	case d.Day != 0:
		s += fmt.Sprintf("-XX-%02d", d.Day)
	case d.Month != 0:
		s += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Uncertain {
		s += "?"
	}
	return s
}

// ParseDate reads what [Date.String] writes. A time of day after "T" is read as
// well, with "Z" or a numeric zone. The error names the input and the fix.
func ParseDate(s string) (Date, error) {
	bad := fmt.Errorf("bad date %q: use EDTF, such as 2017-07-10, 2017-07 or XXXX-07-10?", s)
	var d Date
	rest, clock, hasClock := strings.Cut(s, "T")
	if strings.HasSuffix(rest, "?") {
		d.Uncertain, rest = true, strings.TrimSuffix(rest, "?")
	}
	for i, part := range strings.Split(rest, "-") {
		width := 2
		if i == 0 {
			width = 4
		}
		if i > 2 || len(part) != width {
			return Date{}, bad
		}
		if strings.Trim(part, "X") == "" {
			continue
		}
		n, err := strconv.Atoi(part)
		if err != nil || n <= 0 {
			return Date{}, bad
		}
		*[]*int{&d.Year, &d.Month, &d.Day}[i] = n
	}
	if d.Month > 12 || d.Day > DaysIn(d.Year, d.Month) {
		return Date{}, bad
	}
	if hasClock && !d.parseClock(clock) {
		return Date{}, bad
	}
	return d, nil
}

func (d *Date) parseClock(s string) bool {
	for _, layout := range []string{"15:04:05Z07:00", "15:04Z07:00", "15:04:05", "15:04", "15:04:05-0700", "15:04:05.999999999Z07:00"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d.HasClock, d.Minute = true, t.Hour()*60+t.Minute()
		if strings.Contains(layout, "07") {
			_, zone := t.Zone()
			d.HasZone, d.Zone = true, zone/60
		}
		return true
	}
	return false
}

// DaysIn is the number of days of a month; an unknown year is taken as a leap
// year and an unknown month as one of 31 days.
func DaysIn(year, month int) int {
	if month == 0 {
		return 31
	}
	if year == 0 {
		year = 2000
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Days is the number of days since 1 January 1970; ok is false unless the date
// is full.
func (d Date) Days() (n int, ok bool) {
	if !d.Full() {
		return 0, false
	}
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / 86400), true
}

// DateOfDays is the full date that lies n days after 1 January 1970.
func DateOfDays(n int) Date {
	t := time.Unix(int64(n)*86400, 0).UTC()
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// AddDays moves a full date by n days and keeps its clock and certainty; any
// other date comes back unchanged.
func (d Date) AddDays(n int) Date {
	days, ok := d.Days()
	if !ok {
		return d
	}
	e := DateOfDays(days + n)
	d.Year, d.Month, d.Day = e.Year, e.Month, e.Day
	return d
}

// Weekday is the day of the week of a full date; ok is false for any other.
func (d Date) Weekday() (w time.Weekday, ok bool) {
	n, ok := d.Days()
	return time.Weekday(((n+4)%7 + 7) % 7), ok
}
