package decode

// Page is one page or record as it stands in a file, decoded to UTF-8.
type Page struct {
	Source string // the path as given, joined with the file's place below it, slashes forward
	Record int    // which record of its file (a JSONL line, a WARC record), from 1; 0 where the file is one page
	Format string // "text", "html", "json", "csv", "feed", "warc", "mail" …

	// Text is the page's text in lines. For HTML it is the main text, a blank
	// line between paragraphs. It has passed safe.Block.
	Text string
	// Raw says that Text is a dump of the whole page, in which menus, clocks and
	// share lines still stand and which may hold several articles. Otherwise
	// Text is one article's body.
	Raw  bool
	Meta Meta
}

// Meta is what the source says of itself; every field may be empty and has
// passed safe.Field.
type Meta struct {
	ID, Title, Language, Outlet, URL string
	Published, Modified              string // as written, mostly ISO 8601
	Shown                            string // the date that a web page shows by its headline
	Authors                          []string
}

// Skip names an input that was not read, the place in it where there is one,
// and why. It is an error, one line long.
type Skip struct {
	Source string
	Place  string // "line 17", "record 3", "byte 4096"; "" for the whole input
	Err    error
}

// Error is "source: place: reason".
func (s Skip) Error() string {
	if s.Place == "" {
		return s.Source + ": " + s.Err.Error()
	}
	return s.Source + ": " + s.Place + ": " + s.Err.Error()
}

// Unwrap returns the reason, so that errors.Is finds the sentinels.
func (s Skip) Unwrap() error { return s.Err }
