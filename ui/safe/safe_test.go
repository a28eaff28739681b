package safe

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	tests := map[string]string{
		"plain, ünïcode 新聞":       "plain, ünïcode 新聞",
		"two\nlines":              "two\nlines",
		"a\x1b[2Jb":               "a?[2Jb",
		"tab\there\r":             "tab here ",
		"csi \u009b31m":           "csi ·31m",
		"a\u202eb":                "a\ufffdb",
		"\U000e0041":              "··",
		"bad \xff":                "bad ?",
		"می\u200cخواهم":           "می\u200cخواهم",
		"👨\u200d👩\u200d👧 ⚠\ufe0f": "👨\u200d👩\u200d👧 ⚠\ufe0f",
	}
	for in, want := range tests {
		if got := Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

func checkText(t *testing.T, s string) {
	t.Helper()
	got := Text(s)
	if len(got) != len(s) {
		t.Fatalf("Text(%q) has %d bytes, not %d", s, len(got), len(s))
	}
	if !utf8.ValidString(got) {
		t.Fatalf("Text(%q) is not UTF-8", s)
	}
	for _, r := range got {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Fatalf("Text(%q) holds %U", s, r)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a\x1b]0;x\x07", "\u202e\u2066", "\xff\xc3(", "e" + strings.Repeat("\u0301", 20), "\u2028\ufeff\u00ad\u200b"} {
		f.Add(s)
	}
	f.Fuzz(checkText)
}

func TestLink(t *testing.T) {
	const escape = "\x1b"
	for _, target := range []string{"", "javascript:alert(1)", "file:///etc/passwd", "//host", "https://", "not a url"} {
		if got := Link(target, "shown"); got != "shown" {
			t.Errorf("Link(%q) = %q", target, got)
		}
	}
	got := Link("https://example.org/a\x1b]8;;https://evil.example\x07b", "shown")
	if strings.Count(got, escape) > 2 {
		t.Errorf("a link was opened within a link: %q", got)
	}
	if got := Link("https://example.org/ä", "shown"); !strings.Contains(got, "https://example.org/%C3%A4") {
		t.Errorf("Link = %q", got)
	}
}

func TestTitleAndClipboard(t *testing.T) {
	if got := Title("a\nb\x07" + strings.Repeat("x", 200)); strings.ContainsAny(got, "\n\x07") || utf8.RuneCountInString(got) != maxTitle {
		t.Errorf("Title = %q", got)
	}
	if got := Clipboard("one\ntwo\x03\n\n"); got != "one\ntwo" {
		t.Errorf("Clipboard = %q", got)
	}
}
