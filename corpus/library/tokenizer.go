package library

import (
	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"parallax/model/query"
)

func registerTokenizer(db *sqlite3.Conn) error {
	return fts5.RegisterCustom(db, func(api *fts5.API) error {
		return api.CreateTokenizer("parallax", func([]string) (fts5.Tokenizer, error) { return tokenizer{}, nil })
	})
}

// tokenizer lets FTS5 see the words that [query.Tokens] sees.
type tokenizer struct{}

// Tokenize implements [fts5.Tokenizer].
func (tokenizer) Tokenize(flags fts5.TokenizeFlag, text, _ string, token fts5.TokenCallback) error {
	var err error
	query.Tokens(text, flags&fts5.TOKENIZE_QUERY != 0, func(t query.Token) bool {
		var beside fts5.TokenFlag
		if t.Beside {
			beside = fts5.TOKEN_COLOCATED
		}
		err = token(beside, t.Text, t.Start, t.End)
		return err == nil
	})
	return err
}
