package newsroom

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"parallax/model"
)

// Kept is the desk with a notebook: what is kept lasts as long as it does.
// Articles do not regroup; what was decided can be asked for.
type Kept struct {
	*Desk
	past, future []step
	work         model.Work
	Settings     []string // what was set, as "article field value"
}

// step is something done: what it was, and how things stood before.
type step struct {
	what string
	work model.Work
}

// NewKept is New with a notebook.
func NewKept() *Kept { return &Kept{Desk: New()} }

// Event is an event, with the verdicts kept.
func (k *Kept) Event(ctx context.Context, id string) (model.Comparison, error) {
	c, err := k.Desk.Event(ctx, id)
	c.Conflicts = slices.Clone(c.Conflicts)
	k.work.Recall(c.Conflicts)
	return c, err
}

func (k *Kept) do(what string, change func(*model.Work)) (string, error) {
	k.past, k.future = append(k.past, step{what, k.work}), nil
	w := k.work
	w.Judgements, w.Notes, w.Bookmarks, w.Decisions = slices.Clone(w.Judgements), slices.Clone(w.Notes), slices.Clone(w.Bookmarks), slices.Clone(w.Decisions)
	change(&w)
	k.work = w
	return what, nil
}

// Work is what is kept.
func (k *Kept) Work(context.Context) (model.Work, error) { return k.work, nil }

// Judge keeps a verdict.
func (k *Kept) Judge(ctx context.Context, event, conflict string, v model.Verdict, note string) (string, error) {
	c, err := k.Desk.Event(ctx, event)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(c.Conflicts, func(x model.Conflict) bool { return x.ID == conflict })
	if at < 0 {
		return "", fmt.Errorf("no conflict %q", conflict)
	}
	return k.do("judged a conflict "+string(v), func(w *model.Work) {
		for i := range c.Conflicts {
			if c.Conflicts[i].Dispute != c.Conflicts[at].Dispute {
				continue
			}
			j := model.Judge(&c.Conflicts[i], v, note)
			w.Judgements = append(slices.DeleteFunc(w.Judgements, func(o model.Judgement) bool { return o.Same(&j) }), j)
		}
	})
}

// Note keeps a note.
func (k *Kept) Note(_ context.Context, p model.Passage, text string) (string, error) {
	return k.do("noted a passage", func(w *model.Work) {
		w.Notes = slices.DeleteFunc(w.Notes, func(n model.Note) bool { return n.Passage.Article == p.Article && n.Passage.Span == p.Span })
		if text != "" {
			w.Notes = append(w.Notes, model.Note{ID: fmt.Sprint(len(k.past)), Passage: p, Text: text})
		}
	})
}

// Unnote takes a note away.
func (k *Kept) Unnote(_ context.Context, id string) (string, error) {
	return k.do("took a note away", func(w *model.Work) {
		w.Notes = slices.DeleteFunc(w.Notes, func(n model.Note) bool { return n.ID == id })
	})
}

// Bookmark keeps a bookmark.
func (k *Kept) Bookmark(_ context.Context, article string, on bool) (string, error) {
	return k.do("bookmarked "+article, func(w *model.Work) {
		w.Bookmarks = slices.DeleteFunc(w.Bookmarks, func(id string) bool { return id == article })
		if on {
			w.Bookmarks = append(w.Bookmarks, article)
		}
	})
}

// Set remembers what was set; a date must be one.
func (k *Kept) Set(_ context.Context, article, field, value string) (string, error) {
	if field == "date" {
		if _, err := model.ParseDate(value); err != nil {
			return "", err
		}
	}
	k.Settings = append(k.Settings, article+" "+field+" "+value)
	return k.do("set the "+field, func(*model.Work) {})
}

// Join keeps articles together.
func (k *Kept) Join(_ context.Context, articles []string) (string, error) {
	return k.do(fmt.Sprintf("joined %d articles", len(articles)), func(w *model.Work) {
		for _, id := range articles[1:] {
			w.Decisions = append(w.Decisions, model.Together(articles[0], id))
		}
	})
}

// Split keeps articles apart.
func (k *Kept) Split(_ context.Context, articles, from []string) (string, error) {
	return k.do(fmt.Sprintf("split %d from %d", len(articles), len(from)), func(w *model.Work) {
		for _, a := range articles {
			for _, b := range from {
				w.Decisions = append(w.Decisions, model.Apart(a, b))
			}
		}
	})
}

// Undo takes back what was done last.
func (k *Kept) Undo(context.Context) (string, error) {
	return k.walk(&k.past, &k.future, "there is nothing to undo")
}

// Redo does it again.
func (k *Kept) Redo(context.Context) (string, error) {
	return k.walk(&k.future, &k.past, "there is nothing to redo")
}

// walk goes to how things stood at the last of from, and keeps the way back.
func (k *Kept) walk(from, back *[]step, none string) (string, error) {
	n := len(*from) - 1
	if n < 0 {
		return "", errors.New(none)
	}
	to := (*from)[n]
	*from, *back = (*from)[:n], append(*back, step{to.what, k.work})
	k.work = to.work
	return to.what, nil
}

// Gloss knows a word or two.
func (d *Desk) Gloss(_ context.Context, word, from, to string) []string {
	if to != "en" {
		return nil
	}
	return map[string][]string{"de Brand": {"fire", "blaze"}, "fr incendie": {"fire"}, "hi बाढ़": {"flood"}}[from+" "+word]
}
