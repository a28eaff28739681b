// Package cell owns the width of text on the terminal: how many cells a string
// takes, where it may be broken into lines, how it is cut and padded.
//
// Terminals count in one of two ways, and a terminal says which only after the
// program has started; every operation is therefore a method of [Method], and
// nothing outside this package may measure or pad text that stands in columns.
// A wrapped line is a span of the text it came from, so that what is
// highlighted, copied and explained is the same bytes.
//
// The package takes plain text without escape sequences, but for [Method.Clip].
// It must not import other packages of ui.
package cell
