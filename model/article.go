package model

// Span is a half-open range of bytes, [Start, End), into one Article.Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the bytes of text that the span covers. It panics when the span
// does not lie in text, as slicing does.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift moves the span by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Article is one report as one outlet printed it.
type Article struct {
	ID     string // unique in its corpus, stable from run to run
	Source string // the path as given, joined with the file's place below it, slashes forward
	Part   int    // counts the articles of one source, from 1

	Title string // one line; "" where the page has none
	// Text is the headline, a blank line, then the body in paragraphs separated
	// by blank lines: the headline is a claim like any other and needs a span.
	// Where there is no title it is the body alone.
	Text string
	Body int // byte offset in Text at which the body begins

	Language   string  // BCP 47, "und" where unknown
	Confidence float64 // of Language, 0 to 1
	Outlet     string
	Agencies   []string // news agencies that the text credits, apart from the outlet
	URL        string
	Authors    []string

	Date      Date   // of publication
	DateBasis string // what Date rests on, in plain words
	// Saved is when the page was saved, where the page shows it (a masthead
	// clock). It is no publication date, but nothing in the page is later.
	Saved Date
}

// Headline is the span of the title in Text; empty where there is none.
func (a *Article) Headline() Span { return Span{0, len(a.Title)} }
