// Package fact distils the reports of one event into facts: who, what, how many,
// when, where, said by whom; and what each report makes of every one of them.
//
// A fact in dispute is one that the judges of package conflict found to be so.
// Nothing else is called another value or a denial: where a report speaks of a
// thing in words that cannot be told to be the same, its stance is unclear.
// Nothing here says who is right; the value that most independent voices give
// stands first, and of equals the one that was printed first.
//
// The package is pure. It must not import ui, corpus, cmd or conflict.
package fact
