package detect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/timex"
)

// verdict is a date of publication and what it rests on.
type verdict struct {
	date    model.Date
	basis   string
	weekday time.Weekday
	named   bool // the weekday is known
}

// Date is the date of publication, what it rests on in plain words, and the day
// the page was saved, where the page shows it. Evidence is taken in order of
// trust; what is not sure is marked as uncertain, and what is unknown stays so.
// No page is of a later day than today.
func Date(c Clues, lang string, today model.Date) (date model.Date, basis string, saved model.Date) {
	saved = savedOn(c.Stamps)
	latest := today
	if !saved.IsZero() && !later(saved, today) {
		latest = saved
	}
	v, ok := published(c, lang, latest)
	if !ok {
		return model.Date{}, "", saved
	}
	if later(v.date, latest.AddDays(1)) {
		v.date.Uncertain = true
		v.basis += "; later than the page can be"
	}
	if v.date.Year == 0 && v.date.Day != 0 && v.date.Month != 0 {
		v.basis += ", no year" + fitting(v, latest)
	}
	return v.date, v.basis, saved
}

// published tries the evidence, best first.
func published(c Clues, lang string, latest model.Date) (verdict, bool) {
	written := regional(c.Meta.Language, lang)
	if d, ok := given(c.Meta.Published, written); ok {
		return stated(d, c.Meta.Shown, written), true
	}
	tries := []func() (verdict, bool){
		func() (verdict, bool) { return stamped(c.Stamps, Under, true) },
		func() (verdict, bool) { return stamped(c.Stamps, DayHeading, true) },
		func() (verdict, bool) { return labelled(c.Stamps) },
		func() (verdict, bool) { return inDateline(c.Text, lang, true) },
		func() (verdict, bool) { return stamped(c.Stamps, Above, true) },
		func() (verdict, bool) { return stamped(c.Stamps, Under, false) },
		func() (verdict, bool) { return inDateline(c.Text, lang, false) },
		func() (verdict, bool) { return stamped(c.Stamps, Above, false) },
		func() (verdict, bool) { return changed(c, lang) },
		func() (verdict, bool) { return inText(c.Text, lang, latest) },
	}
	for _, try := range tries {
		if v, ok := try(); ok {
			return v, true
		}
	}
	return verdict{}, false
}

// stated is the date that a source gives. Where that is a moment in UTC and the
// page shows the day before or after it, the shown one is the newsroom's own.
func stated(d model.Date, shown, lang string) verdict {
	day, ok := given(shown, lang)
	if !ok || !day.Full() || !d.HasZone || d.Zone != 0 {
		return verdict{date: d, basis: "given by the source"}
	}
	utc, _ := d.Days()
	local, _ := day.Days()
	if apart := utc - local; apart != 1 && apart != -1 {
		return verdict{date: d, basis: "given by the source"}
	}
	return verdict{date: day, basis: fmt.Sprintf("the day the page shows, '%s'; the source gives a moment in UTC", short(shown))}
}

// savedOn is the date of the masthead's clock.
func savedOn(stamps []Place) model.Date {
	for _, p := range stamps {
		if p.Where == Clock && p.Date.Full() {
			return p.Date
		}
	}
	return model.Date{}
}

// stamped is the first date at a place that is of no change; full asks for one
// with its year.
func stamped(stamps []Place, where Where, full bool) (verdict, bool) {
	for _, p := range stamps {
		if p.Where != where || p.Relative || p.Update || full && !p.Date.Full() {
			continue
		}
		v := verdict{date: p.Date, basis: fmt.Sprintf("%s '%s'", where, short(p.Text)), weekday: p.Weekday, named: p.HasWeekday}
		if where == Above && !p.Label {
			v.date.Uncertain = true
			v.basis += ", which may be the day the page was saved"
		}
		return v, true
	}
	return verdict{}, false
}

// labelled is a date that words in the page call that of publication, wherever it
// stands.
func labelled(stamps []Place) (verdict, bool) {
	for _, p := range stamps {
		if p.Label && p.Date.Full() && p.Where != Inside {
			return verdict{date: p.Date, basis: fmt.Sprintf("%s '%s'", p.Where, short(p.Text))}, true
		}
	}
	return verdict{}, false
}

// changed is the date of the last change, where no other is known.
func changed(c Clues, lang string) (verdict, bool) {
	if d, ok := given(c.Meta.Modified, lang); ok {
		d.Uncertain = true
		return verdict{date: d, basis: "date of the last change, given by the source"}, true
	}
	for _, p := range c.Stamps {
		if p.Update && p.Date.Full() {
			d := p.Date
			d.Uncertain = true
			return verdict{date: d, basis: fmt.Sprintf("date of the last change '%s'", short(p.Text))}, true
		}
	}
	return verdict{}, false
}

// inDateline is the date of the dateline.
func inDateline(text []string, lang string, full bool) (verdict, bool) {
	if len(text) == 0 {
		return verdict{}, false
	}
	lead := DatelineOf(text[0]).Text
	if lead == "" {
		return verdict{}, false
	}
	s, ok := StampOf(lead, lang)
	if !ok || s.Relative || full && !s.Date.Full() {
		return verdict{}, false
	}
	return verdict{date: s.Date, basis: fmt.Sprintf("dateline '%s'", short(lead)), weekday: s.Weekday, named: s.HasWeekday}, true
}

const textParagraphs = 4 // that are looked at for dates

// inText is the latest date that the first paragraphs name: news is seldom older
// than what it speaks of. It is never sure.
func inText(text []string, lang string, latest model.Date) (verdict, bool) {
	var best verdict
	for _, p := range text[:min(len(text), textParagraphs)] {
		for _, m := range timex.Find(p, lang, model.Date{}) {
			d := m.Value
			if m.Kind != timex.Absolute || d.Day == 0 || d.Month == 0 || !m.Until.IsZero() || later(d, latest) {
				continue
			}
			if best.basis == "" || newer(d, best.date) {
				best = verdict{date: d, basis: fmt.Sprintf("latest date in the text, '%s'", short(m.Span.Of(p))), weekday: m.Weekday, named: m.HasWeekday}
			}
		}
		if best.basis != "" && best.date.Year == 0 {
			break
		}
	}
	best.date.Uncertain = true
	best.date.HasClock, best.date.HasZone = false, false
	return best, best.basis != ""
}

// newer compares dates of which the year may be unknown.
func newer(a, b model.Date) bool {
	if a.Year != b.Year {
		return a.Year > b.Year
	}
	return a.Month > b.Month || a.Month == b.Month && a.Day > b.Day
}

// later reports whether a is after b, where both are known.
func later(a, b model.Date) bool {
	x, ok := a.Days()
	y, known := b.Days()
	return ok && known && x > y
}

// fitting names the years that a weekday leaves.
func fitting(v verdict, latest model.Date) string {
	if !v.named {
		return ""
	}
	years := timex.Years(v.date, v.weekday, latest)
	const most = 3 // the newest
	if len(years) == 0 {
		return ""
	}
	years = years[:min(len(years), most)]
	slices.Reverse(years)
	list := make([]string, len(years))
	for i, y := range years {
		list[i] = strconv.Itoa(y)
	}
	return fmt.Sprintf("; a %s fits %s", v.weekday, strings.Join(list, ", "))
}

const shortMost = 60 // bytes of a line that is quoted

// short cuts a line for people.
func short(s string) string {
	if len(s) <= shortMost {
		return s
	}
	s = s[:shortMost]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}
