package corpus

import (
	"strings"

	"golang.org/x/text/language"

	"parallax/corpus/detect"
)

// languageOf is the language a source declares, where it is a language, or else
// the one that the text seems to be in.
func languageOf(declared, text string) (tag string, confidence float64) {
	if tag = plain(declared); tag != "" {
		return tag, 1
	}
	guess := detect.Language(text)
	return guess.Tag, guess.Confidence
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
