package clean

const (
	clusterGap   = 8   // lines without text that part the text of an article from other text
	clusterReach = 80  // lines above a text within which its beginning may stand
	fullWeight   = 100 // words of a cluster that is text whatever follows
	leadWeight   = 25  // words of a paragraph that is such a beginning
	consentShare = 3   // one paragraph in so many about consent makes it a notice,
	consentPrice = 4   // of which a word counts as one in so many
)

// cluster is paragraphs of a page with little between them.
type cluster struct {
	first, last int // lines
	words       int
	longest     int // words of the longest
	count       int // paragraphs
	consent     int // those about consent
}

// weight is how much a cluster says.
func (c *cluster) weight() int {
	if c.consent*consentShare >= c.count {
		return c.words / consentPrice
	}
	return c.words
}

func (c *cluster) add(i int, l *line) {
	if c.count == 0 {
		c.first = i
	}
	c.last = i
	c.words += l.weight
	c.longest = max(c.longest, l.weight)
	c.count++
	if l.consent {
		c.consent++
	}
}

// firstParagraph is where the text of a post begins: the first paragraph below
// its headline, or of the cluster that says most. -1 where there is none. What may
// itself be a headline counts if questions is true.
func firstParagraph(lines []line, p post, questions bool) int {
	from := p.from
	if p.title >= 0 {
		from = p.title + 1
		for from < p.to && lines[from].text == lines[p.title].text {
			from++
		}
	}
	var found []cluster
	for i := from; i < p.to; i++ {
		if lines[i].kind != paragraph || lines[i].common || !questions && (headline(&lines[i]) || aboveHead(lines, i, p.to)) {
			continue
		}
		if p.title >= 0 && i-from < startReach {
			return i
		}
		if n := len(found); n == 0 || i-found[n-1].last > clusterGap {
			found = append(found, cluster{})
		}
		found[len(found)-1].add(i, &lines[i])
	}
	return begin(lines, found)
}

// begin is the first line of the cluster that says most, or of a long paragraph
// above it with nothing between the two that would end a text.
func begin(lines []line, found []cluster) int {
	best := -1
	for i := range found {
		if best < 0 || found[i].weight() > found[best].weight() {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	for best > 0 && leads(lines, &found[best-1], &found[best]) {
		best--
	}
	return found[best].first
}

// leads reports whether the text of a cluster goes on in the next: it is long
// enough, and no list of other articles parts a short one from it.
func leads(lines []line, c, next *cluster) bool {
	if next.first-c.last > clusterReach || c.longest < leadWeight || c.consent*consentShare >= c.count {
		return false
	}
	for i := c.last + 1; i < next.first && c.words < fullWeight; i++ {
		if k := lines[i].kind; k == heading || k == linked || k == posted {
			return false
		}
	}
	return true
}

// consents reports whether the next paragraphs are a notice about consent.
func consents(lines []line) bool {
	const reach = 12 // lines
	var c cluster
	for i := range lines[:min(reach, len(lines))] {
		if lines[i].kind == paragraph {
			c.add(i, &lines[i])
		}
	}
	return 2*c.consent >= c.count
}
