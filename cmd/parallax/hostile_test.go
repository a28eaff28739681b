package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	wide "unicode/utf16"
	"unicode/utf8"

	"parallax/model/safe"
)

// payloads are what a terminal, a reader or a spreadsheet could be harmed by, a
// family each.
var payloads = map[string]string{
	"CSI":                 "\x1b[2J\x1b[31;1mred\x1b[0m\x1b[?1049h",
	"CSI as UTF-8":        "\u009b2J",
	"CSI as a byte":       "\x9b2J",
	"CSI unended":         "\x1b[31;31;31;31",
	"window title":        "\x1b]0;owned\x07",
	"title report":        "\x1b[21t\x1b[>c\x1b[6n\x1b[5n",
	"link":                "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
	"clipboard":           "\x1b]52;c;cm0gLXJmIH4=\x07",
	"palette":             "\x1b]4;1;rgb:ff/00/00\x07\x1b]104\x07",
	"colours":             "\x1b]10;?\x07\x1b]11;?\x1b\\\x1b]12;#ff0000\x07",
	"device control":      "\x1bP$q\"p\x1b\\\x1bP1$r0m\x1b\\",
	"application command": "\x1b_Gf=100;AAAA\x1b\\",
	"privacy message":     "\x1b^private\x1b\\",
	"string":              "\x1bXstring\x1b\\",
	"OSC unended":         "\x1b]0;never ends",
	"character sets":      "\x1b(0lqqk\x1b(B\x0e\x0f",
	"reset":               "\x1bc\x1b#8",
	"C1":                  "\u0080\u0084\u0085\u008d\u008e\u008f\u0090\u0098\u009c\u009d\u009e\u009f",
	"C1 as bytes":         "\x80\x84\x85\x8d\x90\x9d\x9f",
	"form feeds":          "a\fb\x0bc\f\f",
	"C0":                  "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x10\x11\x13\x1a\x1c\x7f",
	"carriage return":     "shown\rhidden",
	"backspaces":          "good\x08\x08\x08\x08evil",
	"bidi embeddings":     "\u202aabc\u202bdef\u202dghi\u202ejkl\u202c",
	"bidi isolates":       "\u2066abc\u2067def\u2068ghi\u2069",
	"bidi marks":          "a\u200eb\u200fc\u061cd",
	"zero width":          "a\u200bb\u2060c\ufeffd\u180ee",
	"joiners":             "a\u200db\u200cc",
	"tags":                "\U000e0001\U000e0041\U000e0042\U000e007f",
	"separators":          "a\u2028b\u2029c",
	"combining flood":     "Z" + strings.Repeat("\u0336\u0348\u0359", 400) + "algo",
	"variation selectors": "a" + strings.Repeat("\ufe0f\U000e0100", 50),
	"overlong":            "\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xc1\x9c",
	"surrogates":          "\xed\xa0\x80\xed\xbf\xbf",
	"beyond Unicode":      "\xf4\x90\x80\x80\xf8\x88\x80\x80\x80",
	"cut off":             "abc\xe2\x80",
	"noncharacters":       "\ufffe\uffff\U0001ffff\ufdd0",
	"interlinear":         "\ufff9a\ufffab\ufffb",
	"a command":           "$(reboot) `reboot` ; rm -rf ~ #",
	"a flag":              "--library=/etc/passwd -rf",
	"a formula":           "=cmd|'/c calc'!A1",
	"a script":            "</title><script>alert(1)</script><img src=x onerror=alert(1)>",
}

// carrier is a report with a payload in it.
func carrier(payload string, n int) string {
	return fmt.Sprintf("The ferry %s sank off Arden island on Monday afternoon. %d people died, the coast guard%s said. Seven boats searched the %sbay.", payload, 17+n%5, payload, payload)
}

// doors write a payload into a file by every way in.
var doors = map[string]func(payload string, n int) []byte{
	"page.txt": func(p string, n int) []byte {
		return []byte("Harbour " + p + " Times\n\nFerry " + p + " sinks off Arden\n\nBy Ann " + p + " Dory\n11 July 2023\n\n" + carrier(p, n) + "\n")
	},
	"page.html": func(p string, n int) []byte {
		e := html.EscapeString(p)
		return fmt.Appendf(nil, `<html lang="en%s"><head><title>Ferry %s sinks</title><meta property="og:site_name" content="Herald %s"><meta name="author" content="%s"><meta property="og:url" content="http://x.example/%s"><script type="application/ld+json">{"@type":"NewsArticle","headline":%s,"datePublished":"2023-07-11%s"}</script></head><body><h1>Ferry %s sinks</h1><p>%s</p><p>&#27;[31m&#x9b;2J&#8238;%s</p></body></html>`,
			e, e, e, e, e, quotedJSON("Ferry "+p), e, e, html.EscapeString(carrier(p, n)), carrier(p, n))
	},
	"records.jsonl": func(p string, n int) []byte {
		return fmt.Appendf(nil, `{"id":%s,"title":%s,"text":%s,"source":%s,"author":[%s],"url":%s,"date":%s,"language":"en",%s:1}`+"\n",
			quotedJSON(fmt.Sprint(p, n)), quotedJSON("Ferry "+p+" sinks"), quotedJSON(carrier(p, n)), quotedJSON(p), quotedJSON(p), quotedJSON("http://x.example/"+p), quotedJSON("2023-07-11"+p), quotedJSON(p))
	},
	"unknown.jsonl": func(p string, _ int) []byte { return fmt.Appendf(nil, "{%s:%s}\n", quotedJSON(p), quotedJSON(p)) },
	"table.csv": func(p string, n int) []byte {
		cell := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		return []byte("title,text,source," + cell(p) + "\n" + cell("Ferry "+p+" sinks") + "," + cell(carrier(p, n)) + "," + cell("Herald "+p) + ",x\n")
	},
	"feed.xml": func(p string, n int) []byte {
		return []byte(`<rss version="2.0"><channel><title>Herald ` + html.EscapeString(p) + `</title><item><guid>` + html.EscapeString(p) + `</guid><title>Ferry ` + html.EscapeString(p) + ` sinks</title><description>` + html.EscapeString(carrier(p, n)) + `</description><pubDate>Tue, 11 Jul 2023 10:00:00 GMT</pubDate></item></channel></rss>`)
	},
	"letter.eml": func(p string, n int) []byte {
		return []byte("From: Herald =?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(p)) + "?= <a@b.example>\r\nSubject: Ferry =?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(p)) + "?= sinks\r\nDate: Tue, 11 Jul 2023 10:00:00 +0000\r\nMessage-ID: <" + strings.ReplaceAll(p, "\r", "") + "@b.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + carrier(p, n) + "\r\n")
	},
	"crawl.warc": func(p string, n int) []byte {
		body := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Ferry " + html.EscapeString(p) + "</title></head><body><h1>Ferry sinks</h1><p>" + html.EscapeString(carrier(p, n)) + "</p></body></html>"
		return fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/%s\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", strings.NewReplacer("\r", "", "\n", "").Replace(p), len(body), body)
	},
	"wide.txt": func(p string, n int) []byte { // UTF-16 without a mark
		var b []byte
		for _, c := range wide.Encode([]rune("Ferry " + p + " sinks\n\n" + carrier(p, n) + "\n" + strings.Repeat("Seven boats searched the bay. ", 20))) {
			b = append(b, byte(c), byte(c>>8))
		}
		return b
	},
	"archive.zip": func(p string, n int) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		if w, err := z.Create([]string{"../../" + p + ".txt", "/etc/" + p, "a\\" + p + "\\b.txt"}[n%3]); err == nil {
			_, _ = w.Write([]byte("Ferry sinks\n\n" + carrier(p, n) + "\n"))
		}
		_ = z.Close() // into memory
		return b.Bytes()
	},
	"archive.tar": func(p string, n int) []byte {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		name := []string{"../../" + p + ".txt", "/etc/" + p, "a/" + p + "/b.txt"}[n%3]
		data := []byte("Ferry sinks\n\n" + carrier(p, n) + "\n")
		_ = w.WriteHeader(&tar.Header{Name: strings.ReplaceAll(name, "\x00", ""), Size: int64(len(data)), Mode: 0o600}) // some names cannot be written
		_, _ = w.Write(data)
		_ = w.Close()
		return b.Bytes()
	},
}

func quotedJSON(s string) string {
	data, _ := json.Marshal(s) // strings always marshal
	return string(data)
}

// TestHostileTextReachesNoSink puts every payload through every door and looks at
// what every verb writes: no control, bidi-control or invisible character, in text
// or in any string of JSON, and an end within reason.
func TestHostileTextReachesNoSink(t *testing.T) {
	for door, write := range doors {
		t.Run(door, func(t *testing.T) {
			if testing.Short() && door != "records.jsonl" {
				t.Skip("one door is enough")
			}
			dir, n := t.TempDir(), 0
			ext := filepath.Ext(door)
			for family, p := range payloads {
				n++
				name := strings.TrimSuffix(door, ext) + " " + family + ext
				if err := os.WriteFile(filepath.Join(dir, name), write(p, n), 0o600); err != nil {
					t.Fatal(err)
				}
				if door != "page.txt" {
					continue
				}
				// The name of a file is a door as well, where the system takes it.
				odd := strings.NewReplacer("\x00", "", "/", "").Replace(p)
				_ = os.WriteFile(filepath.Join(dir, odd[:min(len(odd), 100)]+ext), write(family, n), 0o600)
			}
			lib := "--library=" + filepath.Join(t.TempDir(), "kept.db")
			for _, args := range [][]string{
				{"list", "--text"}, {"list", "--json", "--text"}, {"events"}, {"events", "--json"}, {"compare"}, {"compare", "--json"},
				{"conflicts", "--all"}, {"conflicts", "--json", "--all"}, {"--plain"}, {"add", lib}, {"add", lib, "--json", "--again"},
			} {
				harmless(t, append(args, dir)...)
			}
			for _, args := range [][]string{
				{"list", lib}, {"search", lib, "ferry"}, {"search", lib, "--json", "ferry"}, {"events", lib}, {"conflicts", lib, "--json"},
				{"doctor", lib}, {"doctor", lib, "--json"}, {"check", lib, "Seventeen people died"}, {"check", lib, "--json", "Seventeen people died"},
			} {
				harmless(t, args...)
			}
			if door == "records.jsonl" {
				workOn(t, lib)
			}
		})
	}
}

// workOn judges, notes and undoes what hostile pages say.
func workOn(t *testing.T, lib string) {
	t.Helper()
	id := func(args ...string) string { return append(idsOf(t, args...), "none")[0] }
	article, conflict, event := id("list", lib, "--json"), id("conflicts", lib, "--json", "--all"), id("events", lib, "--json")
	other := append(idsOf(t, "list", lib, "--json"), "none", "none")[1]
	for _, args := range [][]string{
		{"show", lib, article}, {"show", lib, "--json", article}, {"bookmark", lib, article}, {"bookmark", lib}, {"verdict", lib, conflict, "dismissed"}, {"verdict", lib},
		{"verdict", lib, conflict, "confirmed"}, {"verdict", lib, "--json"}, {"join", lib, "--", article, other}, {"split", lib, "--", article, other}, {"undo", lib}, {"redo", lib},
		{"log", lib}, {"log", lib, "--json"}, {"remove", lib, article}, {"undo", lib}, {"compare", lib, event}, {"compare", lib, "--json", event},
	} {
		harmless(t, args...)
	}
	for _, form := range []string{"markdown", "html", "csv", "json", "claimreview"} {
		harmless(t, "export", lib, event, "--all", "--format", form)
	}
	file := filepath.Join(t.TempDir(), "copy.db")
	harmless(t, "backup", lib, file)
	harmless(t, "backup", lib, file)
	harmless(t, "doctor", "--library="+file, "--repair")
	for _, p := range payloads {
		p = strings.ReplaceAll(p, "\x00", "")
		for _, args := range [][]string{
			{"note", lib, "--", article, p}, {"set", lib, "--", article, "outlet=" + p}, {"set", lib, "--", article, "date=" + p}, {"show", lib, "--", p},
			{"search", lib, p}, {"search", lib, "lang:" + p}, {"list", lib, "--query", p + `:"`}, {"undo", lib},
		} {
			harmless(t, args...)
		}
	}
	harmless(t, "note", lib)
	harmless(t, "note", lib, "--json")
	harmless(t, "log", lib, "--json", "--count", "1000")
}

// idsOf lists the IDs that a verb prints as JSON.
func idsOf(t *testing.T, args ...string) (out []string) {
	t.Helper()
	var items []struct {
		ID string `json:"id"`
	}
	text, _ := harmless(t, args...)
	if json.Unmarshal(text, &items) == nil {
		for _, item := range items {
			out = append(out, item.ID)
		}
	}
	return out
}

// TestHostileArguments gives every payload as a path, a flag's value and a verb.
func TestHostileArguments(t *testing.T) {
	dir := t.TempDir()
	for _, p := range payloads {
		p = strings.ReplaceAll(p, "\x00", "")
		for _, args := range [][]string{
			{"list", "--", filepath.Join(dir, p)}, {"list", "--library=" + dir + "/" + p}, {"list", "--field=" + p + "=x", dir}, {"list", "--field=text=" + p, dir},
			{"list", "--" + p}, {"check", "--", p, dir}, {"compare", "--", dir + p}, {"export", "--", p}, {"doctor", "--library=" + dir + "/" + p}, {"list", "--max-file=" + p},
		} {
			harmless(t, args...)
		}
	}
}

// TestHostilePairsAndConfig puts every payload into the passages of pairs and into
// a configuration.
func TestHostilePairsAndConfig(t *testing.T) {
	dir := t.TempDir()
	n := 0
	for family, p := range payloads {
		n++
		pairs, config := filepath.Join(dir, fmt.Sprint(n, ".jsonl")), filepath.Join(dir, fmt.Sprint(n, ".toml"))
		line := fmt.Appendf(nil, `{"id":%s,"lang_a":"en","a":%s,"lang_b":%s,"b":%s}`+"\n{%s\n", quotedJSON(p), quotedJSON(carrier(p, 1)), quotedJSON(p), quotedJSON(carrier(p, 2)), p)
		toml := "theme = " + quotedJSON(p) + "\n[keys]\n" + quotedJSON(p) + " = " + quotedJSON(p) + "\n# " + p + "\n"
		for name, data := range map[string][]byte{pairs: line, config: []byte(toml)} {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		harmless(t, "pairs", pairs)
		harmless(t, "pairs", "--json", "--all", pairs)
		if _, code := harmless(t, "list", "--config", config, pairs); code == 0 {
			t.Errorf("%s: such a configuration is taken", family)
		}
		harmless(t, "config", "--config", config)
	}
}

// patience is far more than any of these takes.
const patience = time.Minute

// harmless runs a verb and fails unless both of its streams are clean.
func harmless(t *testing.T, args ...string) (out []byte, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var o, e bytes.Buffer
	code = run(ctx, args, stdio{strings.NewReader(""), &o, &e})
	if ctx.Err() != nil {
		t.Errorf("%q: takes more than %v", args, patience)
	}
	for stream, text := range map[string]string{"output": o.String(), "errors": e.String()} {
		if at := harm(text); at >= 0 {
			t.Errorf("%q: %s: %q", args, stream, text[max(at-60, 0):min(at+60, len(text))])
		}
	}
	var v any
	if d := json.NewDecoder(bytes.NewReader(o.Bytes())); d.Decode(&v) == nil {
		for _, s := range stringsOf(v, nil) {
			if at := harm(s); at >= 0 {
				t.Errorf("%q: a string of JSON: %q", args, s[max(at-60, 0):min(at+60, len(s))])
			}
		}
	}
	return o.Bytes(), code
}

// harm is where the first character stands that no output may have, or -1. It
// stands by itself, so that a fault of the package safe is found.
func harm(s string) int {
	for i, r := range s {
		switch {
		case r == '\n':
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"), unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r),
			r == 0x200b, r == 0x2060, r == 0xfeff, r == 0x180e, r == 0x2028, r == 0x2029, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
			return i
		}
	}
	if !safe.Clean(s) {
		return 0
	}
	return -1
}

// stringsOf lists every string in a JSON value, names of members included.
func stringsOf(v any, out []string) []string {
	switch v := v.(type) {
	case string:
		return append(out, v)
	case []any:
		for _, e := range v {
			out = stringsOf(e, out)
		}
	case map[string]any:
		for k, e := range v {
			out = stringsOf(e, append(out, k))
		}
	}
	return out
}
