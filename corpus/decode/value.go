package decode

import (
	"encoding/json"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"parallax/model/safe"
)

const maxName = 40 // bytes of a foreign name shown in an error

func shorten(s string) string {
	if s = safe.Field(s); len(s) > maxName {
		s = safe.Field(s[:maxName]) + "…"
	}
	return s
}

// inner are the members under which an object keeps its one value: a name, a
// rendered text, a date.
var inner = []string{"rendered", "text", "name", "value", "#text", "title", "code", "content", "$date", "$oid", "$numberLong", "@value"}

// scalar is the text of a JSON value: a string, a number, a list of paragraphs,
// or an object that wraps one of these.
func scalar(v any) string { return scalarAt(v, 0) }

func scalarAt(v any, depth int) string {
	const deepest = 8
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, e := range v {
			if depth < deepest {
				if s := strings.TrimSpace(scalarAt(e, depth+1)); s != "" {
					parts = append(parts, s)
				}
			}
		}
		return strings.Join(parts, "\n\n")
	case map[string]any:
		for _, k := range inner {
			if e, ok := v[k]; ok && depth < deepest {
				return scalarAt(e, depth+1)
			}
		}
	}
	return ""
}

// people lists authors: a list, an object with a name, or one string in which
// ";" or "|" parts them or which is a printed list.
func people(v any) []string {
	list, ok := v.([]any)
	if !ok {
		s := strings.TrimSpace(scalar(v))
		if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
			return printedList(s)
		}
		return trimmed(strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }))
	}
	var out []string
	for _, e := range list {
		out = append(out, people(e)...)
	}
	return out
}

// printedList reads a list as Python prints it: ['A', "B"].
func printedList(s string) []string {
	parts := strings.Split(strings.Trim(s, "[]"), ",")
	for i, p := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(p), `'"`)
	}
	return trimmed(parts)
}

func trimmed(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// moment writes a Unix time, in seconds or finer, as ISO 8601; any other date
// comes back as written.
func moment(s string) string {
	s = strings.TrimSpace(s)
	digits, _, _ := strings.Cut(s, ".")
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) || f <= 0 {
		return s
	}
	if strings.ContainsAny(s, "eE") {
		digits = strconv.FormatInt(int64(min(f, math.MaxInt64/2)), 10)
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return s
	}
	var t time.Time
	switch len(digits) {
	case 9, 10:
		t = time.Unix(n, 0)
	case 13:
		t = time.UnixMilli(n)
	case 16:
		t = time.UnixMicro(n)
	case 19:
		t = time.Unix(0, n)
	default:
		return s
	}
	return t.UTC().Format(time.RFC3339)
}

var markup = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<(?:/?(?:p|br|div|span|strong|em|b|i|h[1-6]|ul|ol|li|blockquote|figure|article|section|table)|a\s|img\s)[^<>]*>`)
})

// plainText is s without markup, where it holds any.
func plainText(s string) string {
	if strings.Contains(s, "<") && markup().MatchString(s) {
		return fragmentText(s)
	}
	return unescape(s)
}

// unescape resolves character references that end in a semicolon; without one,
// "&copy" is more often a piece of a link.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return reference().ReplaceAllStringFunc(s, html.UnescapeString)
}

var reference = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});`)
})

// oneLine is the text of a title, which may hold inline markup.
func oneLine(s string) string {
	if strings.Contains(s, "<") && markup().MatchString(s) {
		return safe.Field(fragmentText(s))
	}
	return safe.Field(s)
}
