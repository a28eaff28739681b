//go:build fit

package group

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, wd := range storyWorlds(readStories(t, *translatedFile), 3) {
		if wd.name != os.Getenv("WORLD") {
			continue
		}
		gold := map[int]int{}
		for e, ms := range wd.events {
			for _, m := range ms {
				gold[m] = e
			}
		}
		biggest := map[int]int{}
		gs := events(wd.docs, fitted())
		for _, g := range gs {
			c := map[int]int{}
			for _, m := range g.Members {
				c[gold[m]]++
				biggest[gold[m]] = max(biggest[gold[m]], c[gold[m]])
			}
			if len(c) > 1 {
				fmt.Println("JOINED", c)
				for e := range c {
					fmt.Println("     ", wd.docs[wd.events[e][0]].Article.ID, wd.docs[wd.events[e][0]].Article.Language, wd.docs[wd.events[e][0]].Article.Title)
				}
			}
		}
		lang := map[string]int{}
		for _, g := range gs {
			c := map[int]int{}
			for _, m := range g.Members {
				c[gold[m]]++
			}
			for _, m := range g.Members {
				if c[gold[m]] < biggest[gold[m]] {
					fmt.Println("APART", len(g.Members), wd.docs[m].Article.Language, wd.docs[m].Article.ID, wd.docs[m].Article.Title)
					lang[wd.docs[m].Article.Language]++
				}
			}
		}
		fmt.Println(lang)
	}
}
