package clean

import "strings"

// titleLines is how many lines of a page may be the title of the web page.
const titleLines = 3

// separators part the headline from the outlet in the title of a web page; the
// sure ones seldom stand in a headline.
var separators = []struct {
	text string
	sure bool
}{
	{" | ", true}, {"｜", true}, {" :: ", true}, {" « ", true}, {" » ", true}, {" • ", true}, {" · ", false},
	{" - ", false}, {" – ", false}, {" — ", false}, {"_", false}, {"-", false},
}

// webTitle finds the title of the web page at the top of its dump, such as
// "Headline | Outlet", and returns what it says. The line goes where the headline
// stands below by itself; else it becomes the headline.
func webTitle(lines []line) (headline, outlet string) {
	for i := range lines[:min(titleLines, len(lines))] {
		for _, sep := range separators {
			at := strings.LastIndex(lines[i].text, sep.text)
			if at < 0 {
				continue
			}
			left, right := strings.TrimSpace(lines[i].text[:at]), strings.TrimSpace(lines[i].text[at+len(sep.text):])
			if weigh(left) < 4 || weigh(right) == 0 || weigh(right) > mastheadMost {
				continue
			}
			own, named := stands(lines, i, left), stands(lines, i, right)
			switch {
			case own:
				lines[i].kind = junk
				return left, right
			case i == 0 && (named || sep.sure && lines[i].kind != menu):
				lines[i].text, lines[i].kind = left, short
				return left, right
			}
		}
	}
	return "", ""
}

// stands reports whether the text is a line of its own below line i.
func stands(lines []line, i int, text string) bool {
	for j := i + 1; j < len(lines); j++ {
		if lines[j].text == text {
			return true
		}
	}
	return false
}
