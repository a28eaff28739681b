package main

import (
	"strconv"
	"strings"
)

func (s source) numbers(locales []string) (*sheet, error) {
	out := newSheet()
	systems, err := s.open("cldr-core/supplemental/numberingSystems.json")
	if err != nil {
		return nil, err
	}
	for i, locale := range locales {
		n, err := s.main("cldr-numbers-full", locale, "numbers.json")
		if err != nil {
			return nil, err
		}
		n = n.at("numbers")
		if i == 0 {
			system := n.at("defaultNumberingSystem").text()
			symbols := n.at("symbols-numberSystem-" + system)
			out.lines = append(out.lines,
				"decimal\t"+symbols.at("decimal").text(),
				"group\t"+symbols.at("group").text(),
				"digits\t"+systems.at("supplemental", "numberingSystems", system, "_digits").text())
		}
		for _, system := range []string{n.at("defaultNumberingSystem").text(), "latn"} {
			compact(out, "long", n.at("decimalFormats-numberSystem-"+system, "long", "decimalFormat"))
			compact(out, "short", n.at("decimalFormats-numberSystem-"+system, "short", "decimalFormat"))
		}
	}
	return out, nil
}

// compact adds the words of the patterns: "1000000-count-other": "0 juta" gives
// "juta" with the exponent 6.
func compact(out *sheet, width string, patterns node) {
	for _, key := range patterns.keys() {
		number, _, _ := strings.Cut(key, "-")
		pattern := strings.ReplaceAll(patterns.at(key).text(), "'", "")
		shown := strings.Count(pattern, "0")
		word := strings.TrimSpace(strings.ReplaceAll(pattern, "0", ""))
		if shown > 0 && word != "" {
			out.add(width, strconv.Itoa(len(number)-shown), word)
		}
	}
}
