package screen

import "parallax/model/query"

// Filter says which lines the list shows, and in which order. The zero Filter
// shows every article, the newest first.
type Filter struct {
	query.Query
	Events bool // an entry an event instead of an entry an article
	Sort   Sort
}

// Sort is an order of the list.
type Sort int

// The orders.
const (
	ByDate      Sort = iota // newest first, undated last
	ByOutlet                // by name; of an event, by its first outlet
	ByLanguage              // by code
	ByConflicts             // most first
	ByTitle
	sorts
)

// Next is the order that follows, the first after the last.
func (s Sort) Next() Sort { return (s + 1) % sorts }

// String names the order.
func (s Sort) String() string {
	return [...]string{"date", "outlet", "language", "conflicts", "title"}[max(0, min(s, sorts-1))]
}
