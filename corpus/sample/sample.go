// Package sample is the corpus that ships with parallax: short digests of real
// events, written for this project, each naming the outlet whose report it sums
// up, and one invented event told by eight outlets in eight languages.
//
// It must not import ui.
package sample

import (
	"io"
	"strings"

	_ "embed"
)

// About says what the sample is, for the reader's title line.
const About = "A sample that ships with parallax: digests of real reports in our own words, and one invented event, marked as such."

//go:embed sample.jsonl
var articles string

// Open returns the sample as JSONL, an article a line.
func Open() io.Reader { return strings.NewReader(articles) }
