package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/decode"
	"parallax/corpus/invent"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/group"
)

// BenchmarkLoad reads a folder of page dumps; the rate counts articles.
func BenchmarkLoad(b *testing.B) {
	const pages = 500
	files := map[string]string{}
	body := strings.Repeat("The captain said that fog had closed in within minutes, and nobody on the bridge had seen the rocks before the hull struck them. ", 3)
	for i := range pages {
		files[fmt.Sprintf("%d/%03d.txt", i%5, i)] = strings.ReplaceAll(ferry, "Keel Point", fmt.Sprintf("Keel Point %d", i)) + "\n" + strings.Repeat(body+"\n\n", 5)
	}
	dir := write(b, files)
	b.ReportAllocs()
	for b.Loop() {
		if c := load(b, dir, 1); len(c.Articles) != pages {
			b.Fatal(len(c.Articles))
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkSign skims articles of about 2 kB and makes their signatures: most of
// what an import with events costs. An operation is one article.
func BenchmarkSign(b *testing.B) {
	all := inventedArticles(b, 400)
	for i := range all { // the language data is read once
		group.Sign(claim.Skim(&all[i]))
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		group.Sign(claim.Skim(&all[n%len(all)]))
		n++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func inventedArticles(t testing.TB, n int) []model.Article {
	t.Helper()
	var file bytes.Buffer
	out := json.NewEncoder(&file)
	for r := range invent.Reports(1, n) {
		if err := out.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Load(t.Context(), []string{"-"}, Options{Decode: decode.Options{Stdin: &file}})
	if err != nil || len(c.Articles) != n {
		t.Fatalf("%d articles, %v", len(c.Articles), err)
	}
	return c.Articles
}
