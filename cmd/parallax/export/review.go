package export

import (
	"encoding/json"
	"errors"
	"io"

	"parallax/model"
	"parallax/model/safe"
)

// ErrNoVerdict says that an event has no conflict that the reader has confirmed.
var ErrNoVerdict = errors.New("no conflict of this event is confirmed: parallax verdict ID confirmed")

// The parts of schema.org that a draft uses: https://schema.org/ClaimReview.
type (
	graph struct {
		Context string   `json:"@context"`
		Graph   []review `json:"@graph"`
	}
	review struct {
		Type   string `json:"@type"`
		Claim  string `json:"claimReviewed"`
		Item   claim  `json:"itemReviewed"`
		Body   string `json:"reviewBody"`
		Rating rating `json:"reviewRating"`
	}
	claim struct {
		Type       string     `json:"@type"`
		Author     *named     `json:"author,omitempty"`
		Published  string     `json:"datePublished,omitempty"`
		Appearance appearance `json:"appearance"`
	}
	appearance struct {
		Type      string `json:"@type"`
		Headline  string `json:"headline,omitempty"`
		Language  string `json:"inLanguage,omitempty"`
		Published string `json:"datePublished,omitempty"`
		URL       string `json:"url,omitempty"`
	}
	named struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	rating struct {
		Type string `json:"@type"`
		Name string `json:"alternateName"`
	}
)

// ClaimReview writes drafts of schema.org ClaimReview as JSON-LD, one for each
// side of every dispute that the reader has confirmed. The rating is left empty:
// who is right is for the fact-checker to say. The error is [ErrNoVerdict] where
// nothing is confirmed.
func ClaimReview(w io.Writer, c model.Comparison) error {
	articles := map[string]*model.Article{}
	for i := range c.Articles {
		articles[c.Articles[i].ID] = &c.Articles[i]
	}
	out := graph{Context: "https://schema.org", Graph: []review{}}
	for _, k := range surest(c.Conflicts) {
		a, b := articles[k.A.Article], articles[k.B.Article]
		verdict, note := verdictOn(c.Conflicts, k.Dispute)
		if verdict != string(model.Confirmed) || a == nil || b == nil {
			continue
		}
		why := safe.Field(k.Why) + "."
		if note != "" {
			why += " " + note
		}
		out.Graph = append(out.Graph, draft(k.A, a, k.B, b, why), draft(k.B, b, k.A, a, why))
	}
	if len(out.Graph) == 0 {
		return ErrNoVerdict
	}
	e := json.NewEncoder(w) // which keeps <, > and & from ending a script element
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// draft is the review of what one side says, against the other.
func draft(side model.Side, a *model.Article, other model.Side, b *model.Article, why string) review {
	body := "Conflicts with “" + safe.Field(other.Text) + "” (" + outlet(b) + "): " + why
	item := claim{Type: "Claim", Published: day(a.Date), Appearance: appearance{
		Type: "NewsArticle", Headline: safe.Field(a.Title), Language: safe.Field(a.Language), Published: day(a.Date), URL: webAddress(a.URL),
	}}
	if a.Outlet != "" {
		item.Author = &named{"Organization", safe.Field(a.Outlet)}
	}
	return review{Type: "ClaimReview", Claim: safe.Field(side.Text), Item: item, Body: body, Rating: rating{Type: "Rating"}}
}

// day is a date as schema.org takes it; "" where a part of it is not known or
// not sure.
func day(d model.Date) string {
	if d.Full() && !d.Uncertain {
		return d.String()
	}
	return ""
}
