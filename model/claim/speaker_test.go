package claim

import (
	_ "embed"
	"strings"
	"testing"

	"parallax/model"
)

//go:embed testdata/speakers.tsv
var speakerRows string

func TestSpeakerOfLastQuotation(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(speakerRows), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		t.Run(cells[0]+" "+cells[1], func(t *testing.T) {
			d := Read(&model.Article{Language: cells[0], Text: cells[1]})
			if got := lastSpeaker(d); got != cells[2] {
				t.Errorf("speaker %q, want %q", got, cells[2])
			}
		})
	}
}

// lastSpeaker is who says the last quotation of a passage; "-" where nobody is named
// for it, "" where it quotes nobody.
func lastSpeaker(d *Document) string {
	out := ""
	for i := range d.Sentences {
		for _, q := range d.Sentences[i].Quotes {
			if out = "-"; q.Speaker.Known() {
				out = d.Sentences[q.Speaker.Index].Names[q.Speaker.Name].Span.Of(d.Article.Text)
			}
		}
	}
	return out
}
