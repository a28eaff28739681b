package main

import (
	"context"
	"time"

	"parallax/model"
	"parallax/ui"
)

// quickly is how long the reader waits for what it opens before it shows itself:
// what fails sooner is an error of the command line.
const quickly = 150 * time.Millisecond

// openingDesk is a desk that is still being made. What is asked of it waits.
type openingDesk struct {
	ctx   context.Context
	name  string
	ready chan struct{} // closed when desk or err is set
	desk  ui.Desk
	err   error
}

// newOpeningDesk makes a desk beside the program.
func newOpeningDesk(ctx context.Context, name string, open func(context.Context) (ui.Desk, error)) *openingDesk {
	o := &openingDesk{ctx: ctx, name: name, ready: make(chan struct{})}
	go func() {
		defer close(o.ready)
		o.desk, o.err = open(ctx)
	}()
	return o
}

// wait waits until the desk is there. The error says why there is none.
func (o *openingDesk) wait(ctx context.Context) (ui.Desk, error) {
	select {
	case <-o.ready:
		return o.desk, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-o.ctx.Done():
		return nil, o.ctx.Err()
	}
}

// soon waits for a moment; the error is that of a desk that could not be made.
func (o *openingDesk) soon() error {
	select {
	case <-o.ready:
		return o.err
	case <-time.After(quickly):
		return nil
	}
}

// failed is the error of a desk that could not be made, as far as that is known.
func (o *openingDesk) failed() error {
	select {
	case <-o.ready:
		return o.err
	default:
		return nil
	}
}

// Name is what is being opened.
func (o *openingDesk) Name() string { return o.name }

// About says what is open.
func (o *openingDesk) About() string {
	d, err := o.wait(o.ctx)
	if err != nil {
		return ""
	}
	return d.About()
}

// Entries is a part of the list.
func (o *openingDesk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	d, err := o.wait(ctx)
	if err != nil {
		return nil, 0, err
	}
	return d.Entries(ctx, q, from, count)
}

// Counts is how many entries of the list have what.
func (o *openingDesk) Counts(ctx context.Context, q ui.Filter) (ui.Counts, error) {
	d, err := o.wait(ctx)
	if err != nil {
		return ui.Counts{}, err
	}
	return d.Counts(ctx, q)
}

// Article is the article of an ID.
func (o *openingDesk) Article(ctx context.Context, id string) (model.Article, error) {
	d, err := o.wait(ctx)
	if err != nil {
		return model.Article{}, err
	}
	return d.Article(ctx, id)
}

// Event is an event side by side.
func (o *openingDesk) Event(ctx context.Context, id string) (model.Comparison, error) {
	d, err := o.wait(ctx)
	if err != nil {
		return model.Comparison{}, err
	}
	return d.Event(ctx, id)
}

// Gloss is what a word means, as far as dictionaries on the machine tell.
func (o *openingDesk) Gloss(ctx context.Context, word, from, to string) []string {
	d, err := o.wait(ctx)
	if g, ok := d.(ui.Glossary); ok && err == nil {
		return g.Gloss(ctx, word, from, to)
	}
	return nil
}

// Skipped lists what was not read and why.
func (o *openingDesk) Skipped() []string {
	d, err := o.wait(o.ctx)
	if err != nil {
		return nil
	}
	return d.Skipped()
}

// Changed reports whether another program has changed what is open, once that is.
func (o *openingDesk) Changed(ctx context.Context) (bool, error) {
	select {
	case <-o.ready:
		if d, ok := o.desk.(ui.Living); ok && o.err == nil {
			return d.Changed(ctx)
		}
	default:
	}
	return false, nil
}

// Notebook is where things are kept, once the desk is there and is one.
func (o *openingDesk) Notebook() ui.Notebook {
	select {
	case <-o.ready:
		n, _ := o.desk.(ui.Notebook)
		return n
	default:
		return nil
	}
}
