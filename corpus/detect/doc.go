// Package detect tells language, outlet and date of a text by what it and the
// page around it say.
//
// Invariants: the same clues give the same answer; a date that is not sure is
// marked as uncertain and a part that is unknown stays so; where nothing is said,
// nothing is answered. Names of agencies and what sets languages apart are data.
//
// It must not import ui, or any package of corpus but decode.
package detect
