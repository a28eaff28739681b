package timex

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"parallax/model"
)

// notation writes a mention as the tables of testdata do: the EDTF value with its
// clock and zone, "/" and the end of an interval, "@" and the part of the day, "~"
// where it is approximate. A length is "47day", a repetition "each:1week", and a
// weekday that has no date is its English name.
func notation(m Mention) string {
	var b strings.Builder
	switch m.Kind {
	case Duration:
		b.WriteString(strconv.FormatFloat(m.Count, 'g', 6, 64) + string(m.Unit))
	case Recurring:
		b.WriteString("each:" + strconv.FormatFloat(m.Count, 'g', 6, 64) + string(m.Unit))
	default:
		b.WriteString(m.Value.String())
		if m.Value.IsZero() && m.HasWeekday {
			b.WriteString(m.Weekday.String()[:3])
		} else if m.Value.IsZero() && m.Kind == Relative {
			b.WriteString(strconv.FormatFloat(m.Count, 'g', 6, 64) + string(m.Unit))
		}
	}
	b.WriteString(clockNotation(m.Value))
	if !m.Until.IsZero() {
		b.WriteString("/" + m.Until.String())
	}
	if m.Part != NoPart {
		b.WriteString("@" + string(m.Part))
	}
	if m.Approx {
		b.WriteString("~")
	}
	return b.String()
}

func clockNotation(d model.Date) string {
	if !d.HasClock {
		return ""
	}
	s := fmt.Sprintf("T%02d:%02d", d.Minute/60, d.Minute%60)
	if d.HasZone {
		sign, zone := "+", d.Zone
		if zone < 0 {
			sign, zone = "-", -zone
		}
		s += fmt.Sprintf("%s%02d:%02d", sign, zone/60, zone%60)
	}
	return s
}

func notations(mentions []Mention) string {
	if len(mentions) == 0 {
		return "-"
	}
	var all []string
	for _, m := range mentions {
		all = append(all, notation(m))
	}
	return strings.Join(all, " ")
}

// rows reads a table of testdata: columns set apart by tabs, "#" for comments.
func rows(t testing.TB, name string, columns int) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var table [][]string
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			t.Fatalf("%s:%d: %d columns, want %d", name, n+1, len(row), columns)
		}
		table = append(table, row)
	}
	return table
}

func anchorOf(t testing.TB, s string) model.Date {
	t.Helper()
	if s == "-" {
		return model.Date{}
	}
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestExpressions(t *testing.T) {
	for _, row := range rows(t, "expressions.tsv", 4) {
		lang, anchor, text, want := row[0], row[1], row[2], row[3]
		if got := notations(Find(text, lang, anchorOf(t, anchor))); got != want {
			t.Errorf("%s %s %q\n got %s\nwant %s", lang, anchor, text, got, want)
		}
	}
}
