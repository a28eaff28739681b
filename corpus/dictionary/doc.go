// Package dictionary reads the bilingual FreeDict dictionaries that are installed
// on the machine, in the format of dictd: an index of headwords beside a text
// that is packed with dictzip, or not at all.
//
// Nothing is read before a word is asked for: opening a folder lists its names.
// A file that is damaged, or larger than it may be, has no words and is named by
// [Set.Faults]; it never stops a run. Words come back as plain text of at most
// a few words, without markup.
//
// Everything is safe for concurrent use. The package must not import ui or cmd.
package dictionary
