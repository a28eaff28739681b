package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	wideSample = 4 << 10 // bytes looked at for UTF-16 without a mark
	surely     = 8       // multi-byte letters that are valid UTF-8 by no accident
)

// wide is the encoding of a head in UTF-16 or UTF-32; nil for any other.
func wide(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(head, []byte("\x00\x00\xFE\xFF")):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM)
	}
	return wideUnmarked(head[:min(len(head), wideSample)&^1])
}

// wideUnmarked finds UTF-16 without a byte order mark: its spaces and full
// stops put zero bytes at places of one parity only.
func wideUnmarked(sample []byte) encoding.Encoding {
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	order := xunicode.LittleEndian
	if zeros[0] > zeros[1] {
		order = xunicode.BigEndian
	}
	most, least := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	if most*100 < len(sample) || most == least {
		return nil
	}
	enc := xunicode.UTF16(order, xunicode.IgnoreBOM)
	text, err := enc.NewDecoder().Bytes(sample)
	if err != nil || !readable(string(text)) {
		return nil
	}
	return enc
}

// readable reports whether nearly all of s is what people write.
func readable(s string) bool {
	good, all := 0, 0
	for _, r := range s {
		all++
		if r != utf8.RuneError && (unicode.IsPrint(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)) {
			good++
		}
	}
	return good*100 >= all*97
}

// toUTF8 decodes a page. known says that the bytes are UTF-8 whatever is
// declared; otherwise the declared charset holds, unless the bytes speak
// against it.
func toUTF8(data []byte, declared string, known bool) string {
	if known {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	if b, ok := bytes.CutPrefix(data, byteOrderMark); ok {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	if enc := wide(data[:min(len(data), headSize)]); enc != nil {
		return decodeWith(enc, data)
	}
	enc, name := charset.Lookup(declared)
	letters, bad := census(data)
	switch {
	case bad == 0 && (letters >= surely || enc == nil || name == "utf-8"):
		return string(data)
	case (enc == nil || name == "utf-8") && bad < letters:
		return strings.ToValidUTF8(string(data), "\uFFFD") // a few bytes are broken
	case enc == nil || name == "utf-8" || name == "replacement":
		enc = guess(data)
	case bad == 0 && letters == 0:
		return string(data)
	}
	return decodeWith(enc, data)
}

func decodeWith(enc encoding.Encoding, data []byte) string {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil && len(out) == 0 {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// census counts the letters beyond ASCII and the bytes that are not UTF-8.
func census(data []byte) (letters, bad int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			letters++
		}
		i += n
	}
	return letters, bad
}
