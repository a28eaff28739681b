package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// doubled encodes a text twice, as a program does that reads UTF-8 as Windows-1252.
func doubled(s string) string {
	var b strings.Builder
	for i := range len(s) {
		r := charmap.Windows1252.DecodeByte(s[i])
		if r == '\uFFFD' {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestMendTwice(t *testing.T) {
	for _, want := range []string{
		"Für die Gäste gehören Übernachtung und „Frühstück“ dazu – für 80 €.",
		"L’été dernier, la société a été créée à Orléans ; voilà.",
		"Президент сказал, что переговоры начнутся завтра.",
		"Ο πρωθυπουργός δήλωσε ότι θα μεταβεί στην Αθήνα.",
		"世界卫生组织星期一说，疫情仍在蔓延。",
		"المتحدث باسم الوزارة قال إن القتلى خمسة",
		"नेपाल में भूकंप से पाँच लोग मारे गए",
		"Łódź, Gdańsk i Kraków świętują rocznicę.",
	} {
		if got := mendTwice(doubled(want)); got != want {
			t.Errorf("mendTwice(%q) = %q, want %q", doubled(want), got, want)
		}
		if got := mendTwice(want); got != want {
			t.Errorf("mendTwice(%q) = %q, want it unchanged", want, got)
		}
	}
}

func TestMendTwiceKeeps(t *testing.T) {
	for _, text := range []string{
		"„Spaß“ und „Gruß“ und „Fuß“ und „Maß“ stehen in Anführungszeichen.",
		"“CAFÉ” “OLÉ” “ALLÉ” “CANAPÉ” “DÉJÀ…” «SOCIÉTÉ»",
		"O SÃO de hoje é SÃO e NÃO é NÃO – POSIÇÃO”, IRMÃ”, MAÇÃ”, MANHû disse.",
		"AMANHÃ SEM IRMÃ E SEM MAÇÃ OU LÃ E TODA MANHÃ A AVELÃ E A ROMÃ",
		"ÅÄÖ” ÄÄNI… ÎLE” ÑANDÚ”",
		"plain text without any of it",
	} {
		if got := mendTwice(text); got != text {
			t.Errorf("mendTwice(%q) = %q, want it unchanged", text, got)
		}
	}
	mixed := doubled("für Gäste, größer als früher") + "\nWürmer für die Kiste\n"
	if got, want := mendTwice(mixed), "für Gäste, größer als früher\nWürmer für die Kiste\n"; got != want {
		t.Errorf("mendTwice(%q) = %q, want %q", mixed, got, want)
	}
	if got, want := mendTwice("voilÃ la fÃªte Ã OrlÃ©ans, dÃ©jÃ prÃªte Ã tout"), "voilà la fête à Orléans, déjà prête à tout"; got != want {
		t.Errorf("with breaking spaces: %q, want %q", got, want)
	}
}
