package decode

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"parallax/model/safe"
)

// known lists, for each field of ours, the names people already use, in plain
// form, the surest first.
var known = map[string][]string{
	"title": {"title", "headline", "heading"},
	"text": {"text", "maintext", "articlebody", "body", "bodytext", "content", "contenttext", "fulltext", "articletext",
		"plaintext", "contenthtml", "articlecontent", "article", "story"},
	"date": {"date", "published", "datepublish", "datepublished", "publishedat", "publishdate", "publisheddate",
		"publicationdate", "pubdate", "publicationtime", "publishedon", "timestamp", "datetime"},
	"modified": {"modified", "datemodified", "datemodify", "updated", "updatedat", "modifiedat", "lastmodified"},
	"language": {"language", "lang", "inlanguage", "languagecode"},
	"outlet":   {"outlet", "source", "site", "publisher", "sourcedomain", "publication", "sitename", "sourcename", "domain", "newspaper"},
	"url":      {"url", "link", "canonicalurl", "articleurl", "href", "permalink", "webpage"},
	"author":   {"author", "authors", "byline", "creator", "writer"},
	"id":       {"id", "articleid", "guid", "uuid", "docid", "identifier"},
}

// Fields lists the fields that the option Fields can map, sorted.
func Fields() []string { return slices.Sorted(maps.Keys(known)) }

// names finds our fields among the members of a record.
type names struct {
	fields map[string][]string // of ours, to plain names in order of preference
	mapped map[string]string   // of ours, to the name the user gave
}

func newNames(mapped map[string]string) names {
	return names{fields: known, mapped: mapped}
}

// plain is a member's name in lower case, letters and digits only, so that
// date_publish, datePublish and "Date Publish" are one.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// record is an object or a row, by the names its file uses and by plain ones.
type record struct {
	exact map[string]any
	plain map[string]any
	keys  []string // as the file has them, sorted
}

func newRecord(members map[string]any) record {
	r := record{exact: members, plain: make(map[string]any, len(members))}
	for k := range members {
		r.keys = append(r.keys, k)
	}
	slices.Sort(r.keys)
	for _, k := range r.keys {
		if p := plain(k); scalar(r.plain[p]) == "" {
			r.plain[p] = members[k]
		}
	}
	return r
}

// value is the first member that holds the field and is not empty.
func (n names) value(r record, field string) any {
	if name, ok := n.mapped[field]; ok {
		return r.at(name)
	}
	for _, name := range n.fields[field] {
		if v := r.plain[name]; scalar(v) != "" {
			return v
		}
	}
	return nil
}

// at follows a name given by the user, dotted where it reaches into objects.
func (r record) at(name string) any {
	if v, ok := r.exact[name]; ok {
		return v
	}
	var v any = r.exact
	for part := range strings.SplitSeq(name, ".") {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[part]
	}
	return v
}

// holds reports whether the record has something under the field.
func (n names) holds(r record, field string) bool { return scalar(n.value(r, field)) != "" }

// page makes a page of a record.
func (n names) page(r record) (Page, error) {
	text := func(field string) string { return scalar(n.value(r, field)) }
	p := Page{Text: plainText(text("text")), Meta: Meta{
		ID: text("id"), Title: unescape(oneLine(text("title"))), Language: text("language"), Outlet: unescape(text("outlet")), URL: text("url"),
		Published: moment(text("date")), Modified: moment(text("modified")), Authors: people(n.value(r, "author")),
	}}
	if strings.TrimSpace(p.Text) == "" && p.Meta.Title == "" {
		return p, noText(r)
	}
	return p, nil
}

// noText says that nothing in a record is known to be a text, and the fix.
func noText(r record) error {
	return fmt.Errorf("%w: %s", ErrNoArticle, safe.Field("no text among "+r.list()+"; say which holds it with --field text=NAME"))
}

// list names the record's members for an error.
func (r record) list() string {
	const most = 8
	if len(r.keys) == 0 {
		return "no members"
	}
	var shown []string
	for i, k := range r.keys {
		if i == most {
			shown = append(shown, fmt.Sprintf("%d more", len(r.keys)-most))
			break
		}
		shown = append(shown, shorten(k))
	}
	return strings.Join(shown, ", ")
}

// knows reports whether a member's name is one of ours or the user's.
func (n names) knows(name string) bool {
	p := plain(name)
	for _, list := range n.fields {
		if slices.Contains(list, p) {
			return true
		}
	}
	for _, m := range n.mapped {
		if m == name || plain(m) == p {
			return true
		}
	}
	return false
}
