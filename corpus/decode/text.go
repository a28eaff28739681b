package decode

import (
	"fmt"
	"strings"
)

// text reads a dump of a page, whatever stood on it.
func (w *walk) text(in *input) {
	data, ok := w.whole(in)
	if !ok {
		return
	}
	s := mendTwice(toUTF8(data, "", in.utf8))
	if strings.TrimSpace(s) == "" {
		w.skip(in.source, "", fmt.Errorf("file %w", ErrEmpty))
		return
	}
	w.page(in, Page{Format: string(fmtText), Text: s, Raw: true})
}
