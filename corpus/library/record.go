package library

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
	"parallax/model/safe"
)

// SetByReader is the basis of a date that the reader has set.
const SetByReader = "set by the reader"

// undated sorts after every date.
const undated = math.MinInt32

// columns are those of an article with its text, in the order of scan.
const columns = `a.n, a.id, a.version, a.source, a.part, a.url, a.authors, a.agencies, a.read_language, a.confidence, a.read_outlet,
	a.read_date, a.date_basis, a.saved, a.set_date, a.set_outlet, a.set_language, t.title, t.body, t.text
	FROM articles a JOIN texts t ON t.n = a.n << 16 | a.version`

// stored is an article as it is kept.
type stored struct {
	n       int64
	version int
	read    model.Article // as read, before the reader's word
	set     settings
}

// settings are what the reader has set by hand; nil is left as read.
type settings struct{ date, outlet, language *string }

func scan(s *sqlite3.Stmt) (stored, error) {
	a := model.Article{
		ID: s.ColumnText(1), Source: s.ColumnText(3), Part: s.ColumnInt(4), URL: s.ColumnText(5),
		Language: s.ColumnText(8), Confidence: s.ColumnFloat(9), Outlet: s.ColumnText(10), DateBasis: s.ColumnText(12),
		Title: s.ColumnText(17), Body: s.ColumnInt(18), Text: s.ColumnText(19),
	}
	err := firstError(list(s.ColumnText(6), &a.Authors), list(s.ColumnText(7), &a.Agencies), date(s.ColumnText(11), &a.Date), date(s.ColumnText(13), &a.Saved))
	if err != nil {
		return stored{}, fmt.Errorf("article %s: %w", a.ID, err)
	}
	if a.Body < 0 || a.Body > len(a.Text) || !strings.HasPrefix(a.Text, a.Title) {
		return stored{}, fmt.Errorf("article %s: its parts do not fit its text: %w", a.ID, sqlite3.CORRUPT)
	}
	// Another hand may have written the file.
	if !safe.Clean(a.Text) {
		return stored{}, fmt.Errorf("article %s: its text is not as any that is read: %w", a.ID, sqlite3.CORRUPT)
	}
	if !safe.Clean(a.Source) { // else its blanks stay as they are
		a.Source = safe.Field(a.Source)
	}
	a.ID, a.URL, a.Outlet, a.DateBasis = safe.Field(a.ID), safe.Field(a.URL), safe.Field(a.Outlet), safe.Field(a.DateBasis)
	a.Language, a.Authors, a.Agencies = safe.Field(a.Language), fields(a.Authors), fields(a.Agencies)
	return stored{
		n: s.ColumnInt64(0), version: s.ColumnInt(2), read: a,
		set: settings{optional(s, 14), optional(s, 15), optional(s, 16)},
	}, nil
}

// fields makes each name harmless.
func fields(names []string) []string {
	for i, n := range names {
		names[i] = safe.Field(n)
	}
	return names
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func optional(s *sqlite3.Stmt, column int) *string {
	if s.ColumnType(column) == sqlite3.NULL {
		return nil
	}
	v := s.ColumnText(column)
	return &v
}

// shown is the article with the reader's word in place.
func (s *stored) shown() model.Article {
	a := s.read
	if s.set.date != nil {
		a.Date = model.Date{}
		_ = date(*s.set.date, &a.Date) // checked when it was set
		a.DateBasis = SetByReader
	}
	if s.set.outlet != nil {
		a.Outlet = *s.set.outlet
	}
	if s.set.language != nil {
		a.Language, a.Confidence = *s.set.language, 1
	}
	return a
}

// span is the date as it is searched for and sorted by.
func span(d model.Date) (sort int, last any) {
	from, to, ok := query.Days(d)
	if !ok {
		return undated, nil
	}
	return from, to
}

// list reads a JSON list of strings; "" is none.
func list(s string, into *[]string) error {
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), into)
}

func listText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	data, err := json.Marshal(list)
	if err != nil {
		return "" // strings always marshal
	}
	return string(data)
}

// date reads what dateText writes.
func date(s string, into *model.Date) (err error) {
	if s != "" {
		*into, err = model.ParseDate(s)
	}
	return err
}

// dateText is a date in EDTF with its time of day.
func dateText(d model.Date) string {
	s := d.String()
	if s == "" || !d.HasClock {
		return s
	}
	s += fmt.Sprintf("T%02d:%02d", d.Minute/60%24, d.Minute%60)
	if !d.HasZone {
		return s
	}
	if d.Zone == 0 {
		return s + "Z"
	}
	sign, zone := '+', d.Zone
	if zone < 0 {
		sign, zone = '-', -zone
	}
	return s + fmt.Sprintf("%c%02d:%02d", sign, zone/60, zone%60)
}
