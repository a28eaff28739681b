package detect

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The weight of what names an outlet. A name is taken from leastOutlet on.
const (
	mastheadFirst = 4 // the first line of the page
	mastheadNext  = 2
	mastheadMenu  = 2 // more, beside a menu
	datelineName  = 5
	datelineKnown = 3 // an agency may have supplied the text to others
	copyrightName = 4
	sourceName    = 3
	hostMatch     = 4
	creditName    = 1
	mentioned     = 2 // more, for each other line that has the name
	knownName     = 2 // more, for an agency that lines other than credits name
	leastOutlet   = 3
	mostMentions  = 3
)

// Outlet names the outlet of a text, "" where the page does not say, and the
// agencies that the text credits apart from it.
func Outlet(c Clues) (outlet string, agencies []string) {
	outlet = c.Meta.Outlet
	if outlet == "" {
		outlet = bestOutlet(c)
	}
	if outlet == "" {
		outlet = hostOf(c.Meta.URL)
	}
	return outlet, agenciesIn(c, outlet)
}

// names gathers candidates in the order in which they are found.
type names struct {
	order []string
	score map[string]int
}

func (n *names) add(name string, score int) {
	name = strings.Trim(name, " ,;:.-–—|/·»«\"“”")
	if name == "" || utf8.RuneCountInString(name) > 60 || !strings.ContainsFunc(name, unicode.IsLetter) {
		return
	}
	if _, ok := n.score[name]; !ok {
		n.order = append(n.order, name)
	}
	n.score[name] += score
}

func bestOutlet(c Clues) string {
	n := &names{score: map[string]int{}}
	n.mastheads(c.Mastheads)
	if len(c.Text) > 0 {
		for _, name := range DatelineOf(c.Text[0]).Names {
			if agency, ok := agencyNamed(name); ok {
				n.add(agency, datelineKnown)
			} else {
				n.add(name, datelineName)
			}
		}
	}
	for _, l := range c.Furniture {
		n.copyright(l)
	}
	for _, name := range c.From {
		n.add(name, sourceName)
	}
	for _, l := range c.Credits {
		if holder, photographer, ok := strings.Cut(strings.TrimLeft(l, "©ⓒ "), "/"); ok && strings.HasPrefix(l, "©") && photographer != "" {
			n.add(holder, creditName)
		}
	}
	best, top := "", leastOutlet-1
	for _, name := range n.order {
		if s := n.score[name] + n.support(name, c); s > top {
			best, top = name, s
		}
	}
	return best
}

func (n *names) mastheads(lines []Masthead) {
	for _, m := range lines {
		score := mastheadNext
		switch {
		case m.First:
			score = mastheadFirst
		case m.Crowded:
			continue
		}
		if m.Menu {
			score += mastheadMenu
		}
		n.add(m.Text, score)
	}
}

var copyrightSign = regexp.MustCompile(`(?i)^(?:copyright|\(c\)|©|ⓒ)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.]*`)

// copyright takes the holder of a line such as "© 2023 The Star. All rights
// reserved." A holder with a photographer is a credit.
func (n *names) copyright(l string) {
	at := copyrightSign.FindStringIndex(l)
	if at == nil || at[1] == 0 || len(l) > 160 || strings.Contains(l, "/") {
		return
	}
	holder := l[at[1]:]
	for _, end := range []string{". ", ", ", " | ", " – ", " - ", "。", "."} {
		if name, _, ok := strings.Cut(holder, end); ok && len(name) > 2 {
			holder = name
		}
	}
	if len(strings.Fields(holder)) <= 5 {
		n.add(holder, copyrightName)
	}
}

// support is what the rest of the page says for a name.
func (n *names) support(name string, c Clues) int {
	credits := map[string]bool{}
	for _, l := range c.Credits {
		credits[l] = true
	}
	lines := 0
	for _, l := range c.Furniture {
		if l != name && !credits[l] && containsWord(l, name) {
			lines++
		}
	}
	score := mentioned * min(lines, mostMentions)
	if _, ok := agencyNamed(name); ok && lines > 0 {
		score += knownName
	}
	if host := hostOf(c.Meta.URL); host != "" && strings.Contains(squeeze(host), squeeze(name)) {
		score += hostMatch
	}
	return score
}

// hostOf is the host of an address without "www.".
func hostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, ":")
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}

// squeeze keeps the ASCII letters and digits, as a host name does.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}

// containsWord reports whether s has the name as whole words.
func containsWord(s, name string) bool {
	for from := 0; ; {
		at := strings.Index(s[from:], name)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(name):])
		if !wordRune(before) && !wordRune(after) || unspaced(name) {
			return true
		}
		from = at + len(name)
	}
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func unspaced(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return r >= 0x2E80 && r < 0xFF00
}
