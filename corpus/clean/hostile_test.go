package clean

import (
	"strings"
	"testing"
	"time"

	"parallax/corpus/decode"
)

// TestLargePages holds the time for pages of tens of thousands of lines, which
// must grow with their length only.
func TestLargePages(t *testing.T) {
	text := "The council met on Monday and came out with nothing to say to anyone at all.\n\n"
	for name, page := range map[string]string{
		"headlines":    strings.Repeat("A headline of some words\n\n", 20_000) + text,
		"menu":         strings.Repeat("Home news\n", 40_000) + text,
		"dates":        strings.Repeat("Monday, 3 May 2021\n", 10_000) + text,
		"diary":        strings.Repeat("Monday, 3 May 2021\n\nA headline of some words\n\n"+text, 4_000),
		"lists":        strings.Repeat(text+"Most read\n\n", 10_000),
		"one line":     strings.Repeat("word ", 400_000),
		"no sentences": strings.Repeat("word\n", 50_000),
	} {
		start := time.Now()
		Page(decode.Page{Text: page, Raw: true, Meta: decode.Meta{Language: "en"}}, nil)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Log(name, d)
		}
	}
}
