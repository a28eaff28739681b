package clean

import (
	"strings"
	"testing"

	"parallax/corpus/decode"
)

func TestTornPages(t *testing.T) {
	menu := strings.Repeat("Home\nPolitics\nSports\nAbout us\ncontact us\nlogin\n", 4)
	for _, c := range []struct{ name, page, want string }{
		{"links", "Minister resigns over dam contract\nThe minister resigned on Monday after\nThe Daily Herald\nreported that\na contract\n, worth 3 million euros, had gone to his brother.\nOn Tuesday the\nministry\n, in a statement, said the contract was\nbeing reviewed\n.",
			"The minister resigned on Monday after The Daily Herald reported that a contract, worth 3 million euros, had gone to his brother.\n\nOn Tuesday the ministry, in a statement, said the contract was being reviewed."},
		{"nouns with capitals", "Brücke über die Elbe gesperrt\nSeit Montag ist die Brücke gesperrt, weil\nRisse\n, die seit Jahren bekannt sind, größer geworden sind.\nVorausgegangen war ein\nUnfall in Meißen\n, bei dem ein Lastwagen ein Geländer durchbrach.",
			"Seit Montag ist die Brücke gesperrt, weil Risse, die seit Jahren bekannt sind, größer geworden sind.\n\nVorausgegangen war ein Unfall in Meißen, bei dem ein Lastwagen ein Geländer durchbrach."},
	} {
		drafts := Page(decode.Page{Text: menu + c.page + "\n", Raw: true}, nil)
		if len(drafts) != 1 {
			t.Fatalf("%s: %d articles, want 1", c.name, len(drafts))
		}
		if got := strings.Join(drafts[0].Paragraphs, "\n\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

func TestMendLeavesLists(t *testing.T) {
	const page = "Recipes, tips\nsoups and salads\n, 3\ncontact us\n; see also\nlogin now\n"
	lines := split(strings.Repeat(page, 4))
	classify(lines, "en")
	if got := mend(lines); len(got) != len(lines) {
		t.Errorf("%d lines of menus became %d", len(lines), len(got))
	}
}
