package screen

import (
	"strings"
	"unicode/utf8"

	"parallax/ui/layout"
	"parallax/ui/safe"
)

// PageSize is how many entries are asked for at a time.
const PageSize = 100

// Browse is the list of articles or events, by day. It holds the pages that it
// was given and says which it lacks.
type Browse struct {
	full   Frame // all of it
	frame  Frame // of the list itself
	name   string
	about  string
	hint   string
	skips  int
	typed  string // the filter as it was typed
	filter Filter
	shown  Filter // of the entries that are there
	stale  bool   // they are of an older filter
	late   bool   // the answer takes long
	total  int
	known  bool // total was told
	fault  string
	pages  map[int][]Entry
	picked int
	top    int // the first entry on the screen

	counts           Tally
	line             timeline
	facets           *Facets
	faceted          bool // the facets are shown
	inside           bool // keys go to the facets
	peek             *Article
	held             bool     // the next answer leaves the selection where it is
	marks, bookmarks []string // IDs of articles
}

// NewBrowse is an empty list of what goes by name. The hint says what to do
// where there is nothing to read.
func NewBrowse(name, hint string) *Browse {
	return &Browse{name: safe.Field(name), hint: safe.Field(hint), pages: map[int][]Entry{}, stale: true, facets: newFacets()}
}

// Describe tells what there is to say of the corpus and how much was skipped.
func (b *Browse) Describe(about string, skips int) { b.about, b.skips = safe.Field(about), skips }

// Fit gives the screen its frame.
func (b *Browse) Fit(f Frame) {
	b.full, b.frame = f, f
	_, b.frame.W, _ = b.panes()
	b.scroll()
}

// Ask sets the filter, typed as given. What is on the screen stays until the
// first answer comes.
func (b *Browse) Ask(typed string, f Filter) {
	b.typed, b.filter = safe.Field(typed), f
	b.stale, b.late, b.held = true, false, false
}

// Hold keeps the selection where it is when the answer comes to what was asked
// last.
func (b *Browse) Hold() { b.held = true }

// Place is the place of the selection in the list, counted from 0.
func (b *Browse) Place() int { return b.picked }

// GoTo selects the entry at a place of the list, whether it is there yet or not.
func (b *Browse) GoTo(place int) { b.picked = max(place, 0) }

// Total is how many entries the list has.
func (b *Browse) Total() int { return b.total }

// Waiting reports whether the answer to what was asked last has not come.
func (b *Browse) Waiting() bool { return b.stale }

// GiveUp stays with the list that is there. Where there is none it says how to go
// on.
func (b *Browse) GiveUp() {
	b.filter, b.stale, b.late = b.shown, false, false
	b.typed = safe.Field(b.shown.String())
	if !b.known {
		b.fault, b.known = "You gave up waiting for it. Press v or f to ask again.", true
	}
}

// Show puts marks and bookmarks on the list, by the IDs of articles.
func (b *Browse) Show(marks, bookmarks []string) { b.marks, b.bookmarks = marks, bookmarks }

// Late says that the answer takes long, unless it has come.
func (b *Browse) Late() { b.late = b.stale }

// Filter is the filter in force, and as it was typed.
func (b *Browse) Filter() (Filter, string) { return b.filter, b.typed }

// Take puts a page of entries in its place. A page that does not come, because
// of err, leaves the list as it is and says so.
func (b *Browse) Take(page int, entries []Entry, total int, err error) {
	if err != nil {
		b.fault, b.stale, b.known = safe.Field(err.Error()), false, true
		return
	}
	if b.stale {
		b.pages = map[int][]Entry{}
		if !b.held {
			b.picked, b.top = 0, 0
		}
		b.held = false
	}
	b.shown, b.stale, b.known = b.filter, false, true
	admitted := make([]Entry, len(entries))
	for i, e := range entries {
		admitted[i] = admitEntry(e)
	}
	b.pages[page], b.total, b.fault = admitted, max(total, 0), ""
	b.picked = max(0, min(b.picked, b.total-1))
	b.scroll()
}

// Renew forgets the pages that are not on the screen, as they may have changed, and
// says which are.
func (b *Browse) Renew() (shown []int) {
	first, last := b.top/PageSize, (b.top+b.frame.H)/PageSize
	for p := range b.pages {
		if p >= first && p <= last {
			shown = append(shown, p)
		} else {
			delete(b.pages, p)
		}
	}
	return shown
}

// Uncounted reports whether a line on the screen waits for its event to be compared.
func (b *Browse) Uncounted() bool {
	for i := b.top; i < b.top+b.frame.H; i++ {
		if e, ok := b.at(i); ok && e.Uncounted {
			return true
		}
	}
	return false
}

// Lacks lists the pages that are needed soon and are not there: around what is
// on the screen.
func (b *Browse) Lacks() []int {
	if b.stale && !b.held {
		return []int{0}
	}
	if b.stale {
		return []int{b.picked / PageSize}
	}
	var lacking []int
	for p := max(0, b.top-1) / PageSize; p <= (b.top+b.frame.H+PageSize/2)/PageSize && p*PageSize < b.total; p++ {
		if _, ok := b.pages[p]; !ok {
			lacking = append(lacking, p)
		}
	}
	return lacking
}

// at is an entry by its place in the list.
func (b *Browse) at(i int) (Entry, bool) {
	page := b.pages[max(i, 0)/PageSize]
	if i < 0 || i >= b.total || i%PageSize >= len(page) {
		return Entry{}, false
	}
	return page[i%PageSize], true
}

// Picked is the selected entry; ok is false where there is none.
func (b *Browse) Picked() (e Entry, ok bool) { return b.at(b.picked) }

// Move selects the entry n lines further down.
func (b *Browse) Move(n int) { b.pick(b.picked + n) }

// Page selects the entry n screens further down.
func (b *Browse) Page(n int) { b.pick(b.picked + n*max(1, b.room()-2)) }

// Edge selects the first entry or the last.
func (b *Browse) Edge(last bool) {
	if last {
		b.pick(b.total - 1)
		return
	}
	b.pick(0)
}

func (b *Browse) pick(i int) {
	b.picked = max(0, min(i, b.total-1))
	b.scroll()
}

// StepArticle selects the entry that follows the article of an ID, or with dir
// -1 the one before. Only entries that are there are looked at.
func (b *Browse) StepArticle(from string, dir int) (ok bool) {
	at := b.picked
	if e, _ := b.Picked(); e.ID != from {
		for i := range b.total {
			if e, _ := b.at(i); e.ID == from {
				at = i
				break
			}
		}
	}
	if _, ok = b.at(at + dir); ok {
		b.pick(at + dir)
	}
	return ok
}

// StepEvent selects the first entry of the event that follows the event of an
// ID in the list, or with dir -1 of the one before. Only entries that are there
// are looked at.
func (b *Browse) StepEvent(from string, dir int) (event string, ok bool) {
	seen := map[string]bool{}
	var events []string
	var places []int
	at := -1
	for i := range b.total {
		e, ok := b.at(i)
		if !ok || e.Event == "" || seen[e.Event] {
			continue
		}
		seen[e.Event] = true
		if e.Event == from {
			at = len(events)
		}
		events, places = append(events, e.Event), append(places, i)
	}
	at += dir
	if at < 0 || at >= len(events) {
		return "", false
	}
	b.pick(places[at])
	return events[at], true
}

// room is the number of lines for entries and headings.
func (b *Browse) room() int {
	return max(b.full.H-len(b.head())-b.below(), 1)
}

// below is the number of lines below the list that tell of its selected line.
func (b *Browse) below() int {
	if _, _, beside := b.panes(); b.full.Tiny || beside > 0 {
		return 0
	}
	return layout.Preview(b.full.H)
}

// scroll moves the window so that the selected entry is on the screen.
func (b *Browse) scroll() {
	room := b.room()
	if b.picked < b.top {
		b.top = b.picked
	}
	b.top = max(b.top, b.picked-room+1)
	for b.top < b.picked && b.lineOf(b.picked) >= room {
		b.top++
	}
}

// lineOf is the line on which an entry at or below top stands.
func (b *Browse) lineOf(i int) int {
	line := 0
	for j := b.top; j <= i; j++ {
		if b.headed(j) {
			line++
		}
		line++
	}
	return line - 1
}

// group is the heading under which an entry stands, by the order of the list.
func (b *Browse) group(e Entry) string {
	switch b.shown.Sort {
	case ByOutlet:
		name := e.Outlet
		if b.shown.Events && len(e.Outlets) > 0 {
			name = e.Outlets[0]
		}
		if name == "" {
			name = noOutlet
		}
		return name
	case ByLanguage:
		return languageWords(e.Language)
	case ByConflicts:
		if e.Conflicts == 0 {
			return "No conflict"
		}
		return counted(e.Conflicts, "conflict")
	case ByTitle:
		r, _ := utf8.DecodeRuneInString(e.Title)
		return strings.ToUpper(strings.TrimSpace(string(r)))
	}
	return dayHeading(e.Date)
}

// headed reports whether a heading stands above an entry: at the top of the
// screen always, else where the day, or what the list is sorted by, changes.
func (b *Browse) headed(i int) bool {
	if i == b.top {
		return true
	}
	e, ok := b.at(i)
	before, had := b.at(i - 1)
	return ok && had && b.group(e) != b.group(before)
}
