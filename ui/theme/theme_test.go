package theme

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var colour = regexp.MustCompile(`\x1b\[[0-9;]*\b(3|4|9|10)[0-9]\b`)

func TestMonoHasNoColour(t *testing.T) {
	mono, err := New("mono")
	if err != nil {
		t.Fatal(err)
	}
	for role := range roles {
		if s := mono.Paint(role, "x"); colour.MatchString(s) {
			t.Errorf("role %d: %q", role, s)
		}
	}
	if mono.Paint(Mark, "x") == "x" || mono.Paint(MarkNow, "x") == mono.Paint(Mark, "x") || mono.Paint(Mark, "x") == mono.Paint(Plain, "x") {
		t.Error("a conflict cannot be told without colour")
	}
}

// told lists the parameters of the sequence that begins a painted letter.
func told(painted string) []string {
	before, _, _ := strings.Cut(painted, "x")
	return strings.FieldsFunc(before, func(r rune) bool { return r == '\x1b' || r == '[' || r == ';' || r == 'm' })
}

func TestThemesAddColourToEmphasis(t *testing.T) {
	mono, _ := New("mono")
	for _, name := range Names() {
		th, err := New(name)
		if err != nil {
			t.Fatal(err)
		}
		for role := range roles {
			s := th.Paint(role, "x")
			for _, sgr := range told(mono.Paint(role, "x")) {
				if !slices.Contains(told(s), sgr) {
					t.Errorf("%s, role %d lost its emphasis %s: %q", name, role, sgr, s)
				}
			}
			if strings.Contains(s, "48;") || regexp.MustCompile(`\b4[0-7]m`).MatchString(s) {
				t.Errorf("%s, role %d paints a background: %q", name, role, s)
			}
		}
	}
}

func TestOn(t *testing.T) {
	auto, _ := New("")
	if auto.On(true).Name() != "dark" || auto.On(false).Name() != "light" {
		t.Error("auto does not follow the background")
	}
	mono, _ := New("mono")
	if mono.On(true).Name() != "mono" {
		t.Error("mono took on colour")
	}
	if _, err := New("pink"); err == nil || !strings.Contains(err.Error(), "auto, light, dark, mono") {
		t.Errorf("error = %v", err)
	}
}
