package detect

import (
	"embed"
	"path"
	"slices"
	"strconv"
)

//go:embed language/groups/*.txt
var groupData embed.FS

// group is some close languages of one script and the words and letters that
// tell them apart better than n-grams do.
type group struct {
	script  string
	members []int
	beside  []int   // members that the table lacks; they stand level with the best
	share   float64 // of the members' difference in n-grams that counts
	markers markers
}

func openGroups(number func(tag string) int) []*group {
	entries, err := groupData.ReadDir("language/groups")
	if err != nil {
		panic(err) // the data is embedded
	}
	var groups []*group
	for _, entry := range entries {
		data, err := groupData.ReadFile(path.Join("language/groups", entry.Name()))
		if err != nil {
			panic(err)
		}
		groups = append(groups, newGroup(string(data), number))
	}
	return groups
}

// newGroup reads the data of a group; language/README.md has the format.
func newGroup(data string, number func(tag string) int) *group {
	g := &group{markers: newMarkers()}
	for _, fields := range dataLines(data) {
		switch fields[0] {
		case "script":
			g.script = fields[1]
		case "ngrams":
			g.share, _ = strconv.ParseFloat(fields[1], 64)
		case "among", "beside":
			for _, tag := range fields[1:] {
				g.members = append(g.members, number(tag))
				if fields[0] == "beside" {
					g.beside = append(g.beside, number(tag))
				}
			}
		default:
			g.markers.read(fields, number)
		}
	}
	return g
}

func (g *group) has(language int) bool { return slices.Contains(g.members, language) }

// settle gives the members the points of the best of them, less a share of what
// they lag behind, and adds what the markers in the text say.
func (g *group) settle(a *alphabet, parts []string, points *[mostLanguages]int32) {
	var best int32
	for _, m := range g.members {
		best = max(best, points[m])
	}
	for _, m := range g.members {
		points[m] = best - int32(float64(best-points[m])*g.share)
	}
	for _, m := range g.beside {
		points[m] = best
	}
	for _, part := range parts {
		g.markers.mark(a, part, points)
	}
}
