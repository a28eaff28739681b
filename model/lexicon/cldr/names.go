package cldr

var (
	territories     = table("territories")
	languages       = table("languages")
	currencies      = table("currencies")
	currencySymbols = table("symbols")
	units           = table("units")
)

// Territories lists the names of countries and regions in a language: short,
// long and variant names, the usual one of each code first. The code is ISO
// 3166 alpha-2, or UN M.49 (three digits) for a continent or region.
func Territories(lang string) []Name { return territories(lang) }

// LanguageNames lists the names of languages in a language, the usual one of
// each code first. The code is BCP 47.
func LanguageNames(lang string) []Name { return languages(lang) }

// Currencies lists the names of currencies in a language, with the forms that
// follow a number ("US dollars"). The code is ISO 4217. Currencies that went out
// of use before 1990 are left out.
func Currencies(lang string) []Name { return currencies(lang) }

// CurrencySymbols lists the signs of currencies as a language writes them
// ("US$", "Rp"). One sign may stand for several currencies ("$").
func CurrencySymbols(lang string) []Name { return currencySymbols(lang) }

// Units lists the names and abbreviations of units of measure in a language, in
// every number and case that CLDR has. The code is the CLDR unit
// ("length-kilometer").
func Units(lang string) []Name { return units(lang) }
