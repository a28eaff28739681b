package ui_test

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

// recorder is an outside that only notes what it is asked to do.
type recorder struct {
	did  []string
	fail error
}

func (r *recorder) note(what string) error {
	r.did = append(r.did, what)
	return r.fail
}

func (r *recorder) Copy(text string) error      { return r.note("copy " + text) }
func (r *recorder) Browse(address string) error { return r.note("browse " + address) }

func (r *recorder) Pager(text string) (*exec.Cmd, error) {
	return exec.Command("true"), r.note("page " + text)
}

func (r *recorder) Editor(text string) (*exec.Cmd, func(), error) {
	return exec.Command("true"), func() {}, r.note("edit " + text)
}

func (r *recorder) Export(_ context.Context, c model.Comparison, _ bool, file string) error {
	return r.note("export " + c.Event.ID + " to " + file)
}

func (r *recorder) ExportName(c model.Comparison) string { return c.Event.ID + ".html" }

func outsideStage(t *testing.T, r *recorder) *stage {
	t.Helper()
	o := ui.Options{Event: "ferry"}
	if r != nil {
		o.Outside = r
	}
	return newStage(t, newsroom.New(), 100, 30, o)
}

func TestOutside(t *testing.T) {
	for _, tt := range []struct {
		keys      []string
		did, says string
	}{
		{[]string{"e", "enter"}, "export ferry to ferry.html", "wrote ferry.html"},
		{[]string{"y"}, "copy “", "copied the sentence from"},
		{[]string{"R"}, "copy “Twelve dead after fire", "copied the row, 4 outlets"},
		{[]string{"P"}, "page ", ""},
		{[]string{"E"}, "edit ", ""},
	} {
		r := &recorder{}
		s := outsideStage(t, r)
		s.press(tt.keys...)
		if len(r.did) != 1 || !strings.HasPrefix(r.did[0], tt.did) {
			t.Errorf("%v did %q, want %q", tt.keys, r.did, tt.did)
		}
		if !strings.Contains(s.plainScreen(), tt.says) {
			t.Errorf("%v does not say %q\n%s", tt.keys, tt.says, s.plainScreen())
		}
		// What fails is said, and the reader goes on.
		r.fail = errors.New("no luck")
		s.press(tt.keys...)
		if !strings.Contains(s.plainScreen(), "no luck") {
			t.Errorf("%v does not say what failed\n%s", tt.keys, s.plainScreen())
		}
	}
}

func TestOnlyAddressesOfTheWebAreOpened(t *testing.T) {
	for address, opened := range map[string]bool{
		"https://herald.example/1": true, "http://herald.example/?a=1&b=2": true,
		"": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "-h": false, "https://": false,
		"https://herald.example/\x1b]52;c;eA==\x07": true, "https://herald.example/ --help": true,
	} {
		desk := newsroom.New()
		for _, c := range desk.Events {
			for i := range c.Articles {
				c.Articles[i].URL = address
			}
		}
		r := &recorder{}
		s := newStage(t, desk, 100, 30, ui.Options{Event: "ferry", Outside: r})
		s.press("B")
		if got := len(r.did) > 0; got != opened {
			t.Errorf("%q: opened %q", address, r.did)
		}
		for _, d := range r.did {
			if strings.ContainsAny(strings.TrimPrefix(d, "browse "), " \x1b\x07") || !strings.HasPrefix(d, "browse http") {
				t.Errorf("%q is handed on as %q", address, d)
			}
		}
	}
}

func TestWithoutOutsideNothingHappens(t *testing.T) {
	s := outsideStage(t, nil)
	for _, k := range []string{"e", "B", "P", "E"} {
		s.press(k)
		if !strings.Contains(s.plainScreen(), "not possible here") {
			t.Errorf("%s says nothing\n%s", k, s.plainScreen())
		}
	}
}
