package detect

import (
	"strconv"
	"strings"
	"time"

	"parallax/model"
)

// layouts are the ways in which machines write dates, besides EDTF.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05-0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST",
	"2006-01-02 15:04:05.999999", "2006-01-02 15:04", "20060102T150405Z", "20060102150405", "2006/01/02 15:04:05", "2006/01/02 15:04",
	"2006/01/02", "20060102", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", time.ANSIC, time.UnixDate, time.RFC850,
}

// given reads a date as a source states it; ok is false where it names no day.
func given(s, lang string) (d model.Date, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return d, false
	}
	if d, err := model.ParseDate(s); err == nil && d.Year != 0 && plausible(d.Year) {
		return d, true
	}
	if t, ok := epoch(s); ok {
		return dateOf(t, true, true), true
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && plausible(t.Year()) {
			zone := strings.Contains(layout, "07") || strings.HasSuffix(layout, "MST") || strings.HasSuffix(layout, "Z")
			return dateOf(t, strings.Contains(layout, "15"), zone), true
		}
	}
	at, ok := StampOf(s, lang)
	return at.Date, ok && at.Date.Year != 0
}

// The years in which a publication may be.
const (
	firstYear = 1700
	lastYear  = 2100
)

func plausible(year int) bool { return year >= firstYear && year <= lastYear }

// epoch reads seconds, milliseconds or more since 1970.
func epoch(s string) (time.Time, bool) {
	whole, _, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || len(whole) < 9 || len(whole) == 14 {
		return time.Time{}, false
	}
	for n > 1e11 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	return t, plausible(t.Year())
}

func dateOf(t time.Time, clock, zone bool) model.Date {
	d := model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	if clock {
		d.HasClock, d.Minute = true, t.Hour()*60+t.Minute()
		_, offset := t.Zone()
		d.HasZone, d.Zone = zone, offset/60
	}
	return d
}
