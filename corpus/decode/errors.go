package decode

import (
	"errors"
	"fmt"

	"parallax/model/safe"
)

// The reasons for which an input is skipped, to be told apart with errors.Is.
var (
	// ErrMissing is a path that does not exist.
	ErrMissing = errors.New("no such file or folder: check the path")
	// ErrUnreadable is a path that exists and cannot be opened or read.
	ErrUnreadable = errors.New("cannot be read")
	// ErrEmpty is a file, folder or archive with nothing in it.
	ErrEmpty = errors.New("is empty")
	// ErrBinary is a file of a kind that holds no text.
	ErrBinary = errors.New("is not text")
	// ErrTooLarge is a page, record or file beyond a limit.
	ErrTooLarge = errors.New("is too large")
	// ErrNoArticle is a well-formed input in which no article was found.
	ErrNoArticle = errors.New("holds no article")
	// ErrDamaged is an input that breaks the rules of its format.
	ErrDamaged = errors.New("is damaged")
)

// tooLarge says that what exceeds the option MaxFile.
func tooLarge(what string, limit int64) error {
	return fmt.Errorf("%s %w: more than %s; split it or raise the limit with --max-file", what, ErrTooLarge, size(limit))
}

// damaged wraps the complaint of a parser, cut to one harmless line; a limit
// stays what it is.
func damaged(cause error) error {
	if errors.Is(cause, ErrTooLarge) {
		return cause
	}
	return fmt.Errorf("%w: %s", ErrDamaged, brief(cause))
}

func brief(err error) string {
	s := safe.Field(err.Error())
	if len(s) > maxReason {
		s = safe.Field(s[:maxReason]) + "…"
	}
	return s
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
