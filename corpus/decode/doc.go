// Package decode turns files into pages: it tells a format by content, not by
// name, decodes its characters and hands on one [Page] for each page or record.
//
// It reads text, HTML, JSON, JSONL, CSV and TSV, RSS, Atom and JSON Feed, WARC
// and WET, mail and mailboxes, and all of these inside gzip, zstd, bzip2, zip
// and tar, nested.
//
// Invariants: nothing is ever written, whatever names archives hold; every
// string of a Page has passed package safe; what cannot be read is a [Skip] of
// one line that names the input, the place and the fix, and never stops the
// rest; memory is bounded by [Options], not by the size of the input; the same
// bytes give the same pages in the same order.
//
// It must not import ui or any other package of corpus.
package decode
