package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"parallax/ui/keys"
)

//go:embed topics/*.txt
var topicTexts embed.FS

// topics are what can be looked up besides the verbs, in the order in which
// people are shown them; that of the keys is made from their table.
var topics = []struct{ name, short string }{
	{"query", "How to say which articles are asked for"},
	{"dates", "How dates are written and what they rest on"},
	{"kinds", "What is a conflict and what is none"},
	{"formats", "What can be read"},
	{"keys", "The keys of the reader"},
	{"scripts", "JSON, exit status and environment"},
	{"privacy", "What is kept, and what leaves the machine: nothing"},
}

// addTopics gives the root its help topics: commands that do nothing but explain.
func addTopics(root *cobra.Command) {
	var list strings.Builder
	for _, t := range topics {
		fmt.Fprintf(&list, "\n  %-9s %s", t.name, t.short)
		c := &cobra.Command{Use: t.name, Short: t.short, Hidden: true}
		c.SetHelpFunc(func(c *cobra.Command, _ []string) { c.Println(topicText(t.name)) })
		root.AddCommand(c)
	}
	root.Long += "\n\nparallax help TOPIC explains:\n" + list.String()
}

func topicText(name string) string {
	if name == "keys" {
		return keyTopic()
	}
	text, err := topicTexts.ReadFile("topics/" + name + ".txt")
	if err != nil {
		panic(err) // a topic without its file cannot be built: the tests read each
	}
	return strings.TrimSpace(string(text))
}

func keyTopic() string {
	var b strings.Builder
	for _, s := range []struct {
		name  string
		place keys.Place
	}{{"In the list", keys.Browse}, {"Side by side", keys.Event}, {"In an article", keys.Article}} {
		fmt.Fprintf(&b, "%s\n", s.name)
		for _, k := range keys.Default().On(s.place) {
			fmt.Fprintf(&b, "  %-22s %s\n", strings.Join(k.Keys, " "), k.Does)
		}
		b.WriteByte('\n')
	}
	b.WriteString("parallax config shows how to change them.")
	return b.String()
}
