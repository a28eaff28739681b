package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	f.Add("The ferry sank. Seventeen died. Seventeen were saved.", 16, 25, "Update: ")
	f.Add("二十一人死亡。", 0, 9, "二十一")
	f.Add("aaaa", 1, 2, "a")
	f.Fuzz(func(t *testing.T, text string, start, end int, before string) {
		if start < 0 || end < start || end > len(text) || !utf8.ValidString(text[:start]) || !utf8.ValidString(text[start:end]) || !utf8.ValidString(text[end:]) {
			return // no article has such a text or passage
		}
		p := PassageOf(&Article{ID: "a", Text: text}, Span{start, end})
		if s, ok := p.Find(text); !ok || s.Of(text) != p.Words || p.Words != "" && s != p.Span && !strings.Contains(text, p.Before+p.Words+p.After) {
			t.Errorf("%q is not found in its own text: %v", p.Words, s)
		}
		if s, ok := p.Find(before + text); !ok || s.Of(before+text) != p.Words {
			t.Errorf("%q is not found behind %q: %v", p.Words, before, s)
		}
		if _, ok := p.Find(""); ok != (p.Words == "") {
			t.Error("found in nothing")
		}
	})
}
