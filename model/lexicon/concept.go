package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed concepts/*.tsv
var conceptFiles embed.FS

// ConceptID is the index of a concept in [Concepts]; it depends on the data and
// is not stable between versions of the program.
type ConceptID int32

// Class says what sort of thing a concept is.
type Class string

// The classes of concepts.
const (
	EventClass    Class = "event"    // something happens or is done
	StateClass    Class = "state"    // how something or somebody is
	RoleClass     Class = "role"     // a person, by role or profession
	GroupClass    Class = "group"    // an organisation or body
	ThingClass    Class = "thing"    // what can be touched, or counted
	PlaceClass    Class = "place"    // a kind of place
	TimeClass     Class = "time"     // a time or span of it
	MeasureClass  Class = "measure"  // a unit
	QualityClass  Class = "quality"  // an adjective
	SpeechClass   Class = "speech"   // saying, asking, promising
	MindClass     Class = "mind"     // thinking, wanting, knowing
	DegreeClass   Class = "degree"   // more, most, only
	AbstractClass Class = "abstract" // all other nouns
	LinkClass     Class = "link"     // the meaning of connectives
)

// Concept is one meaning, all its word classes together.
type Concept struct {
	ID      ConceptID
	Key     string // English, lower case, words joined with "-"
	Class   Class
	Against []ConceptID // what cannot be true of the same subject at the same time, sorted
}

// Concepts lists every concept; a ConceptID is an index into it.
func Concepts() []Concept { return conceptTable().list }

// ConceptByKey returns the concept of a key; ok is false where there is none.
func ConceptByKey(key string) (c Concept, ok bool) {
	t := conceptTable()
	id, ok := t.byKey[key]
	if !ok {
		return Concept{}, false
	}
	return t.list[id], true
}

// ConceptSet reads a list of concept keys between blanks: the concepts it names.
// Lines that begin with "#" say what the list is; keys of no concept are left out.
func ConceptSet(list string) map[ConceptID]bool {
	out := map[ConceptID]bool{}
	for line := range strings.SplitSeq(list, "\n") {
		if !strings.HasPrefix(line, "#") {
			label(out, line, true)
		}
	}
	return out
}

// ConceptLabels reads lines of a label, a separator and concept keys as ConceptSet
// does: the label of each concept. Lines without the separator are left out.
func ConceptLabels(list, separator string) map[ConceptID]string {
	out := map[ConceptID]string{}
	for line := range strings.SplitSeq(list, "\n") {
		if name, keys, ok := strings.Cut(line, separator); ok && !strings.HasPrefix(line, "#") {
			label(out, keys, name)
		}
	}
	return out
}

func label[V any](out map[ConceptID]V, keys string, v V) {
	for key := range strings.FieldsSeq(keys) {
		if c, ok := ConceptByKey(key); ok {
			out[c.ID] = v
		}
	}
}

// Excludes reports whether the two concepts cannot both be true of one subject.
func Excludes(a, b ConceptID) bool {
	_, found := slices.BinarySearch(conceptTable().list[a].Against, b)
	return found
}

type conceptData struct {
	list    []Concept
	byKey   map[string]ConceptID
	columns map[string]int // language tag → column
	rows    []string       // whole lines, by ConceptID
}

var conceptTable = sync.OnceValue(func() *conceptData {
	t, err := readConcepts(conceptFiles)
	if err != nil {
		panic(err) // the files are part of the program and tested with it
	}
	return t
})

const firstLanguageColumn = 3

func readConcepts(files fs.FS) (*conceptData, error) {
	t := &conceptData{byKey: map[string]ConceptID{}, columns: map[string]int{}}
	names, err := fs.Glob(files, "concepts/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := t.addFile(name, string(data)); err != nil {
			return nil, err
		}
	}
	t.link()
	return t, nil
}

func (t *conceptData) addFile(name, data string) error {
	head := true
	for n, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			for i, tag := range strings.Split(line, "\t") {
				t.columns[tag] = i
			}
			head = false
			continue
		}
		key, rest, ok := strings.Cut(line, "\t")
		class, _, ok2 := strings.Cut(rest, "\t")
		if !ok || !ok2 {
			return fmt.Errorf("%s:%d: want tab-separated cells", name, n+1)
		}
		if _, dup := t.byKey[key]; dup {
			continue
		}
		id := ConceptID(len(t.list))
		t.byKey[key] = id
		t.list = append(t.list, Concept{ID: id, Key: key, Class: Class(class)})
		t.rows = append(t.rows, line)
	}
	return nil
}

// link resolves the keys of the third column, both ways: what excludes is
// excluded.
func (t *conceptData) link() {
	for id := range t.list {
		for _, key := range strings.Split(column(t.rows[id], 2), ",") {
			if other, ok := t.byKey[strings.TrimSpace(key)]; ok {
				t.list[id].Against = append(t.list[id].Against, other)
				t.list[other].Against = append(t.list[other].Against, ConceptID(id))
			}
		}
	}
	for id := range t.list {
		slices.Sort(t.list[id].Against)
		t.list[id].Against = slices.Compact(t.list[id].Against)
	}
}

// column returns the n-th tab-separated cell of a line, "" where there is none.
func column(line string, n int) string {
	for ; n > 0; n-- {
		i := strings.IndexByte(line, '\t')
		if i < 0 {
			return ""
		}
		line = line[i+1:]
	}
	cell, _, _ := strings.Cut(line, "\t")
	return cell
}

// forms calls yield for each form of each concept in a language. A cell that
// begins with "-" says why the language has no word.
func (t *conceptData) forms(tag string, yield func(form string, id ConceptID)) {
	col, ok := t.columns[tag]
	if !ok || col < firstLanguageColumn {
		return
	}
	for id, row := range t.rows {
		cell := column(row, col)
		if strings.HasPrefix(cell, "-") {
			continue
		}
		for _, form := range strings.Split(cell, "|") {
			if form = strings.TrimSpace(form); form != "" {
				yield(form, ConceptID(id))
			}
		}
	}
}

// Words is the usual word of each concept in a language, as the lexicon writes it.
func Words(tag string) map[ConceptID]string {
	out := map[ConceptID]string{}
	conceptTable().forms(tag, func(form string, id ConceptID) {
		if _, known := out[id]; !known {
			out[id] = form
		}
	})
	return out
}
