package timex

import (
	"encoding/json"
	"fmt"
	"os"
	"parallax/model"
	"path/filepath"
	"strings"
	"testing"
)

func TestZZShow(t *testing.T) {
	root := os.Getenv("SHOW")
	if root == "" {
		t.Skip()
	}
	fs, _ := filepath.Glob(root)
	for _, f := range fs {
		lang := strings.TrimSuffix(filepath.Base(f), ".txt")
		if l := os.Getenv("SHOWLANG"); l != "" {
			lang = l
		}
		b, _ := os.ReadFile(f)
		text := string(b)
		fmt.Println("==", f)
		var a model.Date
		for _, line := range strings.Split(text, "\n") {
			if d, sp, ok := Publication(line, lang); ok && d.Full() {
				fmt.Printf("PUB %v T%v %d [%s] %s\n", d, d.HasClock, d.Zone, sp.Of(line), line)
				a = d
				break
			}
		}
		for _, m := range Find(text, lang, a) {
			l := strings.LastIndexAny(text[:m.Span.Start], "\n") + 1
			e := strings.IndexByte(text[m.Span.End:], '\n')
			if e < 0 {
				e = len(text) - m.Span.End
			}
			pre := text[l:m.Span.Start]
			if len(pre) > 60 {
				pre = strings.ToValidUTF8(pre[len(pre)-60:], "")
			}
			post := text[m.Span.End : m.Span.End+e]
			if len(post) > 30 {
				post = strings.ToValidUTF8(post[:30], "")
			}
			fmt.Printf("  %-28s %-9s %s[[%s]]%s\n", notation(m), m.Kind, pre, m.Span.Of(text), post)
		}
	}
}
func TestZZPar(t *testing.T) {
	if os.Getenv("PAR") == "" {
		t.Skip()
	}
	b, _ := os.ReadFile("/work/shared/ntrex/dev.jsonl")
	a := model.Date{Year: 2018, Month: 10, Day: 3}
	base := os.Getenv("PAR")
	only := os.Getenv("PARLANG")
	type stat struct{ same, diff, n, m int }
	st := map[string]*stat{}
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" {
			continue
		}
		var d struct{ Sentences map[string][]string }
		json.Unmarshal([]byte(line), &d)
		for lang, ss := range d.Sentences {
			if only != "" && lang != only {
				continue
			}
			s := st[lang]
			if s == nil {
				s = &stat{}
				st[lang] = s
			}
			for i, x := range ss {
				e := d.Sentences[base][i]
				me, ml := Find(e, base, a), Find(x, lang, a)
				key := func(ms []Mention) map[string]int {
					r := map[string]int{}
					for _, m := range ms {
						k := strings.TrimSuffix(notation(m), "~")
						k, _, _ = strings.Cut(k, "@")
						r[strings.TrimSuffix(k, "?")]++
					}
					return r
				}
				ke, kl := key(me), key(ml)
				bad := false
				for k := range ke {
					s.n++
					if kl[k] > 0 {
						s.same++
					} else {
						bad = true
					}
				}
				for k := range kl {
					s.m++
					if ke[k] == 0 {
						bad = true
					}
				}
				if bad && only != "" {
					fmt.Printf("%s\n  %s\n", e, x)
					for _, m := range me {
						if kl[strings.TrimSuffix(strings.Split(strings.TrimSuffix(notation(m), "~"), "@")[0], "?")] == 0 {
							fmt.Printf("     en  %s [[%s]]\n", notation(m), m.Span.Of(e))
						}
					}
					for _, m := range ml {
						if ke[strings.TrimSuffix(strings.Split(strings.TrimSuffix(notation(m), "~"), "@")[0], "?")] == 0 {
							fmt.Printf("     %s  %s [[%s]]\n", lang, notation(m), m.Span.Of(x))
						}
					}
				}
			}
		}
	}
	for l, s := range st {
		fmt.Printf("STAT %s en=%d %s=%d same=%d recall=%.2f prec=%.2f\n", l, s.n, l, s.m, s.same, float64(s.same)/float64(s.n), float64(s.same)/float64(s.m))
	}
}

func TestZZClash(t *testing.T) {
	if os.Getenv("CLASH") == "" {
		t.Skip()
	}
	b, _ := os.ReadFile("/work/shared/ntrex/dev.jsonl")
	a := model.Date{Year: 2018, Month: 10, Day: 3}
	n, bad := map[string]int{}, map[string]int{}
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" {
			continue
		}
		var d struct{ Sentences map[string][]string }
		json.Unmarshal([]byte(line), &d)
		for lang, ss := range d.Sentences {
			for i, x := range ss {
				e := d.Sentences["en"][i]
				pick := func(ms []Mention) (r []Mention) {
					for _, m := range ms {
						if m.Kind == Absolute || m.Kind == Relative || m.Kind == Weekday {
							r = append(r, m)
						}
					}
					return
				}
				me, ml := pick(Find(e, "en", a)), pick(Find(x, lang, a))
				if len(me) != 1 || len(ml) != 1 {
					continue
				}
				n[lang]++
				if me[0].Value.Year != ml[0].Value.Year || me[0].Value.Month != ml[0].Value.Month || me[0].Value.Day != ml[0].Value.Day {
					bad[lang]++
					fmt.Printf("%s %s [[%s]] | %s [[%s]]\n   %s\n   %s\n", lang, notation(me[0]), me[0].Span.Of(e), notation(ml[0]), ml[0].Span.Of(x), e, x)
				}
			}
		}
	}
	fmt.Println(n, bad)
}
