// Package clean turns a page into drafts of the articles that it holds: it tells
// headlines and paragraphs from menus, clocks, share lines, captions, lists of
// other articles and comments, and parts the posts of a blog page.
//
// A line is judged by what it is (its length, whether it ends as a sentence does,
// what stands around it, whether sibling pages repeat it) together with the words
// that such lines begin with in many languages, which are data.
//
// Invariants: nothing is invented, every paragraph is made of whole lines of the
// page in their order; the same page and the same Repeats give the same drafts.
//
// It must not import ui, or any package of corpus but decode and detect.
package clean
