package group

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"parallax/model"
)

// programLanguage is the language that the program itself speaks.
const programLanguage = "en"

// Describe makes the event of a group. Its articles stand oldest first; its
// title is that of the first report in the program's language, or where there
// is none the first of all, its date the earliest.
func Describe(all []*Signature, g Group) model.Event {
	members := slices.Clone(g.Members)
	slices.SortStableFunc(members, func(a, b int) int {
		return strings.Compare(sortKey(all[a].Article), sortKey(all[b].Article))
	})
	e, english := model.Event{Why: slices.Clone(g.Why)}, false
	if d := days(all, g.Members); d != "" {
		e.Why = append(e.Why, d)
	}
	for _, m := range members {
		a := all[m].Article
		e.Articles = append(e.Articles, a.ID)
		e.Languages = append(e.Languages, a.Language)
		if a.Outlet != "" && !slices.Contains(e.Outlets, a.Outlet) {
			e.Outlets = append(e.Outlets, a.Outlet)
		}
		if e.Title == "" || a.Language == programLanguage && !english {
			e.Title, english = a.Title, a.Language == programLanguage
		}
		if e.Date.IsZero() {
			e.Date = a.Date
		}
	}
	slices.Sort(e.Languages)
	e.Languages = slices.Compact(e.Languages)
	e.ID = identify(e.Articles)
	return e
}

// sortKey orders undated articles last.
func sortKey(a *model.Article) string {
	d := a.Date.String()
	if d == "" {
		d = "Z"
	}
	return d + "\x00" + a.ID
}

// identify makes an event's ID of the least of its articles' IDs, so that it
// stays while later reports join.
func identify(articles []string) string {
	h := sha256.Sum256([]byte("event " + slices.Min(articles)))
	return hex.EncodeToString(h[:5])
}
