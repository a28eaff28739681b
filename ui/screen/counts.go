package screen

import (
	"parallax/model"
	"parallax/model/query"
	"parallax/ui/safe"
)

// Count is a value and how many entries of the list have it.
type Count struct {
	Value string
	N     int
}

// Counts is how many entries of the list have what. A filter counts, but not
// what it says of the very field: of a list in German it is told how many
// articles there are in French.
type Counts struct {
	// Days is how many entries there are of each date, in the order of a list by
	// date: newest first, undated last. The values are dates without doubt, such as
	// 2017-07-10 or 2017-07; "" is a year that is not known. All that the filter
	// says counts.
	Days []Count
	// Dates is Days without what the filter says of dates.
	Dates     []Count
	Unsure    int     // entries whose date is uncertain or not whole
	Languages []Count // most first, as are those below
	Outlets   []Count
	Kinds     []Count // of conflicts
	Verdicts  []Count // of the reader, on conflicts
	// Compared is how many of the events of several reports are compared so far;
	// Kinds and Verdicts are of those.
	Compared, Events int
	// More is that asking again will tell more.
	More bool
}

// maxValues is how many values of a field are listed.
const maxValues = 500

// Tally is counts made ready for the screens, harmless and with their dates read:
// of a large library that takes a moment.
type Tally struct {
	Counts
	days, dates []dated
}

// dated is a count of a date.
type dated struct {
	Count
	date  model.Date // without doubt; zero where the year is not known
	first int        // its first day, counted from 1 January 1970
	last  int
}

// NewTally makes counts ready.
func NewTally(c Counts) Tally {
	t := Tally{Counts: admitCounts(c)}
	t.days, t.dates = datesOf(t.Days), datesOf(t.Dates)
	return t
}

func datesOf(list []Count) []dated {
	out := make([]dated, len(list))
	for i, c := range list {
		out[i] = dated{Count: c, date: dateOf(c)}
		out[i].first, out[i].last, _ = query.Days(out[i].date)
	}
	return out
}

func admitCounts(c Counts) Counts {
	for _, list := range []*[]Count{&c.Days, &c.Dates, &c.Languages, &c.Outlets, &c.Kinds, &c.Verdicts} {
		out := make([]Count, len(*list))
		for i, v := range *list {
			out[i] = Count{safe.Field(v.Value), max(v.N, 0)}
		}
		*list = out
	}
	for _, list := range []*[]Count{&c.Languages, &c.Outlets, &c.Kinds} {
		*list = (*list)[:min(len(*list), maxValues)]
	}
	return c
}

// dateOf is the date of a count; the zero date where its year is not known.
func dateOf(c Count) model.Date {
	d, err := model.ParseDate(c.Value)
	if err != nil || d.Year == 0 {
		return model.Date{}
	}
	return d
}

// most is the largest of counts, at least 1.
func most(list []Count) int {
	n := 1
	for _, c := range list {
		n = max(n, c.N)
	}
	return n
}
