// Package safe makes hostile text harmless: no control, bidi-control, invisible
// formatting character or invalid UTF-8 comes out of it. corpus passes every text through it when a page
// comes in, and every sink (terminal, plain output, title, link, clipboard, export) once more.
//
// It imports the standard library only.
package safe
