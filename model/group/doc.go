// Package group finds which articles report the same event.
//
// Each article becomes a portrait: its names, topic, figures, words and headline,
// each a channel of its own, weighed by rarity. Copies of one text are folded into
// a voice. Voices are clusters, and the likest two clusters join first, until a
// small linear model (weights.txt, fitted by fit_test.go) says that no two are of
// one event; what has grown is then looked up anew. Names and topic must both
// agree; time prunes, it proves nothing.
//
// Invariants: the result does not depend on the order in which articles are
// given; the cost is near linear, as only clusters that share a rare feature
// within a window of days are compared, and never more than a fixed number.
//
// It must not import ui, corpus, cmd, align or conflict.
package group
