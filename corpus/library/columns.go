package library

import (
	"encoding/binary"
	"hash/fnv"
	"slices"

	"parallax/model"
)

// blockRows is how many rows stand side by side in one value: those whose numbers
// differ in the last eight bits.
const blockRows = 256

// articleRow is what lists and counts need of an article.
type articleRow struct {
	sort, last int32  // days since 1970
	outlet     uint32 // its number
	event      uint32 // its number; 0 where none is known
	title      uint64 // beginning, see beginning
	state      uint8
	language   string
}

// The states of an article, as bits.
const (
	present = 1 << iota // is there, and not removed
	dated               // the year is known
	unsure              // the date is
)

// eventRow is what lists and counts need of an event.
type eventRow struct {
	sort      int32
	reports   uint32 // 0 where there is no such event
	conflicts int32  // disputes; -1 where nobody has counted
	traits    uint32 // found by whoever has counted, see traitBit
	counted   uint32 // who has, see versionMark
	outlet    uint32 // of its first report
	title     uint64 // beginning of that of its first report, in English where there is one
	language  string // all of them
}

// The bytes of a block before its languages, for each row.
const (
	articleBytes = 4 + 4 + 4 + 4 + 8 + 1 + 1
	eventBytes   = 4 + 4 + 4 + 4 + 4 + 4 + 8 + 1
)

// packArticles writes a block, column by column.
func packArticles(rows *[blockRows]articleRow) []byte {
	b := make([]byte, 0, blockRows*articleBytes+16)
	for i := range rows {
		b = binary.LittleEndian.AppendUint32(b, uint32(rows[i].sort))
	}
	for i := range rows {
		b = binary.LittleEndian.AppendUint32(b, uint32(rows[i].last))
	}
	for i := range rows {
		b = binary.LittleEndian.AppendUint32(b, rows[i].outlet)
	}
	for i := range rows {
		b = binary.LittleEndian.AppendUint32(b, rows[i].event)
	}
	for i := range rows {
		b = binary.LittleEndian.AppendUint64(b, rows[i].title)
	}
	for i := range rows {
		b = append(b, rows[i].state)
	}
	return packLanguages(b, func(i int) string { return rows[i].language })
}

// unpackArticles reads what packArticles has written; ok is false of anything else.
func unpackArticles(b []byte) (rows [blockRows]articleRow, ok bool) {
	languages, ok := unpackLanguages(b, articleBytes)
	if !ok {
		return rows, false
	}
	sort, b := b[:4*blockRows], b[4*blockRows:]
	last, b := b[:4*blockRows], b[4*blockRows:]
	outlet, b := b[:4*blockRows], b[4*blockRows:]
	event, b := b[:4*blockRows], b[4*blockRows:]
	title, b := b[:8*blockRows], b[8*blockRows:]
	for i := range rows {
		rows[i] = articleRow{
			sort: int32(binary.LittleEndian.Uint32(sort[4*i:])), last: int32(binary.LittleEndian.Uint32(last[4*i:])),
			outlet: binary.LittleEndian.Uint32(outlet[4*i:]), event: binary.LittleEndian.Uint32(event[4*i:]),
			title: binary.LittleEndian.Uint64(title[8*i:]), state: b[i], language: languages[i],
		}
	}
	return rows, true
}

// packEvents writes a block, row by row.
func packEvents(rows *[blockRows]eventRow) []byte {
	b := make([]byte, 0, blockRows*eventBytes+16)
	for i := range rows {
		r := &rows[i]
		for _, v := range []uint32{uint32(r.sort), r.reports, uint32(r.conflicts), r.traits, r.counted, r.outlet} {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
		b = binary.LittleEndian.AppendUint64(b, r.title)
	}
	return packLanguages(b, func(i int) string { return rows[i].language })
}

// unpackEvents reads what packEvents has written; ok is false of anything else.
func unpackEvents(b []byte) (rows [blockRows]eventRow, ok bool) {
	languages, ok := unpackLanguages(b, eventBytes)
	if !ok {
		return rows, false
	}
	for i := range rows {
		v := func(at int) uint32 { return binary.LittleEndian.Uint32(b[(eventBytes-1)*i+4*at:]) }
		rows[i] = eventRow{
			sort: int32(v(0)), reports: v(1), conflicts: int32(v(2)), traits: v(3), counted: v(4), outlet: v(5),
			title: binary.LittleEndian.Uint64(b[(eventBytes-1)*i+24:]), language: languages[i],
		}
	}
	return rows, true
}

// packLanguages ends a block: a byte for each row, and the texts that they number.
func packLanguages(b []byte, language func(row int) string) []byte {
	var texts []string
	for i := range blockRows {
		text := language(i)
		at := slices.Index(texts, text)
		if at < 0 {
			at, texts = len(texts), append(texts, text)
		}
		b = append(b, byte(at))
	}
	for _, text := range texts {
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = append(b, text...)
	}
	return b
}

// unpackLanguages is the language of each row of a block of so many bytes a row.
func unpackLanguages(b []byte, rowBytes int) (languages [blockRows]string, ok bool) {
	if len(b) < rowBytes*blockRows {
		return languages, false
	}
	at, rest := b[(rowBytes-1)*blockRows:rowBytes*blockRows], b[rowBytes*blockRows:]
	var texts []string
	for len(rest) > 0 {
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > uint64(len(rest)-n) {
			return languages, false
		}
		texts = append(texts, string(rest[n:n+int(size)]))
		rest = rest[n+int(size):]
	}
	for i := range languages {
		if int(at[i]) >= len(texts) {
			return languages, false
		}
		languages[i] = texts[at[i]]
	}
	return languages, true
}

// beginning is the first bytes of a text, in small letters as far as these are those
// of English, as a number that sorts as they do.
func beginning(text string) uint64 {
	var b [8]byte
	for i := range min(len(text), len(b)) {
		b[i] = small(text[i])
	}
	return binary.BigEndian.Uint64(b[:])
}

// small is a byte in small letters as far as it is one of English.
func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// versionMark stands for a version of the program.
func versionMark(version string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(version)) // never fails
	return h.Sum32()
}

// traitBit is the bit of a trait; 0 of one that no conflict has.
func traitBit(t Trait) uint32 {
	kind, verdict := slices.Index(model.Kinds, t.Kind), slices.Index(model.Verdicts, t.Verdict)
	if kind < 0 || verdict < 0 {
		return 0
	}
	return 1 << (kind*len(model.Verdicts) + verdict)
}

// traitsIn are the traits of bits.
func traitsIn(bits uint32) (out []Trait) {
	for _, k := range model.Kinds {
		for _, v := range model.Verdicts {
			if t := (Trait{k, v}); bits&traitBit(t) != 0 {
				out = append(out, t)
			}
		}
	}
	return out
}
