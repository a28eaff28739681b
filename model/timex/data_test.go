package timex

import (
	"strings"
	"testing"

	"parallax/model/lexicon/cldr"
)

// TestDataFiles reads every line of every data file: each must be understood, and
// no form may be empty.
func TestDataFiles(t *testing.T) {
	for _, lang := range append(cldr.Languages(), "common") {
		b, err := files.ReadFile("data/" + lang + ".txt")
		if err != nil {
			t.Error(err)
			continue
		}
		x := load("", "dmy")
		for n, line := range strings.Split(string(b), "\n") {
			if !x.readLine(strings.TrimSpace(line)) {
				t.Errorf("data/%s.txt:%d: cannot read %q", lang, n+1, line)
			}
			if strings.Contains(line, "| |") || strings.HasSuffix(line, "|") || strings.HasSuffix(line, " weak") {
				t.Errorf("data/%s.txt:%d: empty form in %q", lang, n+1, line)
			}
		}
	}
}
