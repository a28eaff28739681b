package detect

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"parallax/model"
	"parallax/model/lexicon/cldr"
)

// layouts are the ways in which machines write dates, besides EDTF.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05-0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST",
	"2006-01-02 15:04:05.999999", "2006-01-02 15:04", "20060102T150405Z", "20060102150405", "2006/01/02 15:04:05", "2006/01/02 15:04",
	"2006/01/02", "20060102", "20060102T15:04:05Z07:00", "20060102T150405Z0700", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
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
	if at, ok := StampOf(s, lang); ok && at.Date.Year != 0 {
		return at.Date, true
	}
	return inAny(s)
}

// inAny reads a date whose month is written in another language than the page is
// said to be in; ok is false where languages are of two minds.
func inAny(s string) (d model.Date, ok bool) {
	const most = 80 // bytes of a date
	if len(s) > most || !strings.ContainsFunc(s, unicode.IsLetter) {
		return d, false
	}
	for _, lang := range cldr.Languages() {
		switch at, is := StampOf(s, lang); {
		case !is || !at.Date.Full():
		case ok && at.Date != d:
			return model.Date{}, false
		default:
			d, ok = at.Date, true
		}
	}
	return d, ok
}

// regional is the language with its country as the source declares it, which says
// whether 02/10 is in October; the language alone where it declares another.
func regional(declared, lang string) string {
	declared = strings.ReplaceAll(declared, "_", "-")
	if base, _, ok := strings.Cut(declared, "-"); ok && strings.EqualFold(base, lang) {
		return declared
	}
	return lang
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
