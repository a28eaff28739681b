package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

// livingDesk is a desk of what others change.
type livingDesk struct {
	*newsroom.Desk
	changed bool
	err     error
}

func (d *livingDesk) Changed(context.Context) (bool, error) {
	was := d.changed
	d.changed = false
	return was, d.err
}

func TestWhatOthersChangeIsShown(t *testing.T) {
	d := &livingDesk{Desk: newsroom.New()}
	s := newStage(t, d, 100, 24, ui.Options{})
	s.press("j")
	before := s.app.View().Content
	look := func() string {
		s.run(s.app.Look())
		return s.app.View().Content
	}
	if got := look(); got != before {
		t.Errorf("nothing has changed, and the screen has:\n%s", got)
	}
	d.Events = append([]model.Comparison{}, d.Events[:2]...)
	d.changed, d.err = true, errors.New("is in use")
	if got := look(); got != before {
		t.Errorf("what cannot be told changes the screen:\n%s", got)
	}
	d.changed, d.err = true, nil
	title := newsroom.New().Events[2].Event.Title
	if !strings.Contains(before, title) {
		t.Fatalf("%q is not on the screen:\n%s", title, before)
	}
	if got := look(); strings.Contains(got, title) {
		t.Errorf("what is gone is still shown:\n%s", got)
	}
}
