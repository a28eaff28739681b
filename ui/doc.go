// Package ui is the reader on the terminal. [App] is the only tea.Model; the
// screens are plain structs in ui/screen, and every key is a name of an action
// in ui/keys that is looked up in a table of functions here.
//
// The package asks for what it shows through [Desk]. It must not import corpus
// or cmd.
package ui
