package detect

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed names/agencies.txt
var agencyFile string

// alias is one way to write the name of an agency.
type alias struct {
	text   string
	agency string
	weak   bool // counts only where a credit stands
}

// aliases is read on first use.
var aliases = sync.OnceValue(func() []alias {
	var list []alias
	for l := range strings.SplitSeq(agencyFile, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		agency := ""
		for form := range strings.SplitSeq(l, " | ") {
			text := strings.TrimSuffix(form, " !")
			if agency == "" {
				agency = text
			}
			list = append(list, alias{text, agency, text != form})
		}
	}
	return list
})

// agencyNamed is the agency that a name alone means.
func agencyNamed(name string) (string, bool) {
	for _, a := range aliases() {
		if a.text == name || strings.EqualFold(a.text, name) {
			return a.agency, true
		}
	}
	return "", false
}

// IsAgency reports whether a name alone is that of a news agency.
func IsAgency(name string) bool {
	_, ok := agencyNamed(strings.TrimSpace(name))
	return ok
}

// agenciesIn lists the agencies that the text or its bylines credit, apart from
// the outlet itself.
func agenciesIn(c Clues, outlet string) []string {
	var found []string
	own, _ := agencyNamed(outlet)
	add := func(agency string) {
		if agency != own && agency != outlet && !slices.Contains(found, agency) {
			found = append(found, agency)
		}
	}
	for i, p := range c.Text {
		if i == 0 {
			for _, name := range DatelineOf(p).Names {
				if agency, ok := agencyNamed(name); ok {
					add(agency)
				}
			}
		}
		for _, a := range aliases() {
			if !a.weak && containsWord(p, a.text) || a.weak && strings.HasSuffix(p, "("+a.text+")") {
				add(a.agency)
			}
		}
	}
	for _, p := range c.Sources {
		for _, a := range aliases() {
			if !a.weak && containsWord(p, a.text) {
				add(a.agency)
			}
		}
	}
	return found
}
