package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"parallax/corpus/library"
	"parallax/model"
)

// eventID is the form of an event's ID, and of the beginnings that stand for one.
var eventID = regexp.MustCompile(`^[0-9a-f]{4,10}$`)

// splitEvent takes the ID of an event off the front of the arguments; it is ""
// where the first is a path.
func splitEvent(args []string) (event string, paths []string) {
	if len(args) == 0 || !eventID.MatchString(args[0]) {
		return "", args
	}
	if _, err := os.Stat(args[0]); err == nil {
		return "", args
	}
	return args[0], args[1:]
}

// event is the event of an ID, or of the beginning of one.
func (r *reading) event(id string) (happening, error) {
	var found []model.Event
	at := 0
	for i, h := range r.events {
		if strings.HasPrefix(h.event.ID, id) {
			found, at = append(found, h.event), i
		}
	}
	if err := onlyOne(id, found); err != nil {
		return happening{}, err
	}
	return r.events[at], nil
}

// maxCandidates is how many events are named where the beginning of an ID stands
// for several.
const maxCandidates = 8

// onlyOne is the error of an ID, or of the beginning of one, that stands for none
// or for several events; of these it names the first.
func onlyOne(id string, found []model.Event) error {
	switch len(found) {
	case 0:
		return fmt.Errorf("no event %s: parallax events --json names them", id)
	case 1:
		return nil
	}
	names := make([]string, min(len(found), maxCandidates))
	for i := range names {
		e := &found[i]
		names[i] = fmt.Sprintf("%s (%s, %s)", e.ID, orDash(e.Date.String()), briefly(e.Title))
	}
	more := ""
	if len(found) > maxCandidates {
		more = " and more"
	}
	return fmt.Errorf("event %s: several begin like this: write more of the ID of one of %s%s", id, strings.Join(names, ", "), more)
}

// maxBrief is how much of a title stands in an error, in characters.
const maxBrief = 50

// briefly is the beginning of a title.
func briefly(title string) string {
	r := []rune(title)
	if len(r) <= maxBrief {
		return orDash(title)
	}
	return string(r[:maxBrief-1]) + "…"
}

// keptEvent is the event of a library of an ID, or of the beginning of one.
func keptEvent(ctx context.Context, lib *library.Library, id string) (library.Listed, error) {
	found, err := lib.EventsLike(ctx, id, versionText(), maxCandidates+1)
	if err != nil {
		return library.Listed{}, err
	}
	events := make([]model.Event, len(found))
	for i, e := range found {
		events[i] = e.Event
	}
	if err := onlyOne(id, events); err != nil {
		return library.Listed{}, err
	}
	return found[0], nil
}

// loadEvent reads one event: of the paths, or of the library, of which no more is
// read than its reports.
func loadEvent(ctx context.Context, std stdio, event string, paths []string, l *limits) (*reading, happening, error) {
	if len(paths) == 0 && l.query == "" {
		r, h, err := loadKeptEvent(ctx, std, event, l)
		if r != nil || err != nil {
			return r, h, err
		}
	}
	r, err := load(ctx, std, paths, l)
	if err != nil {
		return nil, happening{}, err
	}
	h, err := r.event(event)
	return r, h, err
}

// loadKeptEvent is loadEvent of the library; nil is that there is nothing in it.
func loadKeptEvent(ctx context.Context, std stdio, event string, l *limits) (*reading, happening, error) {
	lib, known, err := l.settled(ctx, std)
	if lib == nil || err != nil {
		return nil, happening{}, err
	}
	defer lib.Close()
	e, err := keptEvent(ctx, lib, event)
	if err != nil {
		return nil, happening{}, err
	}
	return known.of(ctx, lib, e)
}

var errNoEvent = usageError{errors.New("no EVENT: parallax events --json names them")}
