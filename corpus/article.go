package corpus

import (
	"strconv"
	"strings"

	"parallax/corpus/clean"
	"parallax/corpus/decode"
	"parallax/corpus/detect"
	"parallax/model"
	"parallax/model/safe"
)

// articlesOf lists the articles of a page.
func articlesOf(p decode.Page, repeats *clean.Repeats, today model.Date) []model.Article {
	var articles []model.Article
	for _, d := range clean.Page(p, repeats) {
		articles = append(articles, articleOf(p, d, today))
	}
	return articles
}

func articleOf(p decode.Page, d clean.Draft, today model.Date) model.Article {
	a := model.Article{Source: p.Source, Title: d.Title, URL: safe.Field(p.Meta.URL), ID: p.Meta.ID}
	body := strings.Join(d.Paragraphs, "\n\n")
	switch {
	case a.Title == "":
		a.Text = body
	case body == "":
		a.Text, a.Body = a.Title, len(a.Title)
	default:
		a.Text, a.Body = a.Title+"\n\n"+body, len(a.Title)+2
	}
	for _, name := range d.Authors {
		if name = safe.Field(name); name != "" {
			a.Authors = append(a.Authors, name)
		}
	}
	a.Language, a.Confidence = languageOf(p.Meta.Language, a.Text)
	a.Outlet, a.Agencies = detect.Outlet(d.Clues)
	a.Date, a.DateBasis, a.Saved = detect.Date(d.Clues, a.Language, today)
	return a
}

// place names the record of a page in its file.
func place(p decode.Page) string {
	if p.Record == 0 {
		return ""
	}
	return "record " + strconv.Itoa(p.Record)
}
