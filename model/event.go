package model

// Event is one happening and the articles that report it.
type Event struct {
	ID        string
	Title     string
	Date      Date
	Languages []string // of its articles, sorted, each once
	Outlets   []string // in the order of Articles, each once
	Articles  []string // article IDs, oldest first
	Why       []string // why these are together, a sentence a reason
	Conflicts int      // disputes, as shown by default
}

// Relation says what the cells of a row are to each other.
type Relation string

// The relations of a row.
const (
	Agree   Relation = "agree"    // they say the same
	Clash   Relation = "conflict" // at least two cannot both be true
	Related Relation = "related"  // they speak of the same thing
	Single  Relation = "single"   // one outlet only
)

// Cell is a passage of one article: one sentence, or neighbouring ones that
// together say what the row says.
type Cell struct {
	Article string // ID
	Span    Span
	Text    string // Span.Of(article.Text)
}

// Row holds the passages that speak of the same thing, a cell an article in the
// order of Comparison.Articles; nil is a gap.
type Row struct {
	Cells     []*Cell
	Relation  Relation
	Without   Relation // what Relation is where its conflicts are not shown
	Conflicts []string // IDs
}

// Outcome says why two passages that tell different values do not clash.
type Outcome string

// The outcomes of a comparison other than a conflict.
const (
	Compatible    Outcome = "compatible"     // some value fits both: rounding, a bound, another unit
	Update        Outcome = "update"         // a later reading of what changes
	OtherScope    Outcome = "other scope"    // another area, group, part or time
	OtherSpeaker  Outcome = "other speaker"  // each reports what somebody else said
	NotComparable Outcome = "not comparable" // nothing tells that they count the same
)

// Difference is a pair of passages that tell different values of what may be one
// thing, and do not clash.
type Difference struct {
	Kind    Kind
	Outcome Outcome
	Why     string // one sentence
	A, B    Side
}

// Comparison is one event side by side.
type Comparison struct {
	Event     Event
	Articles  []Article
	Rows      []Row
	Conflicts []Conflict
	// Differences are what looks like a conflict and is none, in the order of the
	// passages.
	Differences []Difference
	// Within are what articles say against themselves: both sides of each are of one
	// article. They are no disagreement between outlets and are never counted as one.
	Within []Conflict
}

// Kind is a kind of conflict, of a closed list.
type Kind string

// The kinds of conflict.
const (
	Quantity    Kind = "quantity"    // the same thing counted or measured
	When        Kind = "date"        // the same happening at another time
	Where       Kind = "place"       // the same happening elsewhere
	Polarity    Kind = "polarity"    // one affirms what the other negates
	Attribution Kind = "attribution" // one statement, two speakers
	Identity    Kind = "identity"    // who did it, or to whom
	Status      Kind = "status"      // done or decided against planned, alleged or denied
	Quote       Kind = "quote"       // one quotation, materially different words
	Cause       Kind = "cause"       // one effect, different causes
)

// Kinds lists every kind in the order in which people are shown them.
var Kinds = []Kind{Quantity, When, Where, Polarity, Status, Attribution, Identity, Quote, Cause}

// Strength says how surely two passages cannot both be true.
type Strength string

// The strengths, strongest first. The reader sees strong and likely by default.
const (
	Strong   Strength = "strong"
	Likely   Strength = "likely"
	Possible Strength = "possible"
)

// Side is one of the two passages of a conflict.
type Side struct {
	Article string // ID
	Span    Span   // the whole sentence
	Text    string // Span.Of(article.Text)
	Mark    Span   // the clashing words, inside Span
}

// Conflict is a pair of sentences that cannot both be true. parallax never says
// which is right.
type Conflict struct {
	ID       string
	Dispute  string // shared by the pairs of one disagreement
	Event    string // ID
	Kind     Kind
	Strength Strength
	Why      string // one sentence, plain words
	A, B     Side
	Verdict  Verdict // of the reader; "" is open
	Note     string  // of the reader
}
