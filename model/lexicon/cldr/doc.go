// Package cldr holds what the Unicode Common Locale Data Repository (CLDR 48)
// says about the languages of the reader: how they name months and weekdays,
// territories, languages, currencies and units, and how they write numbers.
//
// The files below data are made by gen and never edited by hand: run
// go generate with the CLDR JSON packages of npm in a folder named by CLDR_JSON
// (see gen). Words that CLDR lacks belong beside the code that needs them.
//
// Every table is read the first time that its language is asked for and kept;
// importing the package costs nothing. Names stand exactly as CLDR spells them:
// callers fold case and marks as they do for the text they search. An unknown
// language has empty tables. All functions are safe for concurrent use; what
// they return is shared and must not be changed.
package cldr

//go:generate go run ./gen -json ${CLDR_JSON}

// Languages lists the languages that have tables, as BCP 47 tags.
func Languages() []string {
	return []string{
		"en", "de", "nl", "sv", "fr", "es", "pt", "it", "pl", "ru", "uk", "el",
		"tr", "ar", "fa", "he", "hi", "id", "ms", "vi", "zh", "ja", "ko",
	}
}
