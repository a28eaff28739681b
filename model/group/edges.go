package group

import "cmp"

// edges is a heap, the highest score first, ties by the clusters' order.
type edges []edge

func (e edges) before(i, j int) bool {
	return cmp.Or(cmp.Compare(e[j].score, e[i].score), cmp.Compare(e[i].a, e[j].a), cmp.Compare(e[i].b, e[j].b)) < 0
}

// order makes a heap of edges that stand in any order.
func (e edges) order() {
	for i := len(e)/2 - 1; i >= 0; i-- {
		e.sink(i)
	}
}

func (e *edges) push(x edge) {
	*e = append(*e, x)
	for i := len(*e) - 1; i > 0; {
		up := (i - 1) / 2
		if !e.before(i, up) {
			break
		}
		(*e)[i], (*e)[up] = (*e)[up], (*e)[i]
		i = up
	}
}

func (e *edges) pop() edge {
	x, last := (*e)[0], len(*e)-1
	(*e)[0] = (*e)[last]
	*e = (*e)[:last]
	e.sink(0)
	return x
}

// sink moves an edge down to where it belongs.
func (e edges) sink(i int) {
	for {
		least := 2*i + 1
		if least >= len(e) {
			return
		}
		if right := least + 1; right < len(e) && e.before(right, least) {
			least = right
		}
		if !e.before(least, i) {
			return
		}
		e[i], e[least] = e[least], e[i]
		i = least
	}
}
