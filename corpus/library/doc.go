// Package library keeps articles in one SQLite file and finds them again.
//
// Invariants: the same article added twice is one, and a changed page is a new
// version of it; what the reader sets by hand beats what is read, now and after
// every later import; a process killed at any moment leaves a library that opens
// and that the same import completes. Nothing outside this package knows SQL.
//
// It must not import ui.
package library
