package group

import (
	"cmp"
	"slices"
	"strings"

	"parallax/model/claim"
)

// sharedNames lists the names that most of the articles hold, in the spelling
// that most of them use; all is whether each is in all of them.
func sharedNames(some []*Signature) (list []string, all bool) {
	c := newCensus()
	for _, s := range some {
		c.read(s)
	}
	c.count(some)
	all = true
	told := map[string]bool{}
	for _, key := range mostHeld(c.holders, c.weight, len(some)) {
		if len(list) == maxListed {
			break
		}
		form := c.fullest(key)
		if form == "" || told[key] {
			continue
		}
		for _, k := range strings.Fields(form) {
			told[k] = true
		}
		list = append(list, c.spelling(form))
		all = all && c.holders[key] == len(some)
	}
	return list, all
}

// census counts the names of several articles: by the skeleton of each word, by
// the whole name, and by the spellings of that.
type census struct {
	holders   map[string]int // skeleton → articles
	weight    map[string]float64
	forms     map[string]map[string]holding // skeleton → skeletons of whole names that hold it
	spellings map[string]map[string]int     // skeletons of a whole name → spelling → articles
	languages map[string]bool
}

// holding says who holds a name.
type holding struct {
	articles int
	language string // of the first of them
	several  bool   // there are others
}

func newCensus() *census {
	return &census{holders: map[string]int{}, weight: map[string]float64{}, forms: map[string]map[string]holding{},
		spellings: map[string]map[string]int{}, languages: map[string]bool{}}
}

func (c *census) read(s *Signature) {
	language := s.Article.Language
	c.languages[language] = true
	seen := map[string]bool{}
	s.eachName(func(form, text string) {
		c.spell(form, text, language)
		if !seen[form] {
			seen[form] = true
			c.hold(form, language)
		}
	})
}

// count finds who holds the words of the names that were read: as part of another
// name, or where a script has no capitals as a word that the lexicon does not know.
func (c *census) count(some []*Signature) {
	for key := range c.forms {
		k := termKey(claim.NameChannel, key)
		for _, s := range some {
			if w := s.weight(k); w > 0 {
				c.holders[key]++
				c.weight[key] += 5 + w
			}
		}
	}
}

// spell counts a spelling, that of English reports above all others, as reasons
// are in English.
func (c *census) spell(form, text, language string) {
	if c.spellings[form] == nil {
		c.spellings[form] = map[string]int{}
	}
	c.spellings[form][text]++
	if language == programLanguage {
		c.spellings[form][text] += 1000
	}
}

func (c *census) hold(form, language string) {
	for _, k := range strings.Fields(form) {
		if c.forms[k] == nil {
			c.forms[k] = map[string]holding{}
		}
		h, ok := c.forms[k][form]
		if !ok {
			h.language = language
		}
		h.articles++
		h.several = h.several || h.language != language
		c.forms[k][form] = h
	}
}

// fullest is the whole name that a word stands for: the commonest of those of
// several words where at least half of the articles that name it have such, in
// more than one language if there are several, so that no name is told by half;
// else the word alone. It is "" for a word that no article gives as a name.
func (c *census) fullest(key string) string {
	best, held := "", 0
	for form, h := range c.forms[key] {
		many := strings.Contains(form, " ")
		if many && (2*h.articles < c.holders[key] || len(c.languages) > 1 && !h.several) && len(c.forms[key]) > 1 {
			continue
		}
		v := cmp.Or(boolCompare(many, strings.Contains(best, " ")), cmp.Compare(h.articles, held), cmp.Compare(best, form))
		if best == "" || v > 0 {
			best, held = form, h.articles
		}
	}
	return best
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// spelling is how most spell a name, in ASCII where anyone does.
func (c *census) spelling(form string) string {
	var all []string
	for s := range c.spellings[form] {
		all = append(all, s)
	}
	return slices.MinFunc(all, func(a, b string) int {
		return cmp.Or(boolCompare(isASCII(b), isASCII(a)), cmp.Compare(c.spellings[form][b], c.spellings[form][a]), cmp.Compare(a, b))
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f }) < 0
}
