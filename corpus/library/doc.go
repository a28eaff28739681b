// Package library keeps articles in one SQLite file and finds them again.
//
// It must not import ui.
package library
