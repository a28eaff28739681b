package cldr

import (
	"embed"
	"path"
	"strings"
	"sync"
)

//go:embed data
var files embed.FS

// Name is one way in which a language names the thing that has a code.
type Name struct {
	Code string
	Text string
}

// table returns a reader of one folder of names, which parses the file of a
// language once.
func table(folder string) func(lang string) []Name {
	return perLanguage(func(lang string) []Name {
		lines := readLines(folder, lang)
		names := make([]Name, 0, len(lines))
		for _, line := range lines {
			if code, text, ok := strings.Cut(line, "\t"); ok {
				names = append(names, Name{code, text})
			}
		}
		return names
	})
}

// perLanguage keeps what load makes of each language.
func perLanguage[T any](load func(lang string) T) func(lang string) T {
	var kept sync.Map // language → func() T
	return func(lang string) T {
		f, ok := kept.Load(lang)
		if !ok {
			f, _ = kept.LoadOrStore(lang, sync.OnceValue(func() T { return load(lang) }))
		}
		return f.(func() T)()
	}
}

// readLines is the file of a language in a folder, without empty lines and
// comments; nil where there is none.
func readLines(folder, lang string) []string {
	b, err := files.ReadFile(path.Join("data", folder, lang+".txt"))
	if err != nil {
		return nil
	}
	all := strings.Split(string(b), "\n")
	kept := all[:0]
	for _, line := range all {
		if line != "" && line[0] != '#' {
			kept = append(kept, line)
		}
	}
	return kept
}
