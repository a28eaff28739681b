package lexicon

import (
	"embed"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The files list names that languages spell each in their own way: a key, then
// the forms of each language. The column "latin" serves every language written
// in Latin letters.
//
//go:embed names/*.tsv
var nameFiles embed.FS

// NameCode begins the code of a hit that is a name all languages share a key
// for, and PlaceMark the key of one that is a place.
const (
	NameCode  = "name:"
	PlaceMark = "@"
)

// placeFiles list places, the others people and bodies.
const placeFiles = "names/cities.tsv names/places.tsv"

const (
	latinColumn = "latin"
	minAlias    = 3 // letters of the shortest form, where words stand apart
)

// latinTags are the languages written in Latin letters.
const latinTags = " en de nl sv fr es pt it pl tr id ms vi "

// aliases calls yield for each form that names have in the language.
func aliases(l *Language, yield func(form, key string, stems bool)) {
	names, err := fs.Glob(nameFiles, "names/*.tsv")
	if err != nil {
		return
	}
	for _, name := range names {
		data, err := fs.ReadFile(nameFiles, name)
		if err != nil {
			continue
		}
		col := -1
		for _, line := range strings.Split(string(data), "\n") {
			switch {
			case line == "" || strings.HasPrefix(line, "#"):
			case col < 0:
				if col = aliasColumn(line, l.Tag); col < 0 {
					col = len(line) // no such column: all cells are empty
				}
			default:
				key := column(line, 0)
				if strings.Contains(placeFiles, name) {
					key = PlaceMark + key
				}
				for _, f := range strings.Split(column(line, col), "|") {
					if utf8.RuneCountInString(f) >= minAlias || f != "" && !l.Spaced || isAcronym(f) {
						yield(f, key, inflects(f))
					}
				}
			}
		}
	}
}

func isAcronym(f string) bool {
	return len(f) > 1 && strings.ToUpper(f) == f && strings.ToLower(f) != f
}

func aliasColumn(head, tag string) int {
	if strings.Contains(latinTags, " "+tag+" ") {
		tag = latinColumn
	}
	for i, h := range strings.Split(head, "\t") {
		if h == tag {
			return i
		}
	}
	return -1
}

// inflects reports whether the form is of one language alone and of a script
// that has capitals; only there is it safe to look for its stem.
func inflects(form string) bool {
	return strings.ToLower(form) != form && !unicode.Is(unicode.Latin, []rune(form)[0])
}
