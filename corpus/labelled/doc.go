// Package labelled reads data that people labelled, by which parallax is measured
// and its weights are fitted: pairs of passages, stories translated sentence by
// sentence, and annotated cases.
//
// Invariants: the same files give the same data in the same order; nothing is
// random but what is seeded by the names in the data.
//
// It must not import ui or cmd.
package labelled

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// maxLine is the longest line that is read, in bytes.
const maxLine = 64 << 20

// readLines reads JSON Lines, each into a value of its own.
func readLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, maxLine)
	var out []T
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w: want one JSON object a line", path, n, err)
		}
		out = append(out, v)
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
