package clean

import "hash/maphash"

// Repeats counts in how many pages of one site or folder a line stands: what many
// pages share is no text of any of them. Reprints of one report, which share
// their paragraphs, count as one page. The zero value is not ready: see
// [NewRepeats].
type Repeats struct {
	pages map[uint64]bool
	lines map[uint64]uint16
}

const (
	maxRepeatLines = 200_000 // lines counted
	repeatPages    = 3       // pages that must share a line that is no sentence
	repeatTexts    = 5       // pages that must share a paragraph,
	repeatShare    = 4       // and one page in so many: reports share background too
)

var seed = maphash.MakeSeed()

// NewRepeats counts nothing yet.
func NewRepeats() *Repeats {
	return &Repeats{pages: map[uint64]bool{}, lines: map[uint64]uint16{}}
}

// Add counts the lines of a page.
func (r *Repeats) Add(text string) {
	lines := split(text)
	var longest string
	for _, l := range lines {
		if len(l.text) > len(longest) {
			longest = l.text
		}
	}
	id := maphash.String(seed, longest)
	if r.pages[id] {
		return
	}
	r.pages[id] = true
	seen := map[uint64]bool{}
	for _, l := range lines {
		h := maphash.String(seed, l.text)
		if seen[h] || l.text == longest {
			continue
		}
		seen[h] = true
		if _, ok := r.lines[h]; ok || len(r.lines) < maxRepeatLines {
			r.lines[h]++
		}
	}
}

// flag marks the lines that sibling pages have too.
func (r *Repeats) flag(lines []line) {
	if r == nil || len(r.pages) < repeatPages {
		return
	}
	own := false // some paragraph is this page's own
	for i := range lines {
		n := int(r.lines[maphash.String(seed, lines[i].text)])
		lines[i].common = n >= repeatPages
		if lines[i].kind == paragraph {
			lines[i].common = n >= repeatTexts && n*repeatShare >= len(r.pages)
			own = own || !lines[i].common
		}
	}
	for i := range lines {
		lines[i].common = lines[i].common && (own || lines[i].kind != paragraph)
	}
}
