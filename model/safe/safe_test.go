package safe

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestField(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Putin said no", "Putin said no"},
		{"white space", "  a\t b\u00a0\u3000c \n d\r\n", "a b c d"},
		{"line breaks", "a\u2028b\u2029c\u0085d\ve\ff", "a b c d e f"},
		{"bidi", "a\u202eb\u2066c\u2069\u200f\u061cd", "abcd"},
		{"zero width", "a\u200bb\u2060c\ufeffd\u00ade", "abcde"},
		{"tags", "x\U000e0041\U000e007fy", "xy"},
		{"variation selectors that carry data", "a\U000e0101\ufe01b", "ab"},
		{"control", "a\x00b\x07c\x7fd\u0086e", "abcde"},
		{"invalid bytes", "a\xff\xfe\xc3b", "a\ufffdb"},
		{"replacement run", "a\ufffd\ufffd\ufffdb\ufffdc", "a\ufffdb\ufffdc"},
		{"persian non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
		{"persian stray non-joiner", "کتاب\u200c \u200cها", "کتاب ها"},
		{"hindi joiner", "क्\u200dष", "क्\u200dष"},
		{"joiner in latin", "pass\u200dword\u200c", "password"},
		{"joiners in a row", "می\u200c\u200c\u200cخ", "می\u200cخ"},
		{"emoji family", "👨\u200d👩\u200d👧 ok", "👨\u200d👩\u200d👧 ok"},
		{"emoji selector", "❤\ufe0f\u200d🔥 1\ufe0f\u20e3 a\ufe0f", "❤\ufe0f\u200d🔥 1\ufe0f\u20e3 a"},
		{"marks", "e" + strings.Repeat("\u0301", 30) + "x", "e" + strings.Repeat("\u0301", 8) + "x"},
		{"mark without base", "\u0301\u0301abc", "abc"},
		{"colour", "\x1b[31;1mred\x1b[0m", "red"},
		{"title", "a\x1b]0;pwned\x07b", "ab"},
		{"title, ST", "a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\", "ab"},
		{"c1", "a\u009b31mb\u009d0;x\u009cc\u0090q\x07d", "abcd"},
		{"escape alone", "a\x1b", "a"},
		{"charset", "a\x1b(Bb\x1b7c", "abc"},
		{"visible number sign", "\u0600١٢", "\u0600١٢"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Field(tt.in); got != tt.want {
				t.Errorf("Field(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestBlock(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"lines", "a\r\nb\rc\n\n d\fe\vf\u2028g\u2029h\u0085i", "a\nb\nc\n\n d\ne\nf\ng\nh\ni"},
		{"tab", "a\tb", "a b"},
		{"spaces stay", "  1\u00a0000  x", "  1\u00a0000  x"},
		{"open string stops at its line", "a\x1b]0;evil\nnext", "a\nnext"},
		{"open c1 string costs its introducer", "a\u009drest\nnext", "arest\nnext"},
		{"text encoded twice", "say â\u0080\u009dno, â\u0080\u009c yes", "say âno, â yes"},
		{"string broken off by another", "\x1b]0;a\x1b[31mred", "red"},
		{"no final byte", "a\x1b[12 é", "a12 é"},
		{"mark at line start", "a\n\u0301b", "a\nb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Block(tt.in); got != tt.want {
				t.Errorf("Block(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestNoAllocationWhereNothingChanges(t *testing.T) {
	for _, s := range []string{"Kremlin: no promises made", "Президент заявил", "می\u200cخواهم برگردم", "政府は発表した。"} {
		if n := testing.AllocsPerRun(10, func() { Field(s); Block(s); Clean(s) }); n != 0 {
			t.Errorf("%q costs %v allocations", s, n)
		}
	}
}

func TestTimeIsLinear(t *testing.T) {
	for _, unit := range []string{"\u009d", "\x1b]", "\x1b[1;", "\u009b1", "\u200d", "é\u0301", "\x1bP\x1b"} {
		in := strings.Repeat(unit, 1<<20/len(unit))
		if got := Block(in); len(got) > len(in) {
			t.Errorf("%q grew", unit)
		}
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"a\x1b]0;x\x07", "\u009d\u009c", "می\u200cخ", "👨\u200d👩", "a\u0301\u0301", "\xff\xfe", "ا\u200d\u0301", " \u0301a", "\u202e\r\n\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		field, block := Field(s), Block(s)
		check(t, field, false)
		check(t, block, true)
		if again := Field(field); again != field {
			t.Errorf("Field is not idempotent: %q, %q, %q", s, field, again)
		}
		if again := Block(block); again != block {
			t.Errorf("Block is not idempotent: %q, %q, %q", s, block, again)
		}
		if !Clean(block) || Clean(s) != (block == s) {
			t.Errorf("Clean disagrees with Block on %q", s)
		}
	})
}

func check(t *testing.T, out string, lines bool) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("invalid UTF-8: %q", out)
	}
	for _, r := range out {
		if unicode.IsControl(r) && !(lines && r == '\n') || unicode.Is(unicode.Bidi_Control, r) {
			t.Errorf("%q holds %U", out, r)
		}
	}
	if !lines && (strings.TrimSpace(out) != out || strings.Contains(out, "  ")) {
		t.Errorf("white space left: %q", out)
	}
}

func BenchmarkBlockASCII(b *testing.B) { bench(b, strings.Repeat("Kremlin spokesman said so. ", 40)) }
func BenchmarkBlockCyrillic(b *testing.B) {
	bench(b, strings.Repeat("Представитель Кремля. ", 40))
}
func BenchmarkBlockHindi(b *testing.B) {
	bench(b, strings.Repeat("प्रवक्ता ने कहा। ", 40))
}
func BenchmarkBlockChange(b *testing.B) { bench(b, strings.Repeat("a\x1b[1mb\u200b ünd\r\n", 40)) }

func bench(b *testing.B, s string) {
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Block(s)
	}
}
