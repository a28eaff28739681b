package group

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/model/claim"
)

// maxName is the length in bytes of the longest name that a reason gives.
const maxName = 60

// sharedNames lists the names that most of the documents hold, in the spelling
// that most of them use; all is whether each is in all of them.
func sharedNames(docs []*claim.Document) (list []string, all bool) {
	c := newCensus()
	for _, d := range docs {
		c.read(d)
	}
	all = true
	told := map[string]bool{}
	for _, key := range mostHeld(c.count, c.weight, len(docs)) {
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
		all = all && c.count[key] == len(docs)
	}
	return list, all
}

// census counts the names of several documents: by the skeleton of each word, by
// the whole name, and by the spellings of that.
type census struct {
	count     map[string]int // skeleton → documents
	weight    map[string]float64
	forms     map[string]map[string]holding // skeleton → skeletons of whole names that hold it
	spellings map[string]map[string]int     // skeletons of a whole name → spelling → mentions
	languages map[string]bool
}

// holding says who holds a name.
type holding struct {
	documents int
	language  string // of the first of them
	several   bool   // there are others
}

func newCensus() *census {
	return &census{count: map[string]int{}, weight: map[string]float64{}, forms: map[string]map[string]holding{},
		spellings: map[string]map[string]int{}, languages: map[string]bool{}}
}

func (c *census) read(d *claim.Document) {
	mentions, forms := map[string]int{}, map[string]bool{}
	capitals := cased(d)
	for i := range d.Sentences[:min(len(d.Sentences), maxRead)] {
		s := &d.Sentences[i]
		for _, n := range s.Names {
			text := strings.Join(strings.Fields(n.Span.Of(d.Article.Text)), " ")
			if len(n.Keys) == 0 || len(text) > maxName || utf8.RuneCountInString(text) < 3 {
				continue
			}
			form := strings.Join(n.Keys, " ")
			forms[form] = true
			c.spell(form, text, d.Article.Language)
			for _, k := range n.Keys {
				mentions[k]++
			}
		}
		if !capitals {
			unknown(s, mentions)
		}
	}
	for k, n := range mentions {
		c.count[k]++
		c.weight[k] += 5 + math.Log1p(float64(n))
	}
	for form := range forms {
		c.hold(form, d.Article.Language)
	}
}

// spell counts a spelling, that of English reports above all others, as reasons
// are in English.
func (c *census) spell(form, text, language string) {
	if c.spellings[form] == nil {
		c.spellings[form] = map[string]int{}
	}
	c.spellings[form][text]++
	if language == "en" {
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
		h.documents++
		h.several = h.several || h.language != language
		c.forms[k][form] = h
	}
	c.languages[language] = true
}

// cased reports whether the script of a document has capitals.
func cased(d *claim.Document) bool {
	for i := range d.Sentences[:min(len(d.Sentences), maxRead)] {
		if slices.ContainsFunc(d.Sentences[i].Words, func(w claim.Word) bool { return w.Upper }) {
			return true
		}
	}
	return false
}

// unknown adds the words that the lexicon does not know: where a script has no
// capitals, names are among them.
func unknown(s *claim.Sentence, mentions map[string]int) {
	for i := range s.Words {
		if w := &s.Words[i]; !w.Stop && !w.Used && !w.Known && !w.Cued {
			if k := claim.Skeleton(w.Token.Stem); len(k) > 2 {
				mentions[k]++
			}
		}
	}
}

// fullest is the whole name that a word stands for: the commonest of those of
// several words where at least half of the documents that name it have such, in
// more than one language if there are several, so that no name is told by half;
// else the word alone. It is "" for a word that no document gives as a name.
func (c *census) fullest(key string) string {
	best, held := "", 0
	for form, h := range c.forms[key] {
		many := strings.Contains(form, " ")
		if many && (2*h.documents < c.count[key] || len(c.languages) > 1 && !h.several) && len(c.forms[key]) > 1 {
			continue
		}
		v := cmp.Or(boolCompare(many, strings.Contains(best, " ")), cmp.Compare(h.documents, held), cmp.Compare(best, form))
		if best == "" || v > 0 {
			best, held = form, h.documents
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
