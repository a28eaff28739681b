package corpus

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"parallax/corpus/detect"
)

// languageOf is the language a source declares, where it is a language, or else
// the one that the text seems to be in. web says that the source is a web page.
func languageOf(declared, text string, web bool) (tag string, confidence float64) {
	tag = plain(declared)
	if tag != "" && !(web && tag == preset) {
		return tag, 1
	}
	guess := detect.Language(text)
	if tag != "" && !outvoted(tag, guess, text) {
		return tag, 1
	}
	return guess.Tag, guess.Confidence
}

// The software of web sites declares English until somebody sets another language,
// which one site in thirty forgets. A text that is plainly in another is believed.
const (
	preset        = "en"
	outvotedBytes = 1000 // of the shortest text that is
	outvotedSure  = 0.99 // confidence of its language
)

// outvoted reports whether a text is plainly not in the language declared.
func outvoted(declared string, guess detect.Guess, text string) bool {
	return guess.Tag != declared && guess.Confidence >= outvotedSure && len(text) >= outvotedBytes && !slices.Contains(guess.Mixed, declared)
}

// plain is a declared language without its country, "en-US" as "en"; a script
// that tells two ways of writing apart, as of Chinese, stays. "" where it is no
// language.
func plain(declared string) string {
	t, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(declared), "_", "-"))
	if err != nil || t == language.Und {
		return ""
	}
	base, sure := t.Base()
	if sure == language.No {
		return ""
	}
	if script, sure := t.Script(); sure == language.Exact && strings.Contains(declared, script.String()) {
		return base.String() + "-" + script.String()
	}
	return base.String()
}
