package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// source is the folder of the packages.
type source struct{ dir string }

// node is a value of a JSON document.
type node struct{ value any }

// main opens one file of one locale, below "main.<locale>".
func (s source) main(pkg, locale, file string) (node, error) {
	n, err := s.open(filepath.Join(pkg, "main", locale, file))
	return n.at("main", locale), err
}

func (s source) open(path string) (node, error) {
	b, err := os.ReadFile(filepath.Join(s.dir, path))
	if err != nil {
		return node{}, fmt.Errorf("%w (put the npm packages into the folder given as -json)", err)
	}
	var n node
	if err := json.Unmarshal(b, &n.value); err != nil {
		return node{}, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

// at walks down the keys; what is not there is an empty node.
func (n node) at(keys ...string) node {
	for _, key := range keys {
		m, _ := n.value.(map[string]any)
		n = node{m[key]}
	}
	return n
}

func (n node) text() string {
	s, _ := n.value.(string)
	return s
}

// keys lists the keys in sorted order, so that output is stable; plain codes come
// before their "-alt-" forms.
func (n node) keys() []string {
	m, _ := n.value.(map[string]any)
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// code is a key without "-alt-…", "-count-…" and "-menu-…".
func code(key string) string {
	for _, mark := range []string{"-alt-", "-count-", "-menu-"} {
		key, _, _ = strings.Cut(key, mark)
	}
	return key
}
