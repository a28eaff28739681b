// Package lexicon holds what parallax knows of languages, as data: one file a
// language under languages (abbreviations, number words, cues of negation,
// modality and speech) and the concept lexicon under concepts (one meaning a
// row, its words in every language). Adding a language is adding a file and a
// column, no code.
//
// Every language is read the first time it is asked for and never changes
// after; all functions may be called from many goroutines.
//
// It must not import ui, corpus, cmd or any package of model but stem.
package lexicon
