package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"parallax/model"
)

const idLen = 12 // hex digits

// number counts the articles of each source from 1.
func number(articles []model.Article) {
	parts := map[string]int{}
	for i := range articles {
		a := &articles[i]
		parts[a.Source]++
		a.Part = parts[a.Source]
	}
}

// identify gives every article an ID: the one of its source where no other article
// has the same, else one made from source and text.
func identify(articles []model.Article) {
	uses := map[string]int{}
	for i := range articles {
		uses[articles[i].ID]++
	}
	taken := map[string]bool{}
	for i := range articles {
		if a := &articles[i]; a.ID != "" && uses[a.ID] == 1 {
			taken[a.ID] = true
		}
	}
	for i := range articles {
		a := &articles[i]
		if a.ID != "" && uses[a.ID] == 1 {
			continue
		}
		a.ID = made(a, "")
		for n := 2; taken[a.ID]; n++ {
			a.ID = made(a, strconv.Itoa(n))
		}
		taken[a.ID] = true
	}
}

// made is an ID from source and text, the same in every run.
func made(a *model.Article, salt string) string {
	sum := sha256.Sum256([]byte(a.Source + "\x00" + salt + "\x00" + a.Text))
	return hex.EncodeToString(sum[:])[:idLen]
}
