package lexicon

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

func fold(_, s string) string { return norm.NFKC.String(strings.ToLower(s)) }

func stemWord(tag, s string) string {
	env := snowballstem.NewEnv(s)
	switch tag {
	case "en":
		english.Stem(env)
	case "de":
		german.Stem(env)
	}
	return env.Current()
}
