package keys

// The actions.
const (
	Down        Action = "down"
	Up          Action = "up"
	PageDown    Action = "page-down"
	PageUp      Action = "page-up"
	First       Action = "first"
	Last        Action = "last"
	Next        Action = "next"
	Previous    Action = "previous"
	Open        Action = "open"
	Read        Action = "read"
	Back        Action = "back"
	Turn        Action = "articles-or-events"
	Filter      Action = "filter"
	Search      Action = "search"
	ShowHelp    Action = "help"
	ShowSkip    Action = "skipped"
	ShowKept    Action = "kept"
	ShowWhy     Action = "why-together"
	NextCol     Action = "next-column"
	PrevCol     Action = "previous-column"
	PageRight   Action = "outlets-right"
	PageLeft    Action = "outlets-left"
	NextEvent   Action = "next-event"
	PrevEvent   Action = "previous-event"
	Free        Action = "aligned-or-free"
	Lock        Action = "lock"
	Zoom        Action = "zoom"
	Widen       Action = "widen"
	Narrow      Action = "narrow"
	Even        Action = "even"
	Clashes     Action = "conflicts-only"
	Possible    Action = "possible"
	Copy        Action = "copy"
	Facts       Action = "matrix"
	Sort        Action = "sort"
	Facets      Action = "facets"
	Confirm     Action = "confirm"
	Dismiss     Action = "dismiss"
	Reopen      Action = "reopen"
	WhyJudged   Action = "verdict-note"
	Note        Action = "note"
	Dismissed   Action = "dismissed"
	Bookmark    Action = "bookmark"
	Undo        Action = "undo"
	Redo        Action = "redo"
	SetDate     Action = "set-date"
	SetOutlet   Action = "set-outlet"
	SetLanguage Action = "set-language"
	Mark        Action = "mark"
	Join        Action = "join"
	Split       Action = "split"
	SwapRight   Action = "swap-right"
	SwapLeft    Action = "swap-left"
	Hide        Action = "hide"
	Unhide      Action = "unhide"
	Base        Action = "base"
	Alone       Action = "only-here"
	Glosses     Action = "words"
	NextDay     Action = "next-day"
	PrevDay     Action = "previous-day"
	NextMonth   Action = "next-month"
	PrevMonth   Action = "previous-month"
	CopyPair    Action = "copy-pair"
	CopyRow     Action = "copy-row"
	OpenLink    Action = "browser"
	Pager       Action = "pager"
	Editor      Action = "editor"
	Export      Action = "export"
	Mouse       Action = "mouse"
	Command     Action = "command"
	Repaint     Action = "repaint"
	Suspend     Action = "suspend"
	Interrupt   Action = "interrupt"
	Quit        Action = "quit"
)

// Default is the table that holds unless the reader says otherwise.
func Default() Table {
	return Table{
		{Next, []string{"n"}, Event, "next conflict; with a search, next place found", "conflict", Previous},
		{Previous, []string{"N"}, Event, "previous conflict; with a search, previous place found", "", ""},
		{Next, []string{"n"}, Matrix, "next fact in dispute", "dispute", Previous},
		{Previous, []string{"N"}, Matrix, "previous fact in dispute", "", ""},
		{Next, []string{"n"}, Article, "next place found", "", ""},
		{Previous, []string{"N"}, Article, "previous place found", "", ""},
		{Open, []string{"enter"}, Browse, "open: side by side where there is more than one report", "open", ""},
		{Open, []string{"enter"}, Event, "read the original at this sentence", "original", ""},
		{Open, []string{"enter"}, FacetPane, "filter by this, or no longer", "filter by this", ""},
		{Open, []string{"enter"}, Matrix, "the passages side by side", "passages", ""},
		{Open, []string{"enter"}, Article, "side by side with the other reports", "side by side", ""},
		{Read, []string{"r"}, Browse, "read the article by itself", "read", ""},
		{Down, []string{"j", "down", "ctrl+n"}, Browse, "next line", "line", Up},
		{Down, []string{"j", "down", "ctrl+n"}, Event, "next row", "row", Up},
		{Down, []string{"j", "down", "ctrl+n"}, FacetPane, "next facet", "facet", Up},
		{Down, []string{"j", "down", "ctrl+n"}, Matrix, "next fact", "fact", Up},
		{Down, []string{"j", "down", "ctrl+n"}, Article | Help | Notes, "down a line", "line", Up},
		{Up, []string{"k", "up", "ctrl+p"}, Browse, "previous line", "", ""},
		{Up, []string{"k", "up", "ctrl+p"}, Event, "previous row", "", ""},
		{Up, []string{"k", "up", "ctrl+p"}, FacetPane, "previous facet", "", ""},
		{Up, []string{"k", "up", "ctrl+p"}, Matrix, "previous fact", "", ""},
		{Up, []string{"k", "up", "ctrl+p"}, Article | Help | Notes, "up a line", "", ""},
		{NextCol, []string{"tab"}, Event | Matrix, "next outlet", "outlet", ""},
		{NextCol, []string{"tab"}, FacetPane, "back to the list", "list", ""},
		{PageRight, []string{"l", "right"}, FacetPane, "unfold the months of a year, the days of a month", "", ""},
		{PageLeft, []string{"h", "left"}, FacetPane, "fold them", "unfold", PageRight},
		{PrevCol, []string{"shift+tab"}, Event | Matrix, "previous outlet", "", ""},
		{NextEvent, []string{"]"}, Event, "next event", "", ""},
		{PrevEvent, []string{"["}, Event, "previous event", "event", NextEvent},
		{NextEvent, []string{"]"}, Article, "next article of the list", "", ""},
		{PrevEvent, []string{"["}, Article, "previous article of the list", "article", NextEvent},
		{Turn, []string{"v"}, Browse, "list events instead of articles, and back", "articles or events", ""},
		{Filter, []string{"f", "/"}, Browse | FacetPane, "filter the list; tab completes", "filter", ""},
		{Facets, []string{"F", "tab"}, Browse, "facets with counts: dates, languages, outlets, conflicts", "facets", ""},
		{Facets, []string{"F"}, FacetPane, "close the facets", "", ""},
		{Sort, []string{"s"}, Browse, "sort by date, outlet, language, conflicts, title", "sort", ""},
		{NextDay, []string{"]"}, Browse, "to the next day of the list", "", ""},
		{PrevDay, []string{"["}, Browse, "to the day before", "day", NextDay},
		{NextMonth, []string{"}"}, Browse, "to the next month of the list", "", ""},
		{PrevMonth, []string{"{"}, Browse, "to the month before", "", ""},
		{Search, []string{"/"}, Reading | Help | Notes, "search the text", "search", ""},
		{Facts, []string{"f"}, Event, "the facts: what each outlet asserts, denies or tells otherwise", "facts", ""},
		{Clashes, []string{"C"}, Matrix, "show facts in dispute only, and back", "disputes only", ""},
		{Sort, []string{"s"}, Matrix, "most disputed first, or as in the text", "sort", ""},
		{Confirm, []string{"c"}, Event, "verdict: confirmed, they contradict each other", "confirm", ""},
		{Dismiss, []string{"x"}, Event, "verdict: not a conflict", "no conflict", ""},
		{Reopen, []string{"o"}, Event, "verdict: open again", "", ""},
		{WhyJudged, []string{"w"}, Event, "a note on the conflict", "", ""},
		{Dismissed, []string{"D"}, Event, "show the conflicts that you dismissed, and back", "", ""},
		{Note, []string{"m"}, Reading, "a note on this passage", "note", ""},
		{Clashes, []string{"C"}, Event, "show rows with conflicts only, and back", "conflicts only", ""},
		{Possible, []string{"p"}, Event, "count conflicts that are only possible, and back", "", ""},
		{Copy, []string{"y"}, Reading, "copy the sentence with outlet, date and address", "copy", ""},
		{CopyPair, []string{"Y"}, Event, "copy both sides of the conflict", "", ""},
		{CopyRow, []string{"R"}, Event, "copy the row: what each outlet says of it", "", ""},
		{Export, []string{"e"}, Event, "export the event to a file: Markdown, HTML, CSV or JSON", "export", ""},
		{OpenLink, []string{"B"}, Reading, "open the address of the report in the browser", "", ""},
		{Pager, []string{"P"}, Reading, "read the report in $PAGER", "", ""},
		{Editor, []string{"E"}, Reading, "open a copy of the report in $EDITOR", "", ""},
		{ShowWhy, []string{"i"}, Event, "why: the conflict in full, the reports together, their dates", "why", ""},
		{Glosses, []string{"W"}, Event, "what the words of this row mean, by the lexicon and dictionaries on this machine", "words", ""},
		{Zoom, []string{"z"}, Event, "show this outlet alone, and back", "", ""},
		{PageRight, []string{"l", "right"}, Event | Matrix, "more outlets to the right", "", ""},
		{PageLeft, []string{"h", "left"}, Event | Matrix, "more outlets to the left", "more outlets", PageRight},
		{Free, []string{"a"}, Event, "aligned rows, or whole articles scrolled together", "", ""},
		{Lock, []string{"L"}, Event, "free: scroll the outlets together, or one alone", "", ""},
		{Widen, []string{">"}, Event, "widen the column", "", ""},
		{Narrow, []string{"<"}, Event, "narrow the column", "", ""},
		{Even, []string{"="}, Event, "columns of equal width", "", ""},
		{SwapRight, []string{"}"}, Event, "move the column to the right", "", ""},
		{SwapLeft, []string{"{"}, Event, "move the column to the left", "", ""},
		{Hide, []string{"H"}, Event, "hide this outlet", "", ""},
		{Unhide, []string{"U"}, Event, "show the outlets that are hidden", "", ""},
		{Base, []string{"0"}, Event, "take this outlet as the base: first, and the rows in its order; again for their own", "", ""},
		{Alone, []string{"+"}, Event, "show only rows that one outlet alone has, and back", "", ""},
		{Undo, []string{"u"}, Browse | Reading, "take back what was kept last", "", ""},
		{Redo, []string{"ctrl+r"}, Browse | Reading, "do again what was taken back", "", ""},
		{Bookmark, []string{"b"}, Browse | Reading, "bookmark the article, or no longer", "", ""},
		{Mark, []string{"t"}, Browse | Reading, "mark the article, to join or split events", "", ""},
		{Join, []string{"J"}, Browse | Reading, "join the marked articles and this event", "", ""},
		{Split, []string{"X"}, Browse | Reading, "split the marked articles, or this one, off the event", "", ""},
		{SetDate, []string{"d"}, Browse | Reading, "set the date of the article", "", ""},
		{SetOutlet, []string{"O"}, Browse | Reading, "set the outlet of the article", "", ""},
		{SetLanguage, []string{"ctrl+t"}, Browse | Reading, "set the language of the article", "", ""},
		{PageDown, []string{"space", "pgdown", "ctrl+f"}, Everywhere, "down a page", "", ""},
		{PageUp, []string{"pgup", "ctrl+b"}, Everywhere, "up a page", "", ""},
		{First, []string{"g", "home"}, Everywhere, "to the first", "", ""},
		{Last, []string{"G", "end"}, Everywhere, "to the last", "", ""},
		{ShowKept, []string{"w"}, Browse, "what you have kept: verdicts, notes, bookmarks", "", ""},
		{ShowSkip, []string{"S"}, Browse, "what was not read, and why", "", ""},
		{Command, []string{":"}, Everywhere, "do something by its name, or by what it does", "", ""},
		{Mouse, []string{"M"}, Everywhere, "scroll with the mouse, or leave it to select text", "", ""},
		{Repaint, []string{"ctrl+l"}, Everywhere, "draw the screen anew", "", ""},
		{Suspend, []string{"ctrl+z"}, Everywhere, "back to the shell; fg returns", "", ""},
		{ShowHelp, []string{"?", "f1"}, Browse | Reading | Notes | Matrix | FacetPane, "this help", "help", ""},
		{Back, []string{"esc", "backspace"}, Everywhere, "back; ends a search or a filter first", "", ""},
		{Back, []string{"?", "f1"}, Help, "close the help", "close", ""},
		{Quit, []string{"q"}, Everywhere, "quit", "quit", ""},
		{Interrupt, []string{"ctrl+c"}, Everywhere, "quit at once", "", ""},
	}
}
