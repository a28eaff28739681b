package decode

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func pathTo(n *html.Node) string {
	var out []string
	for p := n; p != nil; p = p.Parent {
		out = append(out, p.Data+"."+attr(p, "class")+"#"+attr(p, "id"))
	}
	return strings.Join(out, " < ")
}

func TestDbg(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DBG")) {
		f, want, _ := strings.Cut(f, "@")
		want = strings.ReplaceAll(want, "_", " ")
		data, err := os.ReadFile("/root/go/pkg/mod/github.com/markusmobius/go-trafilatura@v1.12.2/test-files/comparison/" + f + ".html")
		if err != nil {
			fmt.Println(err)
			continue
		}
		s := toUTF8(data, declaredCharset(data), false)
		doc, err := parse(s)
		if err != nil {
			fmt.Println(f, err)
			continue
		}
		fmt.Println("==", f, "prose", prose(doc))
		find := func(tag string) {
			if want == "" {
				return
			}
			for n := range doc.Descendants() {
				if n.Type == html.TextNode && strings.Contains(n.Data, want) && !(n.Parent != nil && unseen[n.Parent.Data]) {
					fmt.Printf("  %s: %.400s\n", tag, pathTo(n.Parent))
				}
			}
		}
		find("before")
		prune(doc, false)
		find("after")
		if m := markedBody(doc); m != nil {
			fmt.Printf("  marked %d %.200s\n", bodyOf(m).size, pathTo(m[0]))
		}
		r := byReadability(doc)
		fmt.Println("  readability", bodyOf(r).size)
		fmt.Println("  densest", bodyOf(densest(doc)).size)
	}
}

func TestWhy(t *testing.T) {
	if os.Getenv("WHY") == "" {
		t.Skip()
	}
	b, _ := os.ReadFile("/tmp/decode/eval/miss.json")
	var in map[string]struct{ Miss, Extra []string }
	json.Unmarshal(b, &in)
	for f, m := range in {
		data, err := os.ReadFile("/root/go/pkg/mod/github.com/markusmobius/go-trafilatura@v1.12.2/test-files/comparison/" + f)
		if err != nil {
			continue
		}
		s := toUTF8(data, declaredCharset(data), false)
		doc, err := parse(s)
		if err != nil {
			continue
		}
		find := func(want string) *html.Node {
			for n := range doc.Descendants() {
				if n.Type == html.TextNode && strings.Contains(strings.Join(strings.Fields(n.Data), " "), want) && !(n.Parent != nil && unseen[n.Parent.Data]) {
					return n
				}
			}
			return nil
		}
		most := spoken(doc) * minority / 100
		cut := func(x string) string { r := []rune(strings.Join(strings.Fields(x), " ")); return string(r[:min(len(r), 18)]) }
		for _, x := range m.Miss {
			n := find(cut(x))
			if n == nil {
				fmt.Println("MISS nowhere", f, x)
				continue
			}
			why := "choice"
			for p := n.Parent; p != nil; p = p.Parent {
				if p.Type != html.ElementNode { continue }
				if p.Data != "body" && p.Data != "html" && p.Data != "main" && (beside(p) && spoken(p) <= most) {
					why = fmt.Sprintf("beside %s.%.60s#%s", p.Data, attr(p, "class"), attr(p, "id"))
				} else if tabular(p) {
					why = "table"
				} else if pointing(p) {
					why = "pointing " + p.Data
				}
			}
			if n.Parent.Data == "noscript" { why = "noscript" }
			fmt.Println("MISS", why, "|", f, "|", x)
		}
		for _, x := range m.Extra {
			n := find(cut(x))
			if n == nil {
				continue
			}
			fmt.Printf("EXTRA %.150s | %s | %.40s\n", pathTo(n.Parent), f, x)
		}
	}
}
