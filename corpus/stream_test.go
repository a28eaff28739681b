package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"parallax/corpus/decode"
)

// folder writes files of JSON lines, each with so many articles.
func folder(t *testing.T, sizes ...int) string {
	t.Helper()
	dir := t.TempDir()
	for f, n := range sizes {
		var text []byte
		for i := range n {
			text = fmt.Appendf(text, `{"title":"Report %d of %d","text":"The harbour master said that ship %d had left the quay.","lang":"en"}`+"\n", i, f, i)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.jsonl", f)), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestStreamHandsOnWhatLoadReads(t *testing.T) {
	dir := folder(t, 100, 1, 0, 150)
	whole, err := Load(context.Background(), []string{dir}, Options{})
	if err != nil || len(whole.Articles) != 251 {
		t.Fatal(len(whole.Articles), err)
	}
	n, ended := 0, []string{}
	begin := func(string, fs.FileInfo) bool { return true }
	skipped, err := Stream(context.Background(), []string{dir}, Options{Decode: decode.Options{Begin: begin}}, func(b Batch) error {
		for _, page := range b.Pages {
			for _, a := range page {
				if w := whole.Articles[n]; a.Text != w.Text || a.Source != w.Source || a.Part != w.Part {
					t.Fatalf("article %d: %+v, want %+v", n, a, w)
				}
				n++
			}
		}
		for _, f := range b.Ended {
			ended = append(ended, fmt.Sprintf("%s %d %d", filepath.Base(f.Path), len(f.Skipped), n))
		}
		return nil
	})
	if err != nil || n != 251 || len(skipped) != 1 {
		t.Errorf("%d articles, %v, %v", n, skipped, err)
	}
	// A file ends with or after its last article, never before it.
	for i, least := range []int{100, 101, 101, 251} {
		var name string
		var skips, at int
		if _, err := fmt.Sscanf(ended[i], "%s %d %d", &name, &skips, &at); err != nil || name != fmt.Sprintf("%d.jsonl", i) || at < least || (skips == 1) != (i == 2) {
			t.Errorf("%q ended, want %d.jsonl after %d or more", ended[i], i, least)
		}
	}
}

func TestStreamStopsAtAFault(t *testing.T) {
	dir, fault := folder(t, 1000, 1000), errors.New("disk full")
	calls := 0
	_, err := Stream(context.Background(), []string{dir}, Options{}, func(Batch) error { calls++; return fault })
	if !errors.Is(err, fault) || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	_, err = Stream(ctx, []string{dir}, Options{}, func(Batch) error { stop(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestFilesCanBePassedOver(t *testing.T) {
	dir := folder(t, 3, 4)
	c, err := Load(context.Background(), []string{dir}, Options{Decode: decode.Options{Begin: func(path string, _ fs.FileInfo) bool {
		return filepath.Base(path) != "0.jsonl"
	}}})
	if err != nil || len(c.Articles) != 4 || len(c.Skipped) != 0 {
		t.Errorf("%d articles, %v, %v", len(c.Articles), c.Skipped, err)
	}
	c, err = Load(context.Background(), []string{dir}, Options{Decode: decode.Options{Begin: func(string, fs.FileInfo) bool { return false }}})
	if err != nil || len(c.Articles)+len(c.Skipped) != 0 {
		t.Errorf("all passed over: %v, %v", c, err)
	}
}
