// Package screen holds the screens of the reader: the list, an article, an
// event side by side, the help. A screen is a plain struct that is told what to
// show, moved by methods, and drawn by Render, which fills its [Frame] exactly.
//
// Everything that comes in passes ui/safe before it is kept, and every span is
// forced to lie in its text. Text is wrapped once for a width and a way of
// counting; a key press costs what is on the screen, not what is in the corpus
// or the article.
//
// The package does no I/O, starts no commands and must not import ui, corpus or
// cmd.
package screen
