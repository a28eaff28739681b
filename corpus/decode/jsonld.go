package decode

import (
	"encoding/json"
	"slices"
	"strings"
)

// statement is what JSON-LD says of the page's article.
type statement struct {
	headline, published, modified, language, publisher, url, body string
	authors                                                       []string
}

// maxStatements is how many nodes of a page's JSON-LD are looked at.
const maxStatements = 2000

// graph gathers the nodes of a page's JSON-LD.
type graph struct {
	nodes []map[string]any
	byID  map[string]map[string]any
}

// readStatements reads the JSON-LD scripts of a page and settles on the node
// that is the article at the page's own address.
func readStatements(scripts []string, canonical string) statement {
	g := graph{byID: map[string]map[string]any{}}
	for _, s := range scripts {
		if v := looseJSON(s); v != nil {
			g.add(v, 0)
		}
	}
	node := g.article(canonical)
	if node == nil {
		return statement{}
	}
	s := statement{
		headline:  plainText(scalar(node["headline"])),
		published: scalar(firstValue(node, "datePublished", "dateCreated", "uploadDate")),
		modified:  scalar(node["dateModified"]),
		language:  g.name(node["inLanguage"]),
		publisher: g.name(firstValue(node, "publisher", "sourceOrganization")),
		url:       g.link(firstValue(node, "url", "mainEntityOfPage")),
		body:      plainText(scalar(node["articleBody"])),
		authors:   g.names(firstValue(node, "author", "creator"), 0),
	}
	if s.headline == "" && isArticle(node) {
		s.headline = plainText(scalar(node["name"]))
	}
	return s
}

// looseJSON parses JSON with the faults that pages have: comment marks around
// it, line breaks inside strings, a semicolon after it.
func looseJSON(s string) any {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, mark))
	}
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if json.Unmarshal([]byte(s), &v) != nil {
		return nil
	}
	return v
}

func (g *graph) add(v any, depth int) {
	if depth > maxNest || len(g.nodes) >= maxStatements {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.add(e, depth+1)
		}
	case map[string]any:
		g.nodes = append(g.nodes, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 && g.byID[id] == nil {
			g.byID[id] = v
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "publisher", "author", "liveBlogUpdate"} {
			if k == "liveBlogUpdate" || k == "itemListElement" && !isArticle(v) && depth > 2 {
				continue
			}
			g.add(v[k], depth+1)
		}
	}
}

// article is the node that is an article: at the page's address, else with the
// most to say, else a page with a date.
func (g *graph) article(canonical string) map[string]any {
	var best map[string]any
	most := -1
	for _, n := range g.nodes {
		score := 0
		switch {
		case isArticle(n):
			score = 10
		case hasType(n, "WebPage") && n["datePublished"] != nil:
		default:
			continue
		}
		for _, k := range []string{"headline", "datePublished", "articleBody", "author", "publisher"} {
			if n[k] != nil {
				score++
			}
		}
		if canonical != "" && (g.link(n["url"]) == canonical || g.link(n["mainEntityOfPage"]) == canonical) {
			score += 5
		}
		if score > most {
			best, most = n, score
		}
	}
	return best
}

func isArticle(n map[string]any) bool {
	return slices.ContainsFunc(types(n), func(t string) bool {
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Review" || t == "Blog"
	})
}

func hasType(n map[string]any, name string) bool { return slices.Contains(types(n), name) }

func types(n map[string]any) []string {
	switch t := n["@type"].(type) {
	case string:
		return []string{strings.TrimPrefix(strings.TrimPrefix(t, "https://schema.org/"), "http://schema.org/")}
	case []any:
		var out []string
		for _, e := range t {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// resolve follows a reference to a node of the same page.
func (g *graph) resolve(v any) any {
	if m, ok := v.(map[string]any); ok && m["name"] == nil {
		if id, ok := m["@id"].(string); ok && g.byID[id] != nil {
			return g.byID[id]
		}
	}
	return v
}

// name is the name of a person or organization, given as text or as a node.
func (g *graph) name(v any) string {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	if m, ok := g.resolve(v).(map[string]any); ok {
		return unescape(scalar(firstValue(m, "name", "alternateName", "legalName")))
	}
	return unescape(scalar(v))
}

func (g *graph) names(v any, depth int) []string {
	if list, ok := v.([]any); ok && depth < maxNest {
		var out []string
		for _, e := range list {
			out = append(out, g.names(e, depth+1)...)
		}
		return out
	}
	if m, ok := g.resolve(v).(map[string]any); ok {
		return people(m["name"])
	}
	return people(unescape(scalar(v)))
}

func (g *graph) link(v any) string {
	if m, ok := v.(map[string]any); ok {
		return scalar(firstValue(m, "@id", "url"))
	}
	return scalar(v)
}

func firstValue(m map[string]any, keys ...string) any {
	for _, k := range keys {
		if v := m[k]; v != nil {
			return v
		}
	}
	return nil
}
