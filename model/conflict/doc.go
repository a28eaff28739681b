// Package conflict finds what cannot both be true in the reports of one event:
// of which kind, how surely, in which words, and why. Any doubt is no conflict:
// a false alarm costs a reader's trust more than a miss.
//
// A pair of sentences is looked at only where both speak of the same happening;
// then each kind compares what they say of it, as intervals and scopes, not as
// words. It never says who is right.
//
// It must not import ui, corpus or cmd.
package conflict
