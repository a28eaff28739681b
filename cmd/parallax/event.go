package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
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
	var found []happening
	for _, h := range r.events {
		if strings.HasPrefix(h.event.ID, id) {
			found = append(found, h)
		}
	}
	switch len(found) {
	case 0:
		return happening{}, fmt.Errorf("no event %s: parallax events --json names them", id)
	case 1:
		return found[0], nil
	}
	return happening{}, fmt.Errorf("event %s: %d events begin like this: write more of the ID", id, len(found))
}

var errNoEvent = usageError{errors.New("no EVENT: parallax events --json names them")}
