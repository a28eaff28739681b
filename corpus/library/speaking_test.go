package library

import (
	"context"
	"slices"
	"testing"

	"parallax/model/query"
)

func TestSpeaking(t *testing.T) {
	l := opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "a.jsonl",
		`{"id":"a","title":"Ferry sinks","text":"The ferry Marlin sank off Arden.","lang":"en"}`,
		`{"id":"b","title":"Fähre gesunken","text":"Die Fähre Marlin ist vor der Küste gesunken.","lang":"de"}`,
		`{"id":"c","title":"Harbour opens","text":"The harbour of Arden opens again after the storm.","lang":"en"}`,
		`{"id":"d","title":"Rice","text":"The price of rice rose for the third month.","lang":"en"}`))
	terms := [][]string{{"ferry", "Fähre"}, {"sank", "sink*", "gesunken"}, {"Marlin"}, {"Arden"}}
	for _, tt := range []struct {
		query string
		count int
		want  []string
	}{
		{"", 9, []string{"a", "b", "c"}},
		{"", 1, []string{"a"}},
		{"lang:de", 9, []string{"b"}},
		{"storm", 9, []string{"c"}},
	} {
		q, err := query.Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		found, err := l.Speaking(context.Background(), q, terms, tt.count)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range found {
			got = append(got, a.ID)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q, %d: got %v, want %v", tt.query, tt.count, got, tt.want)
		}
	}
}
