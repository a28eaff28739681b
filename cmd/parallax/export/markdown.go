package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"parallax/model"
)

// Markdown writes an event for notes and repositories: the reports, the
// disagreements with both passages, then every row. Words that clash are bold.
func Markdown(w io.Writer, c model.Comparison) error {
	s := newSheet(c)
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n", escape(s.Title))
	for _, why := range s.Why {
		fmt.Fprintf(b, "%s\n\n", escape(why))
	}
	fmt.Fprint(b, "## Reports\n\n")
	for _, r := range s.Reports {
		fmt.Fprintf(b, "- **%s** (%s): %s\n", escape(r.Outlet), facts(r), linked(r))
	}
	fmt.Fprint(b, "\n## Conflicts\n\n")
	if len(s.Disputes) == 0 {
		fmt.Fprint(b, "None found.\n\n")
	}
	writeDisputes(b, s.Disputes)
	if len(s.Within) > 0 {
		fmt.Fprint(b, "## Within one report\n\n")
		writeDisputes(b, s.Within)
	}
	fmt.Fprint(b, "## Side by side\n\n")
	for _, r := range s.Rows {
		fmt.Fprintf(b, "### %s %s\n\n", r.Sign, r.Says)
		for _, p := range r.Cells {
			if p != nil {
				quote(b, p)
			}
		}
		for _, n := range r.Notes {
			fmt.Fprintf(b, "%s\n\n", escape(n))
		}
	}
	return b.Flush()
}

func writeDisputes(b *bufio.Writer, disputes []dispute) {
	for _, d := range disputes {
		fmt.Fprintf(b, "### %s, %s\n\n%s\n\n", d.Kind, d.Strength, escape(d.Why))
		for _, p := range d.Sides {
			quote(b, &p)
		}
		if d.Verdict != "" {
			fmt.Fprintf(b, "Verdict: %s. %s\n\n", d.Verdict, escape(d.Note))
		}
	}
}

// facts is what is known of a report besides its outlet and title.
func facts(r report) string {
	date := r.Date
	if date == "" {
		date = "no date"
	}
	return escape(r.Language) + ", " + date
}

func linked(r report) string {
	if r.URL == "" {
		return escape(r.Title)
	}
	return "[" + escape(r.Title) + "](<" + r.URL + ">)"
}

func quote(b *bufio.Writer, p *passage) {
	fmt.Fprintf(b, "> **%s:** ", escape(p.Outlet))
	for _, x := range p.Pieces {
		inner := strings.TrimSpace(x.Text)
		if !x.Marked || inner == "" {
			b.WriteString(escape(x.Text))
			continue
		}
		// Blanks inside of the asterisks would keep them from being bold.
		before, after, _ := strings.Cut(x.Text, inner)
		fmt.Fprintf(b, "%s**%s**%s", before, escape(inner), after)
	}
	b.WriteString("\n\n")
}

// escape keeps text from being read as markup, HTML and bare addresses included.
// What is markup only where a line begins is escaped there.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|~&@", r) || i == 0 && strings.ContainsRune("-+=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return addresses.Replace(b.String())
}

var addresses = strings.NewReplacer("://", `\://`, "www.", `www\.`)
