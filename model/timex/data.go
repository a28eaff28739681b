package timex

import (
	"strconv"
	"strings"

	"parallax/model/lexicon/cldr"
)

// read takes in a data file. A line is "class arguments: form | form"; what each
// class takes is in data/README.md. Lines that cannot be read are left out: a
// test reads every file strictly.
func (x *lexicon) read(data string) {
	for line := range strings.Lines(data) {
		x.readLine(strings.TrimSpace(line))
	}
}

// readLine reports whether the line could be read.
func (x *lexicon) readLine(line string) bool {
	if line == "" || line[0] == '#' {
		return true
	}
	head, forms, ok := strings.Cut(line, ": ")
	args := strings.Fields(head)
	if !ok || len(args) == 0 {
		return false
	}
	switch args[0] {
	case "prefix":
		for form := range strings.SplitSeq(forms, " | ") {
			x.prefixes = append(x.prefixes, foldWord(strings.TrimSpace(form), x.turkish))
		}
		return true
	case "compound":
		for form := range strings.SplitSeq(forms, " | ") {
			x.joiners = append(x.joiners, strings.Trim(form, " ~"))
		}
		return true
	case "particle":
		for form := range strings.SplitSeq(forms, " | ") {
			x.particles += strings.TrimSpace(form)
		}
		return true
	case "futureending":
		for form := range strings.SplitSeq(forms, " | ") {
			x.futures = append(x.futures, strings.TrimSpace(form))
		}
		return true
	}
	s, ok := readSense(args)
	if !ok {
		return false
	}
	for form := range strings.SplitSeq(forms, " | ") {
		x.addForms(strings.TrimSpace(form), s)
	}
	return true
}

// addForms adds a form after opening its first braces: "понедельник{,а,у}".
func (x *lexicon) addForms(form string, s sense) {
	open := strings.IndexByte(form, '{')
	if open < 0 {
		if (s.class == cMonth || s.class == cWeekday) && !s.anyCase {
			caseOf(form, &s)
		}
		if s.class == cUnit && !s.anyCase {
			s.plural, s.singular = s.plural || x.plurals[form], x.singulars[form]
		}
		x.add(form, s)
		return
	}
	shut := open + strings.IndexByte(form[open:], '}')
	if shut < open {
		return
	}
	for choice := range strings.SplitSeq(form[open+1:shut], ",") {
		x.addForms(form[:open]+choice+form[shut+1:], s)
	}
}

func readSense(args []string) (sense, bool) {
	s := sense{class: classNames[args[0]]}
	known := s.class != cNone
	for _, arg := range args[1:] {
		known = s.argument(arg) && known
	}
	return s, known
}

// argument takes one word of the head of a line: a number, unit, part, bound or
// mark; each kind of word goes to the one field that it can mean.
func (s *sense) argument(arg string) bool {
	if n, err := strconv.ParseFloat(arg, 64); err == nil {
		s.value, s.count = int(n), n
		return true
	}
	switch arg {
	case "before":
		if s.class == cLead {
			s.bound = Before
			return true
		}
		s.side = before
	case "after":
		if s.class == cLead {
			s.bound = After
			return true
		}
		s.side = after
	case "short":
		s.weak, s.short = true, true
	case "plural":
		s.plural = true
	case "any":
		s.anyCase = true
	case "weak":
		s.weak = true
	case "caps":
		s.caps = true
	case "lower":
		s.lower = true
	case "last":
		s.hasDir, s.dir = true, -1
	case "this":
		s.hasDir = true
	case "next":
		s.hasDir, s.dir = true, 1
	case "since", "until":
		s.bound = Bound(arg)
	case "morning", "noon", "afternoon", "evening", "night":
		if s.class == cUnit || s.class == cLength {
			s.unit = Nights
			return true
		}
		s.part = Part(arg)
	default:
		if daysIn(Unit(arg)) == 0 {
			return false
		}
		s.unit = Unit(arg)
	}
	return true
}

// termClass is what each kind of CLDR term means. "Last Monday" is left out: some
// languages mean by it the Monday of last week and others the latest one, and the
// words of the data say which.
var termClass = map[cldr.TermKind]sense{
	cldr.Month: {class: cMonth}, cldr.MonthAbbr: {class: cMonth, weak: true, short: true},
	cldr.Weekday: {class: cWeekday}, cldr.WeekdayAbbr: {class: cWeekday, weak: true, short: true},
	cldr.Jalali: {class: cJalali}, cldr.Hijri: {class: cHijri}, cldr.Quarter: {class: cQuarter},
	cldr.AM: {class: cHalf}, cldr.PM: {class: cHalf, count: 12},
	cldr.Morning: {class: cPart, part: Morning}, cldr.Noon: {class: cPart, part: Noon},
	cldr.Afternoon: {class: cPart, part: Afternoon}, cldr.Evening: {class: cPart, part: Evening},
	cldr.Night: {class: cPart, part: Night}, cldr.Midnight: {class: cPart, part: Night},
	cldr.RelDay: {class: cDay}, cldr.RelWeek: {class: cRel, unit: Week}, cldr.RelMonth: {class: cRel, unit: Month},
	cldr.RelYear: {class: cRel, unit: Year}, cldr.RelQuarter: {class: cRel, unit: Quarter},
	cldr.UnitDay: {class: cUnit, unit: Day}, cldr.UnitWeek: {class: cUnit, unit: Week},
	cldr.UnitMonth: {class: cUnit, unit: Month}, cldr.UnitYear: {class: cUnit, unit: Year},
	cldr.UnitHour: {class: cUnit, unit: Hour}, cldr.UnitMinute: {class: cUnit, unit: Minute},
	cldr.UnitSecond: {class: cUnit, unit: Second}, cldr.UnitQuarter: {class: cUnit, unit: Quarter},
	cldr.UnitDecade: {class: cUnit, unit: Decade}, cldr.UnitCentury: {class: cUnit, unit: Century},
	cldr.UnitNight: {class: cUnit, unit: Nights},
}

// unitNumbers are the forms of units that follow two or more and never one, and
// those that follow one and never two, in languages that tell the two apart.
func unitNumbers(terms []cldr.Term) (plurals, singulars map[string]bool) {
	one, many := map[string]bool{}, map[string]bool{}
	for _, term := range terms {
		if termClass[term.Kind].class != cUnit {
			continue
		}
		if term.Value == 1 {
			one[term.Text] = true
		} else {
			many[term.Text] = true
		}
	}
	if len(one) == 0 {
		return nil, nil
	}
	for form := range one {
		if many[form] {
			delete(many, form)
			delete(one, form)
		}
	}
	return many, one
}

// addTerm adds what CLDR calls a thing.
func (x *lexicon) addTerm(term cldr.Term) {
	s, ok := termClass[term.Kind]
	text := strings.TrimSuffix(term.Text, ".")
	if !ok || text == "" || len(text) < 2 {
		return
	}
	s.value = term.Value
	if s.class == cUnit {
		s.value, s.plural, s.singular = 0, x.plurals[text], x.singulars[text]
	}
	if s.class == cMonth || s.class == cWeekday {
		caseOf(text, &s)
		s.caps = s.short && s.usualCap // "So." is Sunday, "so" is not
		s.usualCap = s.usualCap && !s.weak
	}
	if s.class <= cHijri && digitOf(rune(text[0])) >= 0 {
		return // Chinese, Japanese, Korean: a number and a mark
	}
	if s.class == cHalf {
		s.value = int(s.count)
	}
	if s.class == cWeekday && s.weak && isUnspaced([]rune(text)[0]) && len([]rune(text)) == 1 {
		s.class = cWeekdaySign
	}
	x.add(text, s)
}
