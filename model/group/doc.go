// Package group finds which articles report the same event.
//
// Each article becomes a signature: its names, topic, figures, words and headline,
// each a channel of its own, small enough to be kept for every article of a large
// library. Weighed by rarity in a background of articles it is a portrait. Copies
// of one text are folded into a voice. Voices are clusters, and the likest two
// clusters join first, until a small linear model (weights.txt) says that no two
// are of one event; what has grown is then looked up anew. Names and topic must
// both agree; time prunes, it proves nothing. The reader's decisions beat all that.
//
// The weights are fitted by fit_test.go (build tag fit): a logistic regression on
// pairs of clusters drawn from worlds of known events, whole, by lead and by
// headline, dated and not, in one language and many; on traps, which agree in names
// alone or in topic alone; and on neighbors, reports that have much in common and
// are of two events. As pairs are drawn more evenly than merges are met, the bias
// is then shifted to where the mean B-cubed F1 of grouping the worlds is best, and
// from there to the strictest value that loses no more than caution. No weight is
// set by hand. With -fold half of the stories is kept out and measured.
//
// Invariants: the result does not depend on the order in which articles are
// given; the cost is near linear, as only clusters that share a rare feature
// within a window of days are compared, and never more than a fixed number. What
// is added to a library is grouped with the events that it may belong to by the
// same rules ([Background.Traces], [Prospect.May]), so that the events are, but for
// rarity as it was when they were settled, those of grouping all at once.
//
// It must not import ui, corpus, cmd, align or conflict.
package group
