package library

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"parallax/model"
	"parallax/model/safe"
)

// ErrNoNote is an ID that no note has.
var ErrNoNote = errors.New("no such note: see note --json for the IDs")

// maxNote is how long a note may be, in bytes.
const maxNote = 1 << 20

// Note writes a note about a passage of an article; a second one about the same
// words replaces the first, and an empty one takes it away. It says what was done.
func (l *Library) Note(ctx context.Context, p model.Passage, text string) (what string, err error) {
	if len(text) > maxNote {
		return "", fmt.Errorf("a note of %d bytes is too long: %d are the most", len(text), maxNote)
	}
	return l.perform(ctx, func() (string, []value, error) {
		n, err := l.numberOf(p.Article)
		if err != nil {
			return "", nil, err
		}
		s, err := l.stored(n, 0)
		if err != nil {
			return "", nil, err
		}
		where, ok := p.Find(s.read.Text)
		if !ok {
			return "", nil, fmt.Errorf("%s does not say %s: see show %s for its text", p.Article, quoted(p.Words), p.Article)
		}
		note := model.Note{Passage: model.PassageOf(&s.read, where), Text: safe.Block(text)}
		if note.ID, err = l.noteID(&note, s.read.Text); err != nil {
			return "", nil, err
		}
		v := value{noteKey + " " + note.ID, nil}
		on := quoted(note.Passage.Words, s.read.Title, s.read.Text)
		if note.Text == "" {
			return "took the note off " + on, []value{v}, nil
		}
		v.value = some(note)
		return "noted on " + on + ": " + brief(text), []value{v}, nil
	})
}

// Unnote takes the note of an ID away, also where its words are gone. It says what
// was done. The error is, or wraps, [ErrNoNote].
func (l *Library) Unnote(ctx context.Context, id string) (what string, err error) {
	return l.perform(ctx, func() (string, []value, error) {
		w, err := l.work()
		if err != nil {
			return "", nil, err
		}
		for _, n := range w.Notes {
			if n.ID == id {
				return "took the note off " + quoted(n.Passage.Words, n.Text), []value{{noteKey + " " + id, nil}}, nil
			}
		}
		return "", nil, fmt.Errorf("%s: %w", id, ErrNoNote)
	})
}

// noteID is that of the note there is about the same words, or a new one.
func (l *Library) noteID(note *model.Note, text string) (string, error) {
	w, err := l.work()
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, old := range w.Notes {
		taken[old.ID] = true
		if old.Passage.Article != note.Passage.Article {
			continue
		}
		if at, ok := old.Passage.Find(text); ok && at == note.Passage.Span {
			return old.ID, nil
		}
	}
	for salt := 0; ; salt++ {
		id := fmt.Sprintf("%x", digest(note.Passage.Article, note.Passage.Words, strconv.Itoa(note.Passage.Span.Start), strconv.Itoa(salt)))[:idLen]
		if !taken[id] {
			return id, nil
		}
	}
}
