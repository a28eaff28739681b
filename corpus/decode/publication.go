package decode

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
)

// publishedNames are the names of meta that are for the day of publication alone.
var publishedNames = []string{"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published",
	"parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "published_time", "publication_date",
	"publication-date", "article.published", "article_date_original", "originalpublicationdate", "date.published", "rnews:datepublished",
	"dc.date.issued", "dcterms.issued", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "citation_date",
	"displaydate", "ptime", "weibo:article:create_at", "bt:pubdate", "shareaholic:article_published_time"}

// filedNames are names of meta for a date of which programs make what they like:
// often the day on which the page was begun or last filed.
var filedNames = []string{"dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "datecreated", "date", "created", "timestamp", "pdate",
	"article.created", "cdate", "citation_publication_date"}

var modifiedNames = []string{"article:modified_time", "og:updated_time", "datemodified", "dateupdated", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revised", "article.updated"}

func (h *head) modified() string { return h.firstDate(modifiedNames) }

func (h *head) firstDate(names []string) string {
	for _, name := range names {
		if d := dated(h.meta[name]); d != "" {
			return d
		}
	}
	return ""
}

// publication is the day of publication by the surest that the page says of it,
// and the date that readers see by the headline: what the page states to machines,
// or what it shows in its stead since it was written anew,
// what it shows by the headline in markup for dates, what programs filed it under,
// its address, a date in its scripts, a date that stands elsewhere.
func (h *head) publication(doc *html.Node, around *survey) (published, shown string) {
	near := around.nearest(false)
	if near != nil && near.at >= around.head() && !near.aside && !near.listed {
		shown = near.shown
	}
	inAddress := dateInAddress(h.address())
	if s := h.statedDay(shown); s != "" {
		if shown != "" && !sameDay(s, shown) && sameWritten(firstOf(dated(h.ld.modified), h.modified()), shown) {
			return near.date, shown
		}
		return localDay(s, inAddress, shown), shown
	}
	if near != nil && near.sure(shown != "", inAddress == "") {
		return near.date, shown
	}
	if s := h.firstDate(filedNames); s != "" {
		return localDay(s, inAddress, shown), shown
	}
	if near != nil && (inAddress == "" || sameDay(inAddress, near.date)) {
		return near.date, shown
	}
	if s := firstOf(inAddress, dateInScripts(h.scripts)); s != "" {
		return s, shown
	}
	return firstOf(markedDate(doc), around.below()), shown
}

// sure reports whether a date near the headline is surely that of the article. Above
// the headline it may be the day of the visit, unless it is for machines too; one on
// a line of its own may be of anything where the address has another.
func (d *placed) sure(below, alone bool) bool {
	if d.aside || d.listed {
		return false
	}
	return d.marked && (below || d.date != d.shown) || below && (d.meta || d.own && alone)
}

// statedDay is the day that the page states to machines; where its JSON-LD and its
// meta are of two minds, the one that readers see.
func (h *head) statedDay(shown string) string {
	ld, meta := dated(h.ld.published), h.firstDate(publishedNames)
	if ld != "" && meta != "" && !sameDay(ld, shown) && sameDay(meta, shown) {
		return meta
	}
	return firstOf(ld, meta)
}

// localDay is the day in the page's address where that is a day away from a
// moment given in UTC: the newsroom's own calendar, unless readers see the other.
func localDay(published, inAddress, shown string) string {
	t, err := time.Parse(time.RFC3339, published)
	day, err2 := time.Parse(time.DateOnly, inAddress)
	if _, offset := t.Zone(); err != nil || err2 != nil || offset != 0 || sameDay(published, shown) {
		return published
	}
	if apart := t.Truncate(24 * time.Hour).Sub(day); apart == 24*time.Hour || apart == -24*time.Hour {
		return inAddress
	}
	return published
}

// sameWritten reports whether a date in any form is of the day of one as people
// read it.
func sameWritten(s, read string) bool {
	day := writtenDate().FindString(s)
	return sameDay(s, read) || day != "" && day == writtenDate().FindString(read)
}

// sameDay reports whether a date as people read it is of the day of one that
// begins as ISO 8601 has it: it holds the same year and day and, unless it names
// the month, the same month.
func sameDay(iso, read string) bool {
	const day = len(time.DateOnly)
	if len(iso) < day {
		return false
	}
	t, err := time.Parse(time.DateOnly, iso[:day])
	if err != nil {
		return false
	}
	has := map[int]bool{}
	for _, f := range strings.FieldsFunc(westernDigits(read), func(r rune) bool { return !unicode.IsDigit(r) }) {
		if n, err := strconv.Atoi(f); err == nil {
			has[n] = true
		}
	}
	named := strings.ContainsFunc(read, unicode.IsLetter)
	return (has[t.Year()] || has[t.Year()%100]) && has[t.Day()] && (named || has[int(t.Month())])
}
