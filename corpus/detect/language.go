package detect

import "sync"

// Guess is the language a text seems to be written in.
type Guess struct {
	Tag        string   // BCP 47; "und" where the text does not tell
	Confidence float64  // 0 to 1
	Mixed      []string // other languages that hold a good part of the text, most first
}

// Language guesses the language of a text from its script, its n-grams and, for
// close languages, their marker words. Of a long text it reads a sample spread
// over the whole. The same text always gives the same guess.
func Language(text string) Guess {
	d := knowledge()
	parts := pieces(text)
	var whole tally
	var letters pairs
	votes := make([]vote, 0, len(parts))
	for _, part := range parts {
		t := d.tally(part, &letters)
		whole.add(&t)
		votes = append(votes, d.vote(&t))
	}
	whole.addPoints(letters.total(d))
	best := d.rank(&whole, parts)
	if best.language < 0 {
		return Guess{Tag: "und"}
	}
	return Guess{d.tags[best.language], best.confidence, d.mixed(best.language, votes)}
}

// knowledge is what detection knows, read on first use.
var knowledge = sync.OnceValue(func() *detector {
	d := &detector{ngrams: openTable()}
	d.tags = d.ngrams.languages
	d.alphabet = openAlphabet(d.language)
	d.groups = openGroups(d.language)
	d.words = openWords(d.language)
	return d
})

// detector holds the tables; it is not written to once it is made.
type detector struct {
	alphabet *alphabet
	ngrams   ngrams
	groups   []*group
	words    markers
	tags     []string // by language number: those of the table, then the others
}

// language is the number of a tag, new where it has none yet.
func (d *detector) language(tag string) int {
	for i, t := range d.tags {
		if t == tag {
			return i
		}
	}
	d.tags = append(d.tags, tag)
	return len(d.tags) - 1
}
