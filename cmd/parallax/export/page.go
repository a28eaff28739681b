package export

import (
	_ "embed"
	"html/template"
	"io"

	"parallax/model"
)

//go:embed page.html
var pageText string

// HTML writes an event as one page that loads nothing and runs nothing: the
// reports side by side, the words that clash marked, readable on paper.
func HTML(w io.Writer, c model.Comparison) error {
	page, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	return page.Execute(w, newSheet(c))
}
