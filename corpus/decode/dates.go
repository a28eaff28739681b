package decode

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// markedDate is the date that the page gives in markup made for dates, wherever
// it stands.
func markedDate(doc *html.Node) string {
	var found [4]string // by itemprop or pubdate, in the article, any <time>, by class
	for e := range elements(doc) {
		at := -1
		switch {
		case ofChange(e):
		case strings.Contains(attr(e, "itemprop"), "datePublished"), e.Data == "time" && has(e, "pubdate"):
			at = 0
		case e.Data == "time" && within(e, "article", "main"):
			at = 1
		case e.Data == "time":
			at = 2
		case dateClass(e):
			at = 3
		}
		if at >= 0 && found[at] == "" {
			found[at] = shownDate(e)
		}
	}
	return firstOf(found[:]...)
}

// ofChange reports whether an element marks its date as that of a change.
func ofChange(n *html.Node) bool {
	change := strings.Contains(attr(n, "itemprop"), "dateModified")
	for _, w := range words(attr(n, "class")) {
		switch w {
		case "published", "publish", "pubdate":
			return false
		case "updated", "update", "modified", "changed":
			change = true
		}
	}
	return change
}

// shownDate is the date of one element: as its attributes give it to machines,
// else as people read it.
func shownDate(e *html.Node) string {
	return firstOf(machine(e), dated(spaced(e)))
}

// machine is the date that the attributes of an element give.
func machine(e *html.Node) string {
	for _, s := range []string{attr(e, "content"), attr(e, "datetime"), attr(e, "title")} {
		if d := dated(s); d != "" {
			return d
		}
	}
	return ""
}

func dateClass(n *html.Node) bool {
	switch n.Data {
	case "span", "div", "p", "li", "em", "abbr", "small", "td", "b", "i", "font", "h2", "h3", "h4", "h5", "h6":
	default:
		return false
	}
	for _, w := range words(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-testid")) {
		switch w {
		case "date", "datum", "published", "publish", "pubdate", "timestamp", "datetime", "posted", "fecha", "data", "dateline", "time":
			return true
		}
	}
	return false
}

var year = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\D)(?:19[5-9]\d|20\d\d|1[34]\d\d|25\d\d)(?:\D|$|[01]\d)`)
})

// dated is s where it holds a year, "" where it is a placeholder or a clock.
func dated(s string) string {
	s = strings.TrimSpace(s)
	if digits := strings.Trim(s, "0123456789."); digits == "" {
		s = moment(s)
	}
	if len(s) > 80 || len(s) < len("2017-07") || !year().MatchString(westernDigits(s)) {
		return ""
	}
	return s
}

// westernDigits writes Arabic, Persian and Devanagari digits as 0 to 9.
func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range []rune{'٠', '۰', '०', '０'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, s)
}

var datedPath = sync.OnceValue(func() []*regexp.Regexp {
	const y, m, d = `(?P<y>(?:19|20)\d\d)`, `(?P<m>0?[1-9]|1[0-2])`, `(?P<d>0?[1-9]|[12]\d|3[01])`
	return []*regexp.Regexp{
		regexp.MustCompile(`/` + y + `[/-]` + m + `[/-]` + d + `(?:\D|$)`),
		regexp.MustCompile(`\D` + y + `(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:\D|$)`),
		regexp.MustCompile(`\D(?P<d>0[1-9]|[12]\d|3[01])[-.](?P<m>0[1-9]|1[0-2])[-.]` + y + `(?:\D|$)`),
	}
})

// dateInAddress is the day that a link names: /2017/07/10/, 20170710 or
// 10-07-2017.
func dateInAddress(link string) string {
	two := func(s string) string { return ("0" + s)[len(s)-1:] }
	for _, re := range datedPath() {
		if m := re.FindStringSubmatch(link); m != nil {
			part := func(name string) string { return m[re.SubexpIndex(name)] }
			return part("y") + "-" + two(part("m")) + "-" + two(part("d"))
		}
	}
	return ""
}

var scriptDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)["']?(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|pub_?date)\\?["']?\s*[:=]\s*\\?["'](\d{4}-\d\d-\d\d[^"'\\]{0,20})`)
})

// dateInScripts is the date of publication in the data of a page's scripts.
func dateInScripts(scripts []string) string {
	for _, s := range scripts {
		if !strings.Contains(s, "ubl") {
			continue // what the search is for is not there
		}
		if m := scriptDate().FindStringSubmatch(s); m != nil {
			return dated(m[1])
		}
	}
	return ""
}

// A written date has its year and its day, and what is between them is a number
// or a word or two of any language.
var writtenDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d\b` +
		`|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b` +
		`|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]` +
		`|\b\d{1,2}(?:\.|er|º|st|nd|rd|th)?\s(?:de\s)?[\pL\pM]{2,12}\.?,?\s(?:de\s|del\s)?(?:19|20)\d\d\b` +
		`|[\pL\pM]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b)`)
})
