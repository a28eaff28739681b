// Package decode turns files into pages: it tells a format by content, not by
// name, decodes its characters and hands on one [Page] for each page or record.
//
// It must not import ui or any other package of corpus.
package decode
