package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dateline is what a text says of itself before it begins: "MOSCOW, July 10.
// /TASS/." or "JAKARTA, Warta – ".
type Dateline struct {
	Names []string // of outlets or agencies
	Text  string   // all of it, "" where there is none
}

const datelineMost = 120 // bytes of a dateline

// dashes end a dateline.
var dashes = []string{" – ", " — ", " -- ", " - "}

// DatelineOf reads the dateline of the first paragraph of a text.
func DatelineOf(paragraph string) Dateline {
	head := paragraph[:min(len(paragraph), datelineMost)]
	if end := agencyLead(head); end != "" {
		return Dateline{Names: []string{end}, Text: end}
	}
	for _, read := range []func(string) (Dateline, bool){bracketed, slashed, comma} {
		if d, ok := read(head); ok {
			return d
		}
	}
	return Dateline{}
}

// agencyLead finds an agency that opens a text in a script without spaces:
// "新华社北京7月10日电".
func agencyLead(head string) string {
	head = strings.TrimLeft(head, "（(【[［")
	for _, a := range aliases() {
		if unspaced(a.text) && strings.HasPrefix(head, a.text) && strings.ContainsAny(head[:min(len(head), 60)], "电電讯】］") {
			return a.agency
		}
	}
	return ""
}

// bracketed reads "(VOVWORLD) - ", "BERLIN (dpa) - " and "【東京＝共同】".
func bracketed(head string) (Dateline, bool) {
	open, size := opening(head)
	if open < 0 || open > 60 || weighty(head[:open]) > 5 {
		return Dateline{}, false
	}
	inner := head[open+size:]
	shut := strings.IndexAny(inner, ")】]］）")
	if shut <= 0 {
		return Dateline{}, false
	}
	_, n := utf8.DecodeRuneInString(inner[shut:])
	after := strings.TrimLeft(inner[shut+n:], " ")
	inner = inner[:shut]
	wide := size > 1
	if !wide && !strings.ContainsAny(head[:1], "([") && !startsDash(after) {
		return Dateline{}, false
	}
	if !wide && open == 0 && !startsDash(after) && weighty(inner) > 3 {
		return Dateline{}, false
	}
	if wide && open > 0 && !strings.ContainsAny(inner, "=＝") && !IsAgency(inner) {
		return Dateline{}, false
	}
	var names []string
	for _, part := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune("=＝/,;、", r) }) {
		if part = strings.TrimSpace(part); nameLike(part) {
			names = append(names, part)
		}
	}
	if strings.ContainsAny(inner, "=＝") && len(names) > 1 {
		names = names[1:] // the place stands first
	}
	return Dateline{Names: names, Text: head[:open] + inner}, len(names) > 0
}

func opening(head string) (at, size int) {
	at = strings.IndexAny(head, "(【[［（")
	if at < 0 {
		return -1, 0
	}
	_, size = utf8.DecodeRuneInString(head[at:])
	return at, size
}

func startsDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—:=", r)
}

// slashed reads "MOSCOW, July 10. /TASS/. ".
func slashed(head string) (Dateline, bool) {
	first := strings.IndexByte(head, '/')
	if first < 0 || weighty(head[:first]) > 5 {
		return Dateline{}, false
	}
	inner := head[first+1:]
	second := strings.IndexByte(inner, '/')
	if second <= 0 || !nameLike(inner[:second]) || weighty(inner[:second]) > 4 {
		return Dateline{}, false
	}
	if before := strings.TrimSpace(head[:first]); before != "" && !endsPlace(before) {
		return Dateline{}, false
	}
	return Dateline{Names: []string{inner[:second]}, Text: head[:first+second+2]}, true
}

func endsPlace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".,:–—-", r) || unicode.IsUpper(r)
}

// comma reads "TANJUNG SERAYA, Warta Kepulauan – " and "Liputan6.com, Jakarta - ":
// names before a dash, one of them the outlet's.
func comma(head string) (Dateline, bool) {
	lead := ""
	for _, dash := range dashes {
		if before, _, ok := strings.Cut(head, dash); ok && (lead == "" || len(before) < len(lead)) {
			lead = before
		}
	}
	parts := strings.Split(lead, ",")
	if lead == "" || len(parts) > 3 || weighty(lead) > 9 {
		return Dateline{}, false
	}
	var names []string
	for i, part := range parts {
		part = strings.TrimSpace(part)
		switch {
		case !nameLike(part):
			return Dateline{Text: lead}, false
		case domain(part), i > 0 && capitals(parts[0]) && !capitals(part), i > 0 && IsAgency(part):
			names = append(names, part)
		}
	}
	return Dateline{Names: names, Text: lead}, len(names) > 0
}

// domain reports a name such as "KOMPAS.com".
func domain(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 1 && len(s)-dot-1 >= 2 && len(s)-dot-1 <= 4 && !strings.Contains(s, " ")
}

// capitals reports whether a name is written in capitals, as places are in a
// dateline.
func capitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// nameLike reports whether all longer words begin with a capital, in scripts that
// have them, and no digit stands among them.
func nameLike(s string) bool {
	if s == "" || strings.ContainsAny(s, "0123456789") && !domain(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// weighty counts words.
func weighty(s string) int { return len(strings.Fields(s)) }
