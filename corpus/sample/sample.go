// Package sample is the corpus that ships with parallax: short digests of real
// reports, written for this project, each naming the outlet whose report it
// sums up, and invented news, each article of which says in its last paragraph
// that it is invented. One invented event is told by eight outlets in eight
// languages, and between them they disagree in every way that parallax knows.
//
// It must not import ui.
package sample

import (
	"io"
	"strings"

	_ "embed"
)

// About says what the sample is, for the reader's title line.
const About = "A sample that ships with parallax: digests of real reports in our own words, and invented news, marked as such."

//go:embed sample.jsonl
var articles string

// Open returns the sample as JSONL, an article a line.
func Open() io.Reader { return strings.NewReader(articles) }
