package detect

import (
	"strings"
	"unicode/utf8"
)

// How much of a text is looked at, in bytes: all of it up to readBytes, else
// windows of windowBytes spread evenly over it. A piece is at most pieceBytes.
const (
	readBytes   = 6144
	windowBytes = 384
	pieceBytes  = 768
)

// pieces is the paragraphs of the text, or of a spread sample of a long one.
func pieces(text string) []string {
	if len(text) <= readBytes {
		return appendPieces(nil, text)
	}
	var all []string
	const windows = readBytes / windowBytes
	for i := range windows {
		start := wordStart(text, (len(text)-windowBytes)/(windows-1)*i)
		end := wordStart(text, min(start+windowBytes, len(text)))
		all = appendPieces(all, text[start:end])
	}
	return all
}

// appendPieces cuts a text at line ends, and long lines between words.
func appendPieces(all []string, text string) []string {
	for line := range strings.Lines(text) {
		for len(line) > pieceBytes {
			end := wordStart(line, pieceBytes)
			all, line = append(all, line[:end]), line[end:]
		}
		if strings.TrimSpace(line) != "" {
			all = append(all, line)
		}
	}
	return all
}

// wordStart moves an offset on to where a word starts: after the next space in
// reach, else to the next rune.
func wordStart(text string, at int) int {
	const reach = 48
	if at <= 0 || at >= len(text) {
		return max(0, min(at, len(text)))
	}
	if i := strings.IndexByte(text[at:min(at+reach, len(text))], ' '); i >= 0 {
		return at + i + 1
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
