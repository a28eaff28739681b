package lexicon

import (
	"io/fs"
	"slices"
	"strings"

	"parallax/model/lexicon/cldr"
)

// Form is how one language writes something.
type Form struct{ Language, Text string }

// Forms lists how every language writes a concept. Forms whose parts other words
// may stand between are left out.
func Forms(id ConceptID) []Form {
	t := conceptTable()
	var out []Form
	for _, tag := range Tags() {
		col, ok := t.columns[tag]
		if !ok || col < firstLanguageColumn {
			continue
		}
		cell := column(t.rows[id], col)
		if strings.HasPrefix(cell, "-") {
			continue
		}
		for form := range strings.SplitSeq(cell, "|") {
			if form = strings.TrimSpace(form); form != "" && !strings.Contains(form, "…") {
				out = append(out, Form{tag, form})
			}
		}
	}
	return out
}

// TerritoryForms lists what every language calls the country or region of a code
// (ISO 3166 alpha-2 or UN M.49).
func TerritoryForms(code string) []Form {
	var out []Form
	for _, tag := range Tags() {
		for _, n := range cldr.Territories(tag) {
			if n.Code == code {
				out = append(out, Form{tag, n.Text})
			}
		}
	}
	return out
}

// AliasForms lists how languages write the name of a key that they share; it is
// of no one language, so that Language is empty.
func AliasForms(key string) []Form {
	key = strings.TrimPrefix(key, PlaceMark)
	names, err := fs.Glob(nameFiles, "names/*.tsv")
	if err != nil {
		return nil
	}
	var out []Form
	for _, name := range names {
		data, err := fs.ReadFile(nameFiles, name)
		if err != nil {
			continue
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			rest, ok := strings.CutPrefix(line, key+"\t")
			if !ok {
				continue
			}
			for form := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == '\t' || r == '|' }) {
				if f := (Form{"", form}); !slices.Contains(out, f) {
					out = append(out, f)
				}
			}
		}
	}
	return out
}
