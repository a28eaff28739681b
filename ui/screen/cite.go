package screen

import (
	"strings"

	"parallax/model"
)

// Cite is a passage as it is quoted: the words, who printed them, when, where
// they stand.
func Cite(a *model.Article, s model.Span) string {
	words := strings.Join(strings.Fields(within(s, a.Text).Of(a.Text)), " ")
	source := []string{a.Outlet, dateWords(a.Date)}
	if a.URL != "" {
		source = append(source, a.URL)
	}
	return "“" + words + "”\n— " + strings.Join(source, ", ")
}
