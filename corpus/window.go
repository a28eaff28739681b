package corpus

import (
	"path"

	"parallax/corpus/clean"
	"parallax/corpus/decode"
)

// Sibling pages are held until so many are known that what they share shows.
const (
	windowPages = 256
	windowBytes = 32 << 20
)

// window holds the first pages of a folder and counts their lines. Once it is
// full the counts stay as they are and pages pass at once.
type window struct {
	folder  string
	pages   []decode.Page
	bytes   int
	repeats *clean.Repeats
	full    bool
}

// add takes a page in, unless it opens another folder while pages are held: then
// those are to be taken first.
func (w *window) add(p decode.Page) bool {
	folder := path.Dir(p.Source)
	if w.repeats == nil || folder != w.folder {
		if len(w.pages) > 0 {
			return false
		}
		w.folder, w.repeats, w.full, w.bytes = folder, clean.NewRepeats(), false, 0
	}
	w.pages = append(w.pages, p)
	if !w.full {
		if p.Raw {
			w.repeats.Add(p.Text)
		}
		w.bytes += len(p.Text)
		w.full = len(w.pages) >= windowPages || w.bytes >= windowBytes
	}
	return true
}

// take empties the window of its pages and keeps the counts.
func (w *window) take() ([]decode.Page, *clean.Repeats) {
	pages := w.pages
	w.pages = nil
	return pages, w.repeats
}
