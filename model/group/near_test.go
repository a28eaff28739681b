package group

import (
	"testing"

	"parallax/model"
)

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		lo, hi float64
	}{
		{"2017-07-10", "2017-07-10", 1, 1},
		{"2017-07-10", "2017-07-11", 0.9, 0.99},
		{"2017-07-10", "2017-07-20", 0.01, 0.1},
		{"2017-07-10", "2017-07-21", 0, 0},
		{"2017-12-31", "2018-01-01", 0.9, 0.99},
		{"2017-07-10", "", 1, 1},
		{"", "", 1, 1},
		{"2017-07-10", "XXXX-07-10", 1, 1},
		{"2017-07-10", "XXXX-07-11", 0.9, 0.99},
		{"XXXX-12-31", "XXXX-01-01", 0.9, 0.99},
		{"XXXX-12-07", "XXXX-07-10", 0, 0},
		{"2017", "2018-03-01", 0, 0},
		{"2017", "2017-03-01", 1, 1},
		{"2017-03", "2017-03-20", 1, 1},
		{"2017-03", "2017-06-20", 0, 0},
	} {
		x, y := date(t, tt.a), date(t, tt.b)
		if got := near(x, y); got < tt.lo || got > tt.hi || got != near(y, x) {
			t.Errorf("near(%q, %q) = %.3f, and %.3f the other way; want %.2f to %.2f", tt.a, tt.b, got, near(y, x), tt.lo, tt.hi)
		}
	}
}

func date(t *testing.T, s string) model.Date {
	t.Helper()
	if s == "" {
		return model.Date{}
	}
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
