package library

import (
	"context"
	"path/filepath"

	"parallax/corpus/decode"
	"parallax/model/safe"
)

// maxSkipsKept is how many skips of one file are kept.
const maxSkipsKept = 1000

// assign gives the pages without an article to the files that end now.
func (im *importer) assign() {
	byPath := map[string]*ended{}
	for i := range im.ended {
		byPath[im.ended[i].state.path] = &im.ended[i]
	}
	kept := im.skipped[:0]
	for _, s := range im.skipped {
		if e := owner(byPath, s.Source); e != nil {
			e.skips = append(e.skips, s)
		} else {
			kept = append(kept, s)
		}
	}
	im.skipped = kept
}

// owner is the value of the file that a source is, or is a member of.
func owner[T any](byPath map[string]T, source string) (v T) {
	for path := absolute(source); ; path = filepath.Dir(path) {
		if v, ok := byPath[path]; ok || path == filepath.Dir(path) {
			return v
		}
	}
}

// note writes down that files are read, and what of them was skipped.
func (l *Library) note(files []ended) error {
	for _, f := range files {
		if err := l.noteSkips(f.state.path, f.skips); err != nil {
			return err
		}
		if err := l.exec("INSERT OR REPLACE INTO files(path, size, changed, hash, skips) VALUES(?,?,?,?,?)",
			f.state.path, f.state.size, f.state.changed, f.state.hash, len(f.skips)); err != nil {
			return err
		}
	}
	return nil
}

// noteSkips replaces what was skipped of a file.
func (l *Library) noteSkips(file string, skips []decode.Skip) error {
	if err := l.exec("DELETE FROM skips WHERE file = ?", file); err != nil {
		return err
	}
	for _, s := range skips[:min(len(skips), maxSkipsKept)] {
		if err := l.exec("INSERT INTO skips(file, source, place, reason) VALUES(?,?,?,?)", file, s.Source, s.Place, safe.Field(s.Err.Error())); err != nil {
			return err
		}
	}
	return nil
}

// finish writes down what was skipped of no file that was read to its end: paths
// that do not exist, files that cannot be opened, standard input.
func (im *importer) finish(ctx context.Context, skipped []decode.Skip) error {
	rest := map[string][]decode.Skip{}
	for _, s := range append(skipped, im.skipped...) {
		if !owner(im.noted, s.Source) {
			path := absolute(s.Source)
			rest[path] = append(rest[path], s)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	return im.library.write(ctx, func() error {
		for path, skips := range rest {
			if err := im.library.noteSkips(path, skips); err != nil {
				return err
			}
		}
		return nil
	})
}
