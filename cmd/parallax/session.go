package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"parallax/ui"
)

// maxSessions is how many corpora the place where one was is remembered of, the
// last ones; maxSessionFile is what the file of them may hold, in bytes.
const (
	maxSessions    = 50
	maxSessionFile = 1 << 20
)

// session is where the reader was in a corpus.
type session struct {
	Corpus string     `json:"corpus"` // paths, absolute; that of the library
	Was    ui.Session `json:"was"`
}

func sessionPath() string { return filepath.Join(stateFolder(), "sessions.json") }

// readSessions reads where one was, the last first. A file that cannot be read is
// as none: nothing but a place in a list is lost.
func readSessions(path string) []session {
	if info, err := os.Stat(path); err != nil || info.Size() > maxSessionFile {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var list []session
	if json.Unmarshal(data, &list) != nil {
		return nil
	}
	return list
}

// sessionOf is where one was in a corpus.
func sessionOf(path, corpus string) ui.Session {
	list := readSessions(path)
	if i := slices.IndexFunc(list, func(s session) bool { return s.Corpus == corpus }); i >= 0 {
		return list[i].Was
	}
	return ui.Session{}
}

// keepSession writes where one was in a corpus, to a file that only the user can
// read. It is replaced whole, so that a program that is killed leaves the old one.
func keepSession(path, corpus string, was ui.Session) error {
	list := slices.DeleteFunc(readSessions(path), func(s session) bool { return s.Corpus == corpus })
	list = slices.Insert(list, 0, session{corpus, was})
	data, err := json.Marshal(list[:min(len(list), maxSessions)])
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".sessions-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone already where it became the file
	if _, err := f.Write(data); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
