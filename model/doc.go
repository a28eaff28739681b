// Package model is what the reader is about: articles, spans, dates, events,
// rows, claims and conflicts, as plain values.
//
// Invariants: Article.Text is immutable and valid UTF-8; every derived thing is
// a half-open byte [Span] into it. The package and everything below it are
// pure: no files, clocks, randomness or terminal; the same articles and options
// give the same bytes, in any order of arrival.
//
// It must not import ui, corpus or cmd, nor anything that does I/O.
package model
