package claim

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/model"
)

// TestNumbers reads the numbers of the table, each in its language.
func TestNumbers(t *testing.T) {
	data, err := os.ReadFile("testdata/numbers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		d := Read(&model.Article{Language: cells[0], Text: cells[1]})
		var got []string
		for i := range d.Sentences {
			for _, f := range d.Sentences[i].Figures {
				got = append(got, fmt.Sprintf("%g", f.Value))
			}
		}
		if s := strings.Join(got, " "); s != cells[2] {
			t.Errorf("%s %q: read %s, want %s", cells[0], cells[1], s, cells[2])
		}
	}
}

func TestComposeScales(t *testing.T) {
	for _, tt := range []struct {
		parts []float64
		want  float64
	}{
		{[]float64{2, 1000, 5, 100, 3}, 2503},
		{[]float64{3, 1e5, 1e7}, 3e12},
		{[]float64{4, 1e4, 1e4}, 4e8},
		{[]float64{1000, 100, 5}, 1105},
		{[]float64{322, 100}, 32200},
		{[]float64{2, 1e8, 5, 1000, 1e4}, 2.5e8},
	} {
		var parts []part
		for i, v := range tt.parts {
			parts = append(parts, wordPart(v, i))
		}
		if got := compose(parts); got != tt.want {
			t.Errorf("%v: got %g, want %g", tt.parts, got, tt.want)
		}
	}
}
