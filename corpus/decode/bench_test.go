package decode

import (
	"context"
	"os"
	"strings"
	"testing"
)

func bench(b *testing.B, data string) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := Walk(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(data)}, func(Page) bool { return true })
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) { bench(b, strings.Repeat(samples["de"]+"\n", 200)) }

func BenchmarkGuessedCharset(b *testing.B) {
	bench(b, strings.Repeat("Rz\xb1d przyj\xb1\xb3 w \xb6rod\xea projekt ustawy.\n", 500))
}

func BenchmarkHTML(b *testing.B) {
	data, err := os.ReadFile("testdata/html/en-broadsheet.html")
	if err != nil {
		b.Fatal(err)
	}
	bench(b, string(data))
}

func BenchmarkJSONL(b *testing.B) {
	bench(b, strings.Repeat(`{"title":"a","text":"`+samples["ru"]+`","date":"2020-01-01"}`+"\n", 500))
}

func BenchmarkTable(b *testing.B) {
	bench(b, "title,text\n"+strings.Repeat("a,\""+samples["ru"]+"\"\n", 500))
}

func BenchmarkFeed(b *testing.B) {
	item := rss[strings.Index(rss, "<item>"):]
	bench(b, rss[:strings.Index(rss, "<item>")]+strings.Repeat(item, 100)+"</channel></rss>")
}

func BenchmarkWARC(b *testing.B) {
	bench(b, strings.Repeat(warcOf("conversion", "http://x", "text/plain", samples["ru"], 0), 500))
}

func BenchmarkGzip(b *testing.B) {
	data := strings.Repeat(`{"title":"a","text":"`+samples["ru"]+`"}`+"\n", 500)
	bench(b, packed(b, data))
}
