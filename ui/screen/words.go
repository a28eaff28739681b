package screen

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parallax/model"
)

// dateWords is a date for people: "10 July 2017, 15:13", "10 July, year?",
// "July 2017", "no date?". An uncertain one ends with a question mark.
func dateWords(d model.Date) string {
	if d.IsZero() {
		return "no date?"
	}
	words := dayWords(d)
	if d.HasClock {
		words += fmt.Sprintf(", %02d:%02d", d.Minute/60, d.Minute%60)
	}
	return words
}

func dayWords(d model.Date) string {
	var parts []string
	if d.Day != 0 {
		parts = append(parts, strconv.Itoa(d.Day))
	}
	if d.Month != 0 {
		parts = append(parts, time.Month(d.Month).String())
	}
	if d.Year == 0 {
		return strings.Join(parts, " ") + ", year?"
	}
	words := strings.Join(append(parts, strconv.Itoa(d.Year)), " ")
	if d.Uncertain {
		words += "?"
	}
	return words
}

// dayHeading is the heading of a day in the list. How sure the date is stands
// with each entry.
func dayHeading(d model.Date) string {
	d.Uncertain = false
	if d.IsZero() {
		return "No date"
	}
	words := dayWords(d)
	if day, ok := d.Weekday(); ok {
		words = day.String() + " " + words
	}
	return words
}

// monthWords is the month of a day, counted from 1 January 1970: "Jul 2017".
func monthWords(day int) string {
	d := model.DateOfDays(day)
	return fmt.Sprintf("%s %d", time.Month(d.Month).String()[:3], d.Year)
}

// counted is a number and its noun, "1 article", "1,200 articles".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(n) + " " + noun
}

func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// listed is names in a row: "a", "a and b", "a, b and c".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// languageWords is a language tag for people.
func languageWords(tag string) string {
	if tag == "" || tag == "und" {
		return "language?"
	}
	return tag
}

// baseLanguage is the language of a tag without script and region.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if base == "und" {
		return "?"
	}
	return base
}

// progress says how far down a page of n lines the last line on the screen is.
func progress(last, n int) string {
	if last >= n {
		return "end"
	}
	return strconv.Itoa(last*100/max(n, 1)) + " %"
}

// found says where a search stands.
func found(query string, at, n int) string {
	if n == 0 {
		return fmt.Sprintf("“%s” not found", query)
	}
	return fmt.Sprintf("“%s” %d of %d", query, at+1, n)
}
