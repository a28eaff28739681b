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

// DefaultMaxText is how much of one article is kept where Options says nothing, in
// bytes. Honest ones are far shorter.
const DefaultMaxText = 1 << 20

// articlesOf lists the articles of a page; cut says that the end of one is left
// out, as it is too long.
func articlesOf(p decode.Page, repeats *clean.Repeats, o Options) (articles []model.Article, cut bool) {
	for _, d := range clean.Page(p, repeats) {
		var body string
		if body, d.Paragraphs = joined(d.Paragraphs, o.MaxText); d.Paragraphs != nil {
			cut = true
		}
		articles = append(articles, articleOf(p, d, body, o.Today))
	}
	return articles, cut
}

// joined is as many paragraphs as fit into so many bytes, and those that do not.
func joined(paragraphs []string, most int) (body string, rest []string) {
	n := 0
	for i, p := range paragraphs {
		if n += len(p) + 2; n <= most {
			continue
		}
		if i == 0 {
			return strings.ToValidUTF8(p[:min(most, len(p))], ""), paragraphs
		}
		return strings.Join(paragraphs[:i], "\n\n"), paragraphs[i:]
	}
	return strings.Join(paragraphs, "\n\n"), nil
}

func articleOf(p decode.Page, d clean.Draft, body string, today model.Date) model.Article {
	a := model.Article{Source: p.Source, Title: d.Title, URL: safe.Field(p.Meta.URL), ID: p.Meta.ID}
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
	a.Language, a.Confidence = languageOf(p.Meta.Language, a.Text, p.Format == "html" || p.Format == "warc")
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
