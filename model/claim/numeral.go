package claim

import "parallax/model/lexicon"

// numerals are the figures of Chinese characters, which Japanese shares, in plain
// and in formal writing.
var numerals = map[string]float64{
	"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
	"壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
	"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12,
}

// isNumeral reports whether the word is a figure of that kind.
func isNumeral(word string) (float64, bool) {
	v, ok := numerals[word]
	return v, ok
}

// numeralRun reads a number of at least two such figures that begins at word i;
// ok is false where there is none. A last figure right after a scale counts tenths
// of it: "一万三" is 13,000.
func (s *Sentence) numeralRun(i int, lang *lexicon.Language) (n number, ok bool) {
	if lang.Spaced {
		return number{}, false
	}
	var parts []float64
	scales := 0
	for n.to = i; n.to < len(s.Words); n.to++ {
		w := &s.Words[n.to]
		v, is := isNumeral(w.Text)
		if !is || n.to > i && (w.Token.Gap || s.Words[n.to-1].Span.End != w.Span.Start) {
			break
		}
		if v >= 10 {
			scales++
		}
		parts = append(parts, v)
	}
	if len(parts) < 2 || scales == 0 {
		return number{}, false
	}
	if k := len(parts) - 1; parts[k] > 0 && parts[k] < 10 && parts[k-1] >= 100 {
		parts[k] *= parts[k-1] / 10
	}
	n.value, n.words = composeNumerals(parts), true
	return n, true
}

// composeNumerals makes one value of figures and scales.
func composeNumerals(parts []float64) float64 {
	total, section, current := 0.0, 0.0, 0.0
	for _, v := range parts {
		switch {
		case v >= 10000:
			total, section, current = total+max(section+current, 1)*v, 0, 0
		case v >= 10 && isPower(v):
			section, current = section+max(current, 1)*v, 0
		default:
			current += v
		}
	}
	return total + section + current
}
