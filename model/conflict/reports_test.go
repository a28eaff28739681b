package conflict

import (
	"os"
	"testing"

	"parallax/model"
)

// TestReports reads dated reports, invented like the passages of TestJudge, and the
// kind of conflict between them.
func TestReports(t *testing.T) {
	for _, of := range []string{"progress", "sayings", "opposites", "causes"} {
		t.Run(of, func(t *testing.T) { judgeReports(t, "testdata/"+of+".tsv") })
	}
}

func judgeReports(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for n, cells := range table(string(data)) {
		if len(cells) != 7 {
			t.Fatalf("row %d: %d cells", n+1, len(cells))
		}
		judgeBothWays(t, n+1, report(t, "a", cells[:3]), report(t, "b", cells[3:6]), cells[6])
	}
}

func report(t *testing.T, id string, cells []string) model.Article {
	t.Helper()
	a := passage(id, cells[0], cells[2])
	date, err := model.ParseDate(cells[1])
	if err != nil {
		t.Fatal(err)
	}
	a.Date = date
	return a
}
