package clean

// textReach is how many lines below a headline its length is judged by.
const textReach = 60

// post is the lines of one article of a page, [from, to), with the line of its
// headline, -1 where it is still to be found, and that of the day heading above
// it, or -1.
type post struct {
	from, to int
	title    int
	day      int
	top      int // line at which the first post of the page begins
}

// headWeight is the most words of a headline.
const headWeight = 34

// startReach is how many lines below a headline its text begins.
const startReach = 14

// posts parts a page: a headline begins a post where it stands twice, under a day
// heading, after the foot of a post, or below text with a date of its own under
// it. The first post begins with the page.
func posts(lines []line) []post {
	found := []post{{to: len(lines), title: -1, day: -1}}
	p := parting{lines: lines, day: -1, diary: diary(lines)}
	for i := 0; i < len(lines); i++ {
		if dayHeading(&lines[i]) {
			p.day, p.dayAt = i, len(found)
		}
		if p.starts(i) {
			p.begin(&found, i)
		}
		p.pass(i)
	}
	return found
}

// parting is the state of the search for posts.
type parting struct {
	lines   []line
	text    int // paragraphs since the post began
	words   int // in those
	day     int // the day heading in force, or -1
	dayAt   int
	list    bool // in a list of links, comments or the like
	foot    bool // the foot of a post was passed
	title   string
	dated   bool // the headline has a date or byline below it
	doubled bool // the headline stands twice
	diary   bool // the page has several posts
}

func (p *parting) pass(i int) {
	if p.text == 0 && headline(&p.lines[i]) && p.datedBelow(i) {
		p.dated = true
	}
	switch l := &p.lines[i]; l.kind {
	case paragraph:
		if !headline(l) {
			p.text++
			p.words += l.weight
		}
		p.foot = p.foot && p.list
	case heading:
		p.list = p.text > 0
	case posted:
		p.foot = p.text > 0
	}
}

func (p *parting) begin(found *[]post, i int) {
	last := &(*found)[len(*found)-1]
	if p.text == 0 && len(*found) == 1 {
		last.title, last.day = i, p.day
	} else {
		last.to = i
		for last.to > last.from && dayHeading(&p.lines[last.to-1]) {
			last.to--
		}
		*found = append(*found, post{from: i, to: len(p.lines), title: i, day: p.day})
	}
	p.text, p.words, p.list, p.foot, p.title = 0, 0, false, false, p.lines[i].text
	p.dated, p.doubled = p.datedBelow(i), p.twice(i)
}

// starts reports whether line i is the headline of a post.
func (p *parting) starts(i int) bool {
	l := &p.lines[i]
	if !headline(l) || !p.textBelow(i) {
		return false
	}
	switch {
	case i > 0 && p.lines[i-1].text == l.text && p.title == l.text && p.text == 0:
		return false
	case p.twice(i) && (p.text > 0 || p.title == ""):
		return p.text == 0 || p.title != l.text && p.doubled || p.foot
	case i > 0 && dayHeading(&p.lines[i-1]) && (p.text > 0 || p.diary):
		return true
	case p.text == 0:
		return false
	case p.foot:
		return p.footBelow(i) || p.datedBelow(i)
	case p.list || p.lines[i-1].kind == linked:
		return false
	}
	return l.gap > 0 && p.title != l.text && p.words >= proseWeight && p.dated && p.datedBelow(i) && p.longText(i)
}

// footBelow reports whether the foot of a post follows.
func (p *parting) footBelow(i int) bool {
	for j := i + 1; j < len(p.lines); j++ {
		if p.lines[j].kind == posted {
			return true
		}
	}
	return false
}

// twice reports whether the line stands twice running.
func (p *parting) twice(i int) bool {
	return i+1 < len(p.lines) && p.lines[i+1].text == p.lines[i].text && p.lines[i].weight >= 3
}

// textBelow reports whether a paragraph follows soon.
func (p *parting) textBelow(i int) bool {
	for j := i + 1; j < min(len(p.lines), i+startReach); j++ {
		if p.lines[j].kind == paragraph {
			return true
		}
	}
	return false
}

// datedBelow reports whether a date or byline stands under the line.
func (p *parting) datedBelow(i int) bool {
	for j := i + 1; j < min(len(p.lines), i+3); j++ {
		switch l := &p.lines[j]; {
		case l.kind == dated && !l.stamp.Relative, l.kind == byline && l.mark == markBy:
			return true
		case l.kind == paragraph:
			return false
		}
	}
	return false
}

// longText reports whether more than a teaser follows.
func (p *parting) longText(i int) bool {
	words, count := 0, 0
	for j := i + 1; j < min(len(p.lines), i+textReach) && count < 3; j++ {
		switch l := &p.lines[j]; {
		case l.kind == paragraph:
			words += l.weight
			count++
		case l.kind == heading || l.kind == linked || j > i+startReach && count == 0:
			j = len(p.lines)
		}
	}
	return count >= 2 || words >= 40
}

// diary reports whether a page has several day headings or feet of posts.
func diary(lines []line) bool {
	days := 0
	for i := range lines {
		if dayHeading(&lines[i]) {
			days++
		}
		if lines[i].kind == posted || days > 1 {
			return true
		}
	}
	return false
}

// dayHeading reports whether a line is a day of the week with its date alone.
func dayHeading(l *line) bool {
	return l.kind == dated && l.stamp.Date.Full() && !l.stamp.Date.HasClock && l.stamp.HasWeekday && weigh(l.text)-weigh(l.stamp.Span.Of(l.text)) <= 1
}

// headline reports whether a line may be a headline.
func headline(l *line) bool {
	if l.weight > headWeight || l.weight < 2 && len(l.text) < 12 {
		return false
	}
	switch l.kind {
	case short:
		return true
	case stub, paragraph:
		return !l.ends || questions(l.text) && !innerEnd(l.text) && l.weight <= 22
	}
	return false
}

// questions reports whether a line ends with a question or exclamation mark, as
// headlines may.
func questions(s string) bool {
	for _, end := range []string{"?", "!", "？", "！", "؟", ";", "…", "..."} {
		if len(s) > len(end) && s[len(s)-len(end):] == end {
			return true
		}
	}
	return false
}
