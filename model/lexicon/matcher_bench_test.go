package lexicon

import "testing"

// BenchmarkMatcher builds the matcher of a language, which is done when the first
// text of the language is read.
func BenchmarkMatcher(b *testing.B) {
	for _, tag := range []string{"de", "en", "tr", "zh"} {
		conceptTable()
		b.Run(tag, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l, err := readLanguage(tag)
				if err != nil {
					b.Fatal(err)
				}
				l.Matcher()
			}
		})
	}
}
