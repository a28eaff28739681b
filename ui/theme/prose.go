package theme

import "charm.land/glamour/v2/ansi"

// Prose is the style of an article's page for Glamour: the headline strong,
// what is known of the article set apart, the text as the terminal shows text.
func (t Theme) Prose() ansi.StyleConfig {
	yes := true
	style := ansi.StyleConfig{
		Strong: ansi.StylePrimitive{Bold: &yes},
		Emph:   ansi.StylePrimitive{Italic: &yes},
	}
	if t.name != "mono" {
		grey := "8"
		style.Emph = ansi.StylePrimitive{Color: &grey}
	}
	return style
}
