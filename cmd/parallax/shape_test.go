package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
)

// shapes are the names and types of all that a verb prints as JSON, a line each: an
// array is written with [], an object's field with a dot.
var shapes = map[string]string{
	"list --json --text": `[] object; [].date string; [].date_basis string; [].id string; [].language string; [].outlet string; [].part number; [].source string; [].text string; [].title string; [].url string; [].words number`,
	"events --json":      `[] object; [].articles[] string; [].conflicts number; [].date string; [].id string; [].languages[] string; [].outlets[] string; [].title string; [].why[] string`,
	"conflicts --json": `[] object; [].a object; [].a.article string; [].a.end number; [].a.mark[] number; [].a.start number; [].a.text string;
		[].b object; [].b.article string; [].b.end number; [].b.mark[] number; [].b.start number; [].b.text string;
		[].dispute string; [].event string; [].id string; [].kind string; [].strength string; [].why string`,
	"compare --json": `articles[] object; articles[].date string; articles[].date_basis string; articles[].id string; articles[].language string; articles[].outlet string; articles[].part number;
		articles[].source string; articles[].title string; articles[].url string; articles[].words number;
		conflicts[] object; conflicts[].a object; conflicts[].a.article string; conflicts[].a.end number; conflicts[].a.mark[] number; conflicts[].a.start number; conflicts[].a.text string;
		conflicts[].b object; conflicts[].b.article string; conflicts[].b.end number; conflicts[].b.mark[] number; conflicts[].b.start number; conflicts[].b.text string;
		conflicts[].dispute string; conflicts[].event string; conflicts[].id string; conflicts[].kind string; conflicts[].strength string; conflicts[].why string;
		rows[] object; rows[].cells[] null; rows[].cells[] object; rows[].cells[].article string; rows[].cells[].end number; rows[].cells[].start number; rows[].cells[].text string;
		rows[].conflicts[] string; rows[].relation string`,
}

// TestTheShapeOfJSON holds the names and types that scripts rely on. What is new
// belongs in the list; what is gone is missed by somebody.
func TestTheShapeOfJSON(t *testing.T) {
	file := filepath.Join(t.TempDir(), "three.jsonl")
	if err := os.WriteFile(file, []byte(threeReports), 0o600); err != nil {
		t.Fatal(err)
	}
	for verb, want := range shapes {
		var whole any
		if err := json.Unmarshal([]byte(output(t, append(strings.Fields(verb), file)...)), &whole); err != nil {
			t.Fatalf("%s: %v", verb, err)
		}
		found := map[string]bool{}
		walkShape("", whole, found)
		got := slices.DeleteFunc(slices.Sorted(maps.Keys(found)), func(line string) bool {
			return strings.HasPrefix(line, "differences") || strings.HasPrefix(line, " object")
		})
		var wanted []string
		for line := range strings.SplitSeq(want, ";") {
			wanted = append(wanted, strings.TrimSpace(line))
		}
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", verb, diff)
		}
	}
}

func walkShape(path string, v any, found map[string]bool) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walkShape(path+"[]", e, found)
		}
		return
	case map[string]any:
		found[path+" object"] = true
		for name, e := range v {
			walkShape(strings.TrimPrefix(path+"."+name, "."), e, found)
		}
		return
	case nil:
		found[path+" null"] = true
	case string:
		found[path+" string"] = true
	case float64:
		found[path+" number"] = true
	default:
		found[fmt.Sprintf("%s %T", path, v)] = true
	}
}

const threeReports = `{"id":"a","title":"Ferry sinks off Arden","text":"The ferry Marlin sank off Arden island on Monday afternoon. Seventeen people died, the coast guard said.","source":"Herald","published":"2023-07-11","lang":"en","link":"https://herald.example/1"}
{"id":"b","title":"Fähre sinkt vor Arden","text":"Die Fähre Marlin ist am Montagnachmittag vor der Insel Arden gesunken. 21 Menschen starben, teilte die Küstenwache mit. Der Hafen bleibt zu.","source":"Bote","published":"2023-07-11","lang":"de"}
`

// TestPlainIsLinear holds what a screen reader is given of an event, word for word.
func TestPlainIsLinear(t *testing.T) {
	side := func(id, text string) model.Side {
		return model.Side{Article: id, Span: model.Span{End: len(text)}, Text: text}
	}
	held := func(id, text string) *model.Cell {
		return &model.Cell{Article: id, Span: model.Span{End: len(text)}, Text: text}
	}
	c := model.Comparison{
		Articles: []model.Article{
			{ID: "a", Title: "Ferry sinks", Outlet: "Herald", Language: "en", Date: model.Date{Year: 2023, Month: 7, Day: 11}},
			{ID: "b", Title: "Fähre\x1b[2J sinkt", Language: "de"},
		},
		Rows: []model.Row{
			{Cells: []*model.Cell{held("a", "Seventeen died."), held("b", "21 starben.")}, Relation: model.Clash, Conflicts: []string{"k"}},
			{Cells: []*model.Cell{held("a", "It sank."), held("b", "Sie sank.")}, Relation: model.Agree},
			{Cells: []*model.Cell{held("a", "It is old."), held("b", "Sie fuhr oft.")}, Relation: model.Related},
			{Cells: []*model.Cell{nil, held("b", "Der Hafen bleibt zu.")}, Relation: model.Single},
		},
		Conflicts: []model.Conflict{{ID: "k", Kind: model.Quantity, Strength: model.Strong, Why: "dead: 17 against 21", A: side("a", "Seventeen died."), B: side("b", "21 starben.")}},
	}
	want := `Herald (en, 2023-07-11): Ferry sinks
unknown outlet (de, -): Fähre sinkt

They conflict:
  Herald: Seventeen died.
  unknown outlet: 21 starben.
  conflict, quantity, strong: dead: 17 against 21

They say the same:
  Herald: It sank.
  unknown outlet: Sie sank.

They speak of the same thing:
  Herald: It is old.
  unknown outlet: Sie fuhr oft.

Only here:
  unknown outlet: Der Hafen bleibt zu.
`
	var got bytes.Buffer
	if err := compareText(&got, c); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
