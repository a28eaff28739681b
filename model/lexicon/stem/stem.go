package stem

import (
	"embed"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/*.txt
var files embed.FS

// longestWord is the length in bytes from which a word is folded but not
// stemmed: no word of a language is as long.
const longestWord = 160

// Word is the stem of a word, which is to be lower-cased and in NFC, in a
// language (BCP 47; what follows the first hyphen is ignored). Words of a
// language without data are folded only.
func Word(lang, word string) string {
	l := languageOf(lang)
	if len(l.steps) == 0 || len(word) > longestWord {
		return l.fold.apply(word)
	}
	return l.stem(word)
}

// Fold makes two spellings of one word equal where the difference does not
// matter in the language: it lower-cases, takes NFKC, and drops the marks that
// the language's file does not keep.
func Fold(lang, s string) string { return languageOf(lang).fold.apply(s) }

// Lower is a word as [Word] takes it: in lower case, as the language has it, and in
// NFC.
func Lower(lang, word string) string {
	if languageOf(lang).fold.dotted {
		word = strings.ReplaceAll(word, "I", "ı")
	}
	return norm.NFC.String(strings.ToLower(word))
}

// language is what is known of one language.
type language struct {
	fold  folding
	forms map[string]string // irregular stems of whole words, by the folded word
	steps []step
}

func (l *language) stem(word string) string {
	if len(l.forms) > 0 {
		if stem, ok := l.forms[l.fold.apply(word)]; ok {
			return stem
		}
	}
	for i := range l.steps {
		if l.steps[i].forms {
			if stem, ok := l.forms[l.fold.apply(word)]; ok {
				return stem
			}
			continue
		}
		word = l.steps[i].apply(word)
	}
	return word
}

// regular is the stem of a word by the steps alone.
func (l *language) regular(word string) string {
	for i := range l.steps {
		if !l.steps[i].forms {
			word = l.steps[i].apply(word)
		}
	}
	return word
}

// languageOf is the data of a language, read on first use.
func languageOf(tag string) *language {
	base, _, _ := strings.Cut(tag, "-")
	if language, ok := languages()[base]; ok {
		return language()
	}
	return plain()
}

var languages = sync.OnceValue(func() map[string]func() *language {
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(err) // the data is embedded
	}
	all := map[string]func() *language{}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".txt")
		all[name] = sync.OnceValue(func() *language { return read(name) })
	}
	return all
})

// plain is a language of which nothing is known.
var plain = sync.OnceValue(func() *language { return &language{fold: newFolding("")} })

func read(name string) *language {
	data, err := open(name)
	if err != nil {
		panic(err) // the data is embedded
	}
	l, err := parse(data, open)
	if err != nil {
		panic("stem: data/" + name + ".txt: " + err.Error()) // a test reads every file
	}
	return l
}

func open(name string) (string, error) {
	data, err := files.ReadFile(path.Join("data", name+".txt"))
	return string(data), err
}
