package invent

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus/detect"
	"parallax/model/safe"
)

func TestReports(t *testing.T) {
	got := slices.Collect(Reports(1, 3000))
	if len(got) != 3000 {
		t.Fatalf("%d reports", len(got))
	}
	size, events, ids := 0, map[int]int{}, map[string]bool{}
	for _, r := range got {
		size += len(r.Text)
		events[r.Event]++
		ids[r.ID] = true
		for _, s := range []string{r.Title, r.Text, r.Source} {
			if !safe.Clean(s) || strings.ContainsAny(s, "{}") || strings.TrimSpace(s) == "" {
				t.Fatalf("%s: %q", r.ID, s)
			}
		}
	}
	if len(ids) != len(got) {
		t.Error("IDs are not unique")
	}
	if mean := size / len(got); mean < 1500 || mean > 3500 {
		t.Errorf("a report has %d bytes", mean)
	}
	most := 0
	for _, n := range events {
		most = max(most, n)
	}
	if len(events) < 300 || most < 10 || most > maxReports {
		t.Errorf("%d events, the largest has %d reports", len(events), most)
	}
}

func TestSameSeedSameReports(t *testing.T) {
	a, b := slices.Collect(Reports(1, 200)), slices.Collect(Reports(1, 200))
	if !slices.Equal(a, b) {
		t.Error("two runs differ")
	}
	if slices.Equal(a, slices.Collect(Reports(2, 200))) {
		t.Error("two seeds give the same")
	}
}

func TestReportsReadAsTheirLanguage(t *testing.T) {
	known := map[string]int{}
	for r := range Reports(1, 400) {
		tag := detect.Language(r.Text).Tag
		known[tag]++
	}
	for _, l := range tongues() {
		if known[l.tag] == 0 {
			t.Errorf("no report is taken for %s", l.tag)
		}
	}
	if n := len(known); n > len(tongues())+1 {
		t.Errorf("reports are taken for %d languages: %v", n, known)
	}
}
