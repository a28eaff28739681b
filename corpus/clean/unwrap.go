package clean

// The lengths, in bytes, between which lines of a paragraph are broken by a
// program that prints columns.
const (
	wrapLeast = 45
	wrapMost  = 140
)

// unwrap joins lines that one paragraph was broken into: of a block of lines as
// long as each other, and where a line goes on in lower case after one that does
// not end.
func unwrap(lines []line) []line {
	out := lines[:0]
	for i := 0; i < len(lines); {
		n := 1
		for i+n < len(lines) && lines[i+n].gap == 0 {
			n++
		}
		block := lines[i : i+n]
		i += n
		if columns(block) {
			out = append(out, joined(block))
			continue
		}
		out = appendBlock(out, block)
	}
	return out
}

// columns reports whether all lines but the last are filled up to one width.
func columns(block []line) bool {
	if len(block) < 2 {
		return false
	}
	least, most, open := wrapMost, 0, 0
	for _, l := range block[:len(block)-1] {
		if l.kind != short && l.kind != paragraph && l.kind != stub {
			return false
		}
		least, most = min(least, len(l.text)), max(most, len(l.text))
		if !l.ends {
			open++
		}
	}
	last := block[len(block)-1]
	if last.kind != short && last.kind != paragraph && last.kind != stub || len(last.text) > most+1 || most > wrapMost {
		return false
	}
	if len(block) == 2 {
		return least >= wrapLeast && open == 1 && last.ends && startsLower(last.text)
	}
	return least >= wrapLeast && least*4 >= most*3 && open*2 > len(block)-1 && (last.ends || len(block) > 3)
}

func joined(block []line) line {
	l := block[0]
	for _, next := range block[1:] {
		l = l.join(next)
	}
	return l
}

// join makes one line of two.
func (l line) join(next line) line {
	l.text += " " + next.text
	l.weight += next.weight
	l.ends = next.ends
	l.kind = short
	l.shape(vocabulary())
	return l
}

// appendBlock adds the lines of a block and joins those that go on in lower case.
func appendBlock(out, block []line) []line {
	start := len(out)
	for _, l := range block {
		if len(out) > start && goesOn(out[len(out)-1], l) {
			out[len(out)-1] = out[len(out)-1].join(l)
			continue
		}
		out = append(out, l)
	}
	return out
}

func goesOn(l, next line) bool {
	return !l.ends && l.weight >= 5 && next.gap == 0 && startsLower(next.text) &&
		(l.kind == short || l.kind == paragraph) && (next.kind == short || next.kind == paragraph || next.kind == stub)
}
