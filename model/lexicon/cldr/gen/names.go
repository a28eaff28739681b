package main

import "strings"

// firstYear is the first year a currency must have been in use to be listed:
// news of the web speaks of those.
const firstYear = "1990"

func (s source) territories(locales []string) (*sheet, error) {
	out := newSheet()
	for _, locale := range locales {
		n, err := s.main("cldr-localenames-full", locale, "territories.json")
		if err != nil {
			return nil, err
		}
		names := n.at("localeDisplayNames", "territories")
		for _, key := range names.keys() {
			if key != "ZZ" && key != "XA" && key != "XB" {
				out.add(code(key), names.at(key).text())
			}
		}
	}
	return out, nil
}

func (s source) languages(locales []string) (*sheet, error) {
	out := newSheet()
	for _, locale := range locales {
		n, err := s.main("cldr-localenames-full", locale, "languages.json")
		if err != nil {
			return nil, err
		}
		names := n.at("localeDisplayNames", "languages")
		for _, key := range names.keys() {
			menu := strings.Contains(key, "menu") // "Kurdish, Central": an order of a menu, not a name
			if c := code(key); !menu && c != "und" && c != "mul" && c != "zxx" {
				out.add(c, names.at(key).text())
			}
		}
	}
	return out, nil
}

func (s source) currencies(locales []string, tender map[string]bool) (*sheet, error) {
	return s.money(locales, tender, "displayName")
}

func (s source) symbols(locales []string, tender map[string]bool) (*sheet, error) {
	return s.money(locales, tender, "symbol")
}

func (s source) money(locales []string, tender map[string]bool, prefix string) (*sheet, error) {
	out := newSheet()
	for _, locale := range locales {
		n, err := s.main("cldr-numbers-full", locale, "currencies.json")
		if err != nil {
			return nil, err
		}
		list := n.at("numbers", "currencies")
		for _, iso := range list.keys() {
			for _, key := range list.at(iso).keys() {
				if text := list.at(iso, key).text(); tender[iso] && strings.HasPrefix(key, prefix) && text != iso {
					out.add(iso, text)
				}
			}
		}
	}
	return out, nil
}

// tender is the set of currencies in use since firstYear.
func (s source) tender() (map[string]bool, error) {
	n, err := s.open("cldr-core/supplemental/currencyData.json")
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	regions := n.at("supplemental", "currencyData", "region")
	for _, region := range regions.keys() {
		list, _ := regions.at(region).value.([]any)
		for _, entry := range list {
			e := node{entry}
			for _, iso := range e.keys() {
				to := e.at(iso, "_to").text()
				if e.at(iso, "_tender").text() != "false" && (to == "" || to >= firstYear) {
					used[iso] = true
				}
			}
		}
	}
	return used, nil
}

// measures are the groups of units that news texts count in; duration is part of
// the dates.
var measures = []string{"area-", "length-", "mass-", "volume-", "temperature-", "speed-", "power-", "energy-", "pressure-", "digital-"}

func (s source) units(locales []string) (*sheet, error) {
	out := newSheet()
	for _, locale := range locales {
		n, err := s.main("cldr-units-full", locale, "units.json")
		if err != nil {
			return nil, err
		}
		for _, width := range []string{"long", "short"} {
			group := n.at("units", width)
			for _, unit := range group.keys() {
				for _, prefix := range measures {
					if strings.HasPrefix(unit, prefix) {
						unitForms(out, unit, group.at(unit))
					}
				}
			}
		}
	}
	return out, nil
}

// unitForms adds what stands beside the number in every pattern of a unit.
func unitForms(out *sheet, name string, unit node) {
	for _, key := range unit.keys() {
		if !strings.Contains(key, "-count-") {
			continue
		}
		before, after, _ := strings.Cut(unit.at(key).text(), "{0}")
		if strings.TrimSpace(before) == "" {
			out.add(name, after)
		} else if strings.TrimSpace(after) == "" {
			out.add(name, before)
		}
	}
}
