package parallax_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestBoundaries holds the arrows between the packages: cmd → ui → model and
// cmd → corpus → model, ui and corpus apart, model pure.
func TestBoundaries(t *testing.T) {
	for _, tt := range []struct {
		packages string
		never    []string
	}{
		{"./model/...", []string{"parallax/ui", "parallax/corpus", "parallax/cmd", "net", "charm.land", "database/sql"}},
		{"./ui/...", []string{"parallax/corpus", "parallax/cmd"}},
		{"./corpus/...", []string{"parallax/ui", "parallax/cmd", "charm.land"}},
		{"./model/segment", []string{"parallax/model/claim", "parallax/model/group", "parallax/model/align", "parallax/model/conflict"}},
		{"./model/claim", []string{"parallax/model/group", "parallax/model/align", "parallax/model/conflict"}},
		{"./model/group", []string{"parallax/model/align", "parallax/model/conflict"}},
		{"./model/fact", []string{"parallax/model/conflict"}},
		{"./model/align", []string{"parallax/model/group", "parallax/model/conflict"}},
	} {
		out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{.Deps}}", tt.packages).CombinedOutput()
		if err != nil {
			t.Fatalf("go list %s: %v\n%s", tt.packages, err, out)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			from, deps, _ := strings.Cut(line, " ")
			if strings.Contains(from, "/gen") {
				continue // generators run by hand
			}
			for _, dep := range strings.Fields(strings.Trim(deps, "[]")) {
				for _, never := range tt.never {
					if dep == never || strings.HasPrefix(dep, never+"/") {
						t.Errorf("%s imports %s", from, dep)
					}
				}
			}
		}
	}
}
