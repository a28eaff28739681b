// Package timex finds the time expressions of a text and says which day, span of
// days, time or length each names: "Selasa malam, 11 Juli 2023 pukul 20.15 WITA",
// "letzten Montag", "49 gün", "7月10日".
//
// A text is read once. The words of a language, from the CLDR tables and
// data/<language>.txt, become tokens with senses; neighbouring tokens become
// pieces (a date, a weekday, a clock, a length); neighbouring pieces that fill
// each other's gaps become one [Mention]. The order and glue of pieces is the
// same code for every language; words and marks are data.
//
// Precision comes before recall: a word that is also another word ("May",
// "Minggu") counts only beside something that makes it a time. Spans lie on rune
// boundaries, in order, and do not overlap. Nothing is global but the word lists,
// read the first time a language is needed.
//
// It must not import anything of parallax but model and model/lexicon/cldr.
package timex
