package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const storm = "Storm over the bay\n\nThe storm reached the coast before dawn and the harbour was closed on Monday.\n"

func zipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// archived is a zip archive of one member.
func archived(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(data)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestEveryLimitIsNamedAndCanBeMoved reads what is beyond a limit: the error names
// the file, the limit and the flag that moves it, and with the flag it is read.
func TestEveryLimitIsNamedAndCanBeMoved(t *testing.T) {
	long := `{"title":"Storm","text":"The storm reached the coast before dawn.","more":"` + strings.Repeat("The storm reached the coast before dawn. ", 30_000) + `"}`
	packed := []byte(storm)
	for range 6 {
		packed = zipped(t, packed)
	}
	sparse := []byte(strings.Repeat(" ", 40<<20) + "\n" + storm)
	for name, tt := range map[string]struct {
		file  string
		data  []byte
		flags []string
		says  string
		moved []string
	}{
		"size of a line":    {"long.jsonl", []byte(long + "\n" + long), []string{"--max-file", "1"}, "line is too large: more than 1 MB; split it or raise the limit with --max-file", []string{"--max-file", "2"}},
		"size of a file":    {"long.txt", []byte(strings.Repeat(storm, 20_000)), []string{"--max-file", "1"}, "more than 1 MB; split it or raise the limit with --max-file", []string{"--max-file", "8", "--max-text", "4096"}},
		"size of a text":    {"text.txt", []byte(strings.Repeat(storm, 20)), []string{"--max-text", "1"}, "the end of an article is too large: more than 1 kB; raise the limit with --max-text", []string{"--max-text", "8"}},
		"size of a row":     {"long.csv", []byte("title,text,more\nStorm,The storm reached the coast before dawn.,\"" + strings.Repeat("The storm reached the coast before dawn. ", 30_000) + "\"\n"), []string{"--max-file", "1"}, "row is too large: more than 1 MB; split it or raise the limit with --max-file", []string{"--max-file", "2"}},
		"depth of packings": {"deep.gz", packed, nil, "packed more than 4 times; unpack it or raise the limit with --max-depth", []string{"--max-depth", "6"}},
		"depth of archives": {"deep.zip", archived(t, "a.zip", archived(t, "b.txt", []byte(storm))), []string{"--max-depth", "1"}, "packed more than 1 times; unpack it or raise the limit with --max-depth", []string{"--max-depth", "2"}},
		"ratio":             {"bomb.zip", archived(t, "bomb.txt", sparse), []string{"--max-file", "64"}, "more than 250 times its packed size; raise the limit with --max-ratio", []string{"--max-file", "64", "--max-ratio", "100000"}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.file)
			if err := os.WriteFile(path, tt.data, 0o600); err != nil {
				t.Fatal(err)
			}
			for verb, args := range map[string][]string{"list": {"list"}, "add": {"add", "--library", filepath.Join(t.TempDir(), "kept.db")}} {
				var errs bytes.Buffer
				code := run(context.Background(), append(append(args, tt.flags...), path), stdio{strings.NewReader(""), io.Discard, &errs})
				if code != exitFailed && code != exitSkipped || !strings.Contains(errs.String(), tt.says) || !strings.Contains(errs.String(), tt.file) {
					t.Errorf("%s: exit %d, %s", verb, code, errs.String())
				}
				var out bytes.Buffer
				errs.Reset()
				if code := run(context.Background(), append(append(args, tt.moved...), path), stdio{strings.NewReader(""), &out, &errs}); code != exitDone || out.Len() == 0 {
					t.Errorf("%s, moved: exit %d, %s", verb, code, errs.String())
				}
			}
		})
	}
}
