package detect

import "parallax/model"

// Date is the date of publication, what it rests on in plain words, and the day
// the page was saved, where the page shows it.
func Date(c Clues, lang string) (date model.Date, basis string, saved model.Date) {
	for _, p := range c.Stamps {
		if p.Where == Clock && saved.IsZero() {
			saved = p.Date
		}
		if (p.Where == Under || p.Where == DayHeading || p.Where == Above) && date.IsZero() && !p.Relative {
			date, basis = p.Date, string(p.Where)
		}
	}
	return date, basis, saved
}
