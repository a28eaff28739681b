package claim_test

import (
	"slices"
	"testing"

	"parallax/model/claim"
)

func TestMeanings(t *testing.T) {
	tests := []struct{ language, text, run, means string }{
		{"de", "Der Minister ist am Dienstag zurückgetreten.", "Minister", ""},
		{"de", "Der Minister ist am Dienstag zurückgetreten.", "zurückgetreten", "resign"},
		{"zh", "习近平周二在北京会见了法国总统。", "习近平", "Xi Jinping"},
		{"zh", "习近平周二在北京会见了法国总统。", "法国", "France"},
		{"zh", "习近平周二在北京会见了法国总统。", "总统", "president"},
		{"ru", "Суд приговорил его к пяти годам.", "Суд", "court"},
		{"ja", "首相は辞任した。", "首相", "prime minister"},
	}
	for _, tt := range tests {
		found := ""
		for _, m := range claim.Meanings(tt.text, tt.language, "en") {
			if m.Span.Of(tt.text) == tt.run {
				found = m.Words[0]
				if slices.Contains(m.Words, tt.means) {
					found = tt.means
				}
			}
		}
		if found != tt.means {
			t.Errorf("%s: %q means %q, want %q", tt.language, tt.run, found, tt.means)
		}
	}
}

func TestMeaningsOfHostileText(t *testing.T) {
	for _, text := range []string{"", "\xff\xfe", "\u202e\x1b[31m", "。。。"} {
		for _, m := range claim.Meanings(text, "zh", "en") {
			t.Errorf("%q: %v", text, m)
		}
	}
}
