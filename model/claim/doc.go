// Package claim reads what a sentence says: which concepts, names, quantities
// and times it holds, who is quoted, what is negated, planned or alleged. It is
// shallow on purpose: no grammar, only words, their order and the cues of the
// language, so that every language works the same way.
//
// Invariants: every span is a byte span into the article's text. Reading is
// pure: the same article gives the same document.
//
// It must not import ui, corpus, cmd, group, align or conflict.
package claim
