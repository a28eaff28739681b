// Package group finds which articles report the same event. Articles arrive as
// a stream, ordered by date; each joins the event it is most like, where names
// and topic both agree, or begins a new one. Time prunes, it proves nothing.
//
// Invariants: the result does not depend on the order in which articles are
// given; the cost is near linear, as only articles that share a rare feature
// are compared.
//
// It must not import ui, corpus, cmd, align or conflict.
package group
