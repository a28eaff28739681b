package main

import (
	"strconv"
	"strings"
)

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func (s source) dates(locales []string) (*sheet, error) {
	out := newSheet()
	for i, locale := range locales {
		n, err := s.main("cldr-dates-full", locale, "ca-gregorian.json")
		if err != nil {
			return nil, err
		}
		calendar := n.at("dates", "calendars", "gregorian")
		if i == 0 {
			pattern := calendar.at("dateFormats", "short").text()
			out.lines = append(out.lines, "order\t"+order(pattern), "separator\t"+separator(pattern))
		}
		months(out, "month", calendar)
		days(out, calendar)
		quarters(out, calendar)
		dayPeriods(out, calendar)
		if err := s.further(out, locale); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// further adds relative fields, units of time and the other calendars.
func (s source) further(out *sheet, locale string) error {
	n, err := s.main("cldr-dates-full", locale, "dateFields.json")
	if err != nil {
		return err
	}
	fields(out, n.at("dates", "fields"))
	if n, err = s.main("cldr-units-full", locale, "units.json"); err != nil {
		return err
	}
	for _, unit := range []string{"day", "week", "month", "year", "hour", "minute", "second", "quarter", "decade", "century", "night", "fortnight"} {
		timeUnit(out, unit, n.at("units", "long", "duration-"+unit))
	}
	if n, err = s.main("cldr-cal-persian-full", locale, "ca-persian.json"); err != nil {
		return err
	}
	months(out, "jalali", n.at("dates", "calendars", "persian"))
	if n, err = s.main("cldr-cal-islamic-full", locale, "ca-islamic.json"); err != nil {
		return err
	}
	months(out, "hijri", n.at("dates", "calendars", "islamic"))
	return nil
}

// order is the order of the fields of a short date pattern.
func order(pattern string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(pattern) {
		if strings.ContainsRune("dmy", r) && !strings.ContainsRune(b.String(), r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// separator is the sign between the fields of a short date pattern.
func separator(pattern string) string {
	at := strings.IndexAny(pattern, "./-")
	return pattern[at : at+1]
}

func months(out *sheet, kind string, calendar node) {
	for _, form := range []string{"format", "stand-alone"} {
		for m := 1; m <= 12; m++ {
			key := strconv.Itoa(m)
			add := func(kind, width string) {
				if text := calendar.at("months", form, width, key).text(); !numeral(text) {
					out.add(kind, key, text)
				}
			}
			add(kind, "wide")
			if kind == "month" {
				add("month.", "abbreviated")
			}
		}
	}
}

// numeral reports whether a name is no name: "M01", "7", "7.".
func numeral(text string) bool {
	return strings.Trim(text, "M0123456789.") == ""
}

func days(out *sheet, calendar node) {
	for _, form := range []string{"format", "stand-alone"} {
		for i, day := range weekdays {
			names := calendar.at("days", form)
			out.add("weekday", strconv.Itoa(i), names.at("wide", day).text())
			out.add("weekday.", strconv.Itoa(i), names.at("abbreviated", day).text())
			out.add("weekday.", strconv.Itoa(i), names.at("short", day).text())
		}
	}
}

func quarters(out *sheet, calendar node) {
	for _, form := range []string{"format", "stand-alone"} {
		for q := 1; q <= 4; q++ {
			for _, width := range []string{"wide", "abbreviated"} {
				key := strconv.Itoa(q)
				out.add("quarter", key, calendar.at("quarters", form, width, key).text())
			}
		}
	}
}

// dayPeriods adds the parts of the day; "morning1" and "morning2" are one.
func dayPeriods(out *sheet, calendar node) {
	for _, form := range []string{"format", "stand-alone"} {
		for _, width := range []string{"wide", "abbreviated"} {
			names := calendar.at("dayPeriods", form, width)
			for _, key := range names.keys() {
				out.add(strings.TrimRight(code(key), "12"), "0", names.at(key).text())
			}
		}
	}
}

// fields adds what is named from today: "yesterday", "last week", "next Monday".
func fields(out *sheet, fields node) {
	kinds := map[string]string{"day": "day", "week": "week", "month": "rmonth", "year": "year", "quarter": "rquarter"}
	for _, field := range []string{"day", "week", "month", "year", "quarter"} {
		for offset := -3; offset <= 3; offset++ {
			key := "relative-type-" + strconv.Itoa(offset)
			out.add(kinds[field], strconv.Itoa(offset), fields.at(field, key).text())
		}
	}
	for i, day := range weekdays {
		out.add("last", strconv.Itoa(i), fields.at(day, "relative-type--1").text())
		out.add("next", strconv.Itoa(i), fields.at(day, "relative-type-1").text())
	}
}

func timeUnit(out *sheet, name string, unit node) {
	for _, key := range unit.keys() {
		before, after, ok := strings.Cut(unit.at(key).text(), "{0}")
		if !ok || strings.TrimSpace(before) != "" || !strings.Contains(key, "-count-") {
			continue
		}
		if strings.HasSuffix(key, "-count-one") {
			out.add("u."+name, "1", after)
		} else {
			out.add("u."+name, "0", after)
		}
	}
}
