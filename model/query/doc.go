// Package query is the one language in which articles are asked for, wherever
// they are kept: `lang:de outlet:tass since:2017-07-01 kind:quantity "exact
// phrase" word -word`.
//
// It reads what was typed ([Parse]), says what a word is to a search ([Tokens])
// and whether an article is asked for ([Query.Matcher]), so that an index and a
// search in memory find the same.
//
// It must not import ui, corpus or cmd, nor anything that does I/O.
package query
