package dictionary

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"golang.org/x/text/language"
)

// Folder is the name of the folder of dictionaries in a folder of data.
const Folder = "dictd"

// Folders lists where dictionaries are looked for, the reader's own first: the
// folder "dictd" in each folder of data that the machine names, which is
// /usr/share/dictd where nothing else is said.
func Folders() []string {
	var out []string
	for _, d := range append([]string{xdg.DataHome}, xdg.DataDirs...) {
		out = append(out, filepath.Join(d, Folder))
	}
	return out
}

// fileName is the name of the index of a dictionary of two languages.
var fileName = regexp.MustCompile(`^(?:freedict-)?([a-z]{2,3})-([a-z]{2,3})\.index$`)

// Source is one dictionary on the machine.
type Source struct {
	From, To string // BCP 47
	Index    string // file of the headwords
	Text     string // file of the entries
}

// maxSources is the most dictionaries that are used of all folders.
const maxSources = 1000

// find lists the dictionaries of the folders; of two of one pair the first is
// taken. Folders that are not there hold none.
func find(folders []string) []Source {
	var out []Source
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue
		}
		for _, e := range entries {
			m := fileName.FindStringSubmatch(e.Name())
			if m == nil || len(out) == maxSources {
				continue
			}
			s := Source{From: tag(m[1]), To: tag(m[2]), Index: filepath.Join(folder, e.Name())}
			same := func(o Source) bool { return o.From == s.From && o.To == s.To }
			if s.Text = textBeside(s.Index); s.Text != "" && s.From != s.To && !slices.ContainsFunc(out, same) {
				out = append(out, s)
			}
		}
	}
	return out
}

// textBeside is the file of entries that belongs to an index; "" where there is
// none.
func textBeside(index string) string {
	base := strings.TrimSuffix(index, ".index")
	for _, end := range []string{".dict.dz", ".dict"} {
		if _, err := os.Stat(base + end); err == nil {
			return base + end
		}
	}
	return ""
}

// tag is the shortest code of a language, as articles have it.
func tag(code string) string {
	b, err := language.ParseBase(code)
	if err != nil {
		return code
	}
	return b.String()
}
