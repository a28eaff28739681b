// Package corpus reads articles from files: it composes decode (formats), clean
// (pages to articles) and detect (language, outlet, date).
//
// Invariants: the same files in the same paths give the same articles in the same
// order with the same IDs, however many cores there are; one bad page never stops
// the rest; every text has passed safe.
//
// It must not import ui.
package corpus
