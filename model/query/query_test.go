package query

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/model"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	day := func(y, m, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		in   string
		want Query
	}{
		{"", Query{}},
		{"  fire  ", Query{Words: []string{"fire"}}},
		{"火\u3000風", Query{Words: []string{"火", "風"}}},
		{`lang:de language:FR outlet:"Le Monde" Outlet:TASS`, Query{Languages: []string{"de", "fr"}, Outlets: []string{"Le Monde", "TASS"}}},
		{"since:2017-07-01 until:2017-08", Query{Since: day(2017, 7, 1), Until: day(2017, 8, 0)}},
		{"since:2017-07-01T10:00Z", Query{Since: day(2017, 7, 1)}},
		{"since:2017-07 until:2017-07", Query{Since: day(2017, 7, 0), Until: day(2017, 7, 0)}},
		{"date:2017-07", Query{Since: day(2017, 7, 0), Until: day(2017, 7, 0)}},
		{"date:?", Query{Unsure: true}},
		{"verdict:confirmed verdict:OPEN", Query{Verdicts: []model.Verdict{model.Confirmed, model.Open}}},
		{"kind:quantity kind:Date", Query{Kinds: []model.Kind{model.Quantity, model.When}}},
		{`"two words" fähre "lang:de" elec*`, Query{Words: []string{"two words", "fähre", "lang:de", "elec*"}}},
		{`-fire -"two words" -lang:de -outlet:tass`, Query{Without: Without{Languages: []string{"de"}, Outlets: []string{"tass"}, Words: []string{"fire", "two words"}}}},
		{`"-5" covid-19`, Query{Words: []string{"-5", "covid-19"}}},
		{`a"b c"d`, Query{Words: []string{"ab cd"}}},
	} {
		got, err := Parse(tt.in)
		if err != nil {
			t.Errorf("%q: %v", tt.in, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.in, diff)
		}
	}
}

func TestParseFaults(t *testing.T) {
	for _, tt := range []struct {
		in      string
		column  int
		problem string
	}{
		{"fähre from:x", 7, `unknown "from:"`},
		{"lang:", 1, `nothing after "lang:"`},
		{`outlet:""`, 1, `nothing after "outlet:"`},
		{"a lang:d/e", 3, `"d/e" is no language`},
		{"a since:yesterday", 3, `"yesterday" is no date`},
		{"until:XXXX-07", 1, "is no date"},
		{"until:2017-XX-05", 1, "is no date"},
		{"a since:2018 until:2017-12-31", 14, "until:2017-12-31 lies before since:2018"},
		{"火 kind:money", 3, "use one of quantity, date"},
		{"-since:2017", 1, "cannot be left out"},
		{"fire -", 6, "holds no letter or digit"},
		{"fire !!!", 6, "holds no letter or digit"},
		{`新 outlet:"Le Monde`, 3, "a quotation mark is open"},
	} {
		_, err := Parse(tt.in)
		var fault *Error
		if !errors.As(err, &fault) || fault.Column != tt.column || !strings.Contains(err.Error(), tt.problem) {
			t.Errorf("%q: %v, want column %d, %q", tt.in, err, tt.column, tt.problem)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`lang:de "x`, "since:2017-13-01", ":::", `a"b"c d:e`, "\xff:x", `-"a:b" -outlet:"x y"`, "date:? kind:cause *", "火 \u200dx ½"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		var fault *Error
		if err != nil {
			if !errors.As(err, &fault) || fault.Column < 1 || fault.Column > utf8.RuneCountInString(s)+1 {
				t.Errorf("%q: %v", s, err)
			}
			return
		}
		again, err := Parse(q.String())
		if err != nil {
			t.Fatalf("%q gives %q: %v", s, q, err)
		}
		if diff := cmp.Diff(q, again); diff != "" {
			t.Errorf("%q gives %q (-want +got):\n%s", s, q, diff)
		}
	})
}
