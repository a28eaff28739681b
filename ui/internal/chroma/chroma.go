// Package chroma stands in for the syntax highlighter that Glamour imports. It
// has the names that Glamour uses and highlights nothing.
package chroma

// TokenType is a class of token in source code.
type TokenType int

// The token types that Glamour styles.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries maps token types to descriptions of style.
type StyleEntries map[TokenType]string

// Style is a named set of styles.
type Style struct{ Name string }

// MustNewStyle returns a style of the name; the entries are not kept.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
