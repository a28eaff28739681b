package group

import (
	"cmp"
	"slices"

	"parallax/model"
)

// maxSum caps the terms of a cluster, the weightiest, so that comparing large
// clusters costs no more than comparing articles.
const maxSum = 300

// cluster is an event in the making.
type cluster struct {
	voices    []int // representatives, as positions in the order of arrival
	sum       vector
	square    [channels]float64 // sum times itself
	has       [channels]int32   // how many voices hold something in the channel
	named     int32             // how many voices hold names that capitals show
	length    float64           // mean number of terms of a voice
	languages []count           // sorted
	pages     []count           // of the voices that stand on a page with others, sorted
	dates     []day             // of the voices, each once, sorted
	days      span              // of the full dates among them
	grown     bool              // in the last round
	barred    []int32           // the reader's decisions to keep it apart, as in word.bars
}

// span is the days from the first to the last, where any is known.
type span struct {
	first, last int
	known       bool
}

func (s span) join(t span) span {
	switch {
	case !s.known:
		return t
	case !t.known:
		return s
	}
	return span{min(s.first, t.first), max(s.last, t.last), true}
}

// count is how many voices have something: a language, a page.
type count struct {
	language string
	n        int
}

func single(i int, p *portrait, a *model.Article) *cluster {
	c := &cluster{voices: []int{i}}
	newPlaces().put(c, a)
	c.begin(p)
	return c
}

// begin takes in what the one voice of a cluster holds.
func (c *cluster) begin(p *portrait) {
	c.sum, c.length = p.terms, float64(p.length)
	c.square = p.terms.times(p.terms).dot
	if p.named {
		c.named = 1
	}
	for ch, has := range p.has {
		if has {
			c.has[ch] = 1
			c.square[ch] = 1 // with the terms that match nothing
		}
	}
}

// places are the languages and days of clusters of one voice, each made once for
// all that have it in common.
type places struct {
	languages map[string][]count
	dates     map[day][]day
}

func newPlaces() places { return places{map[string][]count{}, map[day][]day{}} }

// put says of a cluster where and when its one voice was printed.
func (p places) put(c *cluster, a *model.Article) {
	date := dayOf(a.Date)
	if p.languages[a.Language] == nil {
		p.languages[a.Language] = []count{{a.Language, 1}}
	}
	if p.dates[date] == nil {
		p.dates[date] = []day{date}
	}
	n, ok := a.Date.Days()
	c.languages, c.dates, c.days = p.languages[a.Language], p.dates[date], span{n, n, ok}
}

// union is the cluster of all voices of two, whose product is p.
func union(c, d *cluster, p product, memory *spare) cluster {
	out := cluster{voices: slices.Concat(c.voices, d.voices), sum: memory.sum(c.sum, d.sum), grown: true}
	slices.Sort(out.voices)
	n, m := float64(len(c.voices)), float64(len(d.voices))
	out.named = c.named + d.named
	out.length = (c.length*n + d.length*m) / (n + m)
	for ch := range out.has {
		out.has[ch] = c.has[ch] + d.has[ch]
		out.square[ch] = c.square[ch] + d.square[ch] + 2*p.dot[ch]
	}
	out.languages = mergeCounts(c.languages, d.languages)
	out.pages = mergeCounts(c.pages, d.pages)
	out.dates = slices.Concat(c.dates, d.dates)
	slices.SortFunc(out.dates, func(a, b day) int { return compareDates(a.date(), b.date()) })
	out.dates = slices.Compact(out.dates)
	out.days = c.days.join(d.days)
	out.barred = merged(c.barred, d.barred)
	return out
}

// day is a date to the day; 0 is unknown.
type day struct {
	year       int16
	month, day int8
}

func dayOf(d model.Date) day { return day{int16(d.Year), int8(d.Month), int8(d.Day)} }

func (d day) date() model.Date {
	return model.Date{Year: int(d.year), Month: int(d.month), Day: int(d.day)}
}

func compareDates(a, b model.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

func mergeCounts(a, b []count) []count {
	out := slices.Clone(a)
	for _, x := range b {
		i, ok := slices.BinarySearchFunc(out, x.language, func(c count, l string) int { return cmp.Compare(c.language, l) })
		if ok {
			out[i].n += x.n
		} else {
			out = slices.Insert(out, i, x)
		}
	}
	return out
}

// samePairs counts the pairs of voices of one language.
func samePairs(a, b []count) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i].language, b[j].language) {
		case -1:
			i++
		case 1:
			j++
		default:
			n += a[i].n * b[j].n
			i++
			j++
		}
	}
	return n
}

// within is the mean likeness of the voices of a cluster to each other; ok is
// false where there is one voice only.
func (c *cluster) within() (likeness float64, ok bool) {
	n := float64(len(c.voices))
	if n < 2 {
		return 0, false
	}
	name := (c.square[nameChannel] - float64(c.has[nameChannel])) / (n * (n - 1))
	topic := (c.square[topicChannel] - float64(c.has[topicChannel])) / (n * (n - 1))
	return (name + topic) / 2, true
}

// fitting is how well the dates of two clusters fit one event: 0 where any two
// do not, else the best. known is false where it rests on no pair of dates.
func fitting(a, b []day) (fit float64, known bool) {
	for _, x := range a {
		for _, y := range b {
			n := near(x.date(), y.date())
			if n == 0 {
				return 0, true
			}
			if x.month != 0 && y.month != 0 {
				fit, known = max(fit, n), true
			}
		}
	}
	return fit, known
}
