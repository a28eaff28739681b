package group

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/claim"
)

func TestReasons(t *testing.T) {
	var docs []*claim.Document
	for _, r := range reports {
		if r.event == "kelm" {
			docs = append(docs, r.read(t))
		}
	}
	got := grouped(t, docs)
	if len(got) != 1 {
		t.Fatalf("%d groups", len(got))
	}
	why := Describe(SignAll(docs), got[0]).Why
	if len(why) < 2 || len(why) > 4 {
		t.Errorf("%d reasons: %q", len(why), why)
	}
	all := strings.Join(why, "\n")
	for _, want := range []string{"all name ", "Kelmstadt", "Rieke Ostendahl", "speak of ", "within 2 days, 4 May to 5 May 2021"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in %q", want, why)
		}
	}
}

func TestSharedNames(t *testing.T) {
	say := func(language, text string) *claim.Document {
		return claim.Read(&model.Article{Language: language, Text: text})
	}
	for _, tt := range []struct {
		name string
		docs []*claim.Document
		want []string
		all  bool
	}{
		{"ASCII before others", []*claim.Document{
			say("pl", "Wczoraj Zbigniew Wałdyński podał się do dymisji."), say("es", "El ministro Zbigniew Waldynski dimitió."), say("uk", "Учора міністр Валдинський пішов у відставку.")},
			[]string{"Zbigniew Waldynski"}, true},
		{"what English reports write", []*claim.Document{
			say("de", "Gestern sprach Dmitri Peskow. Dann schwieg Peskow."), say("de", "Heute sprach Peskow."), say("en", "Yesterday Peskov spoke.")},
			[]string{"Peskov"}, true},
		{"no name in common", []*claim.Document{say("en", "Yesterday Peskov spoke."), say("en", "Yesterday Merkel spoke.")}, nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, all := sharedNames(SignAll(tt.docs))
			if diff := cmp.Diff(tt.want, got); diff != "" || all != tt.all {
				t.Errorf("all %v; %s", all, diff)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for _, tt := range []struct {
		dates []string
		want  string
	}{
		{[]string{"2017-07-10", "2017-07-10?"}, "of the same day, 10 July 2017"},
		{[]string{"2017-07-10", "2017-07-12", ""}, "within 3 days, 10 July to 12 July 2017"},
		{[]string{"2017-12-31", "2018-01-01"}, "within 2 days, 31 December 2017 to 1 January 2018"},
		{[]string{"2017-07-10", "XXXX-07-10"}, "of the same day, 10 July"},
		{[]string{"XXXX-07-10", "XXXX-07-11"}, ""},
		{[]string{"2017-07-10", ""}, ""},
		{[]string{"2017-07", "2017-07"}, ""},
	} {
		var all []*Signature
		var members []int
		for i, d := range tt.dates {
			all, members = append(all, &Signature{Article: &model.Article{Date: date(t, d)}}), append(members, i)
		}
		if got := days(all, members); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.dates, got, tt.want)
		}
	}
}

func TestReadWeights(t *testing.T) {
	w, err := readWeights("# model\nname 1.5\n\nbias -2 \n")
	if err != nil || w[nameMean] != 1.5 || w[bias] != -2 {
		t.Errorf("got %v, %v", w, err)
	}
	for _, bad := range []string{"nmae 1", "name", "name one", "name 1 2"} {
		if _, err := readWeights("bias 1\n" + bad); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
	if slices.Index(measureNames[:], "") >= 0 || fitted()[bias] >= 0 {
		t.Error("a measure without a name, or a model that joins what has nothing in common")
	}
}
