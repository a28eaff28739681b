package detect

import "parallax/corpus/decode"

// Clues are what a page says around a text of whose it is and of when.
type Clues struct {
	Meta      decode.Meta
	Mastheads []Masthead // in the order of the page
	Stamps    []Place    // in the order of the page, but a day heading first
	Credits   []string   // of pictures
	Furniture []string   // every line that is not text
	Sources   []string   // bylines, and lines that name where the text is from
	From      []string   // names that such lines give as the source
	Text      []string   // the paragraphs
}

// Masthead is a line above the headline that may name the outlet.
type Masthead struct {
	Text    string
	First   bool // of the page
	Menu    bool // beside a menu
	Crowded bool // among many short lines
}

// Where is the place of a date in a page.
type Where string

// The places of dates.
const (
	DayHeading Where = "day heading" // alone above the posts of a day
	Under      Where = "line under the headline"
	Above      Where = "line above the headline"
	Clock      Where = "masthead" // when the page was saved
	Inside     Where = "line in the text"
	Below      Where = "line below the text"
)

// Place is a line with a date and where it stands.
type Place struct {
	Stamp
	Where  Where
	Text   string
	Label  bool // words say that it is of publication
	Update bool // words say that it is of a change
}
