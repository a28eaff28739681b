// Package stem reduces words of the news to what their inflected forms have in
// common, so that sentences of one language can be matched word by word.
//
// A stem is a key, not a word: it may be cut short and its marks are folded away.
// Stems of different languages do not compare. How a language is stemmed is
// data: one file a language in data/, whose format data/README.md describes,
// read on first use; Snowball's stemmers are one kind of step in it.
//
// Everything is a pure function of its arguments and safe for concurrent use.
// The package must not import ui, corpus or cmd, nor anything that does I/O.
package stem
