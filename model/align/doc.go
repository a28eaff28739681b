// Package align finds which sentences of an event's articles speak of the same
// thing, across languages, and lays them out in rows.
//
// A sentence becomes a sparse vector of what languages share: concepts, name
// skeletons, numbers, dates and cognates, and within one language its word stems
// too, each weighed by how rare it is in the event. Rows come from clustering
// all articles at once, so that they are consistent; no order is assumed.
//
// Invariants: a row holds at most one sentence of an article, a sentence stands
// in exactly one row. The result does not depend on the order of articles.
//
// It must not import ui, corpus, cmd, group or conflict.
package align
