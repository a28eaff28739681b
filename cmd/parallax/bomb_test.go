//go:build unix

package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// bombs are files that cost a careless reader all memory or time; says is what is
// named of each that cannot be read, "" where it can.
var bombs = map[string]struct {
	make func(*testing.T) []byte
	says string
}{
	"gzip.gz":            {func(t *testing.T) []byte { return zipped(t, bytes.Repeat([]byte("0"), 300<<20)) }, "--max-"},
	"gzip of gzip.gz":    {func(t *testing.T) []byte { return zipped(t, zipped(t, bytes.Repeat([]byte("0 "), 150<<20))) }, "--max-"},
	"zip.zip":            {zipBomb, "--max-ratio"},
	"many members.zip":   {manyMembers, ""},
	"tar.tgz":            {tarBomb, "--max-"},
	"links.tar":          {tarLinks, "is empty"},
	"arrays.json":        {func(*testing.T) []byte { return []byte(strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000)) }, "holds no article"},
	"deeper arrays.json": {func(*testing.T) []byte { return []byte(strings.Repeat("[", 300_000)) }, "is damaged"},
	"objects.json": {func(*testing.T) []byte {
		return []byte(strings.Repeat(`{"a":`, 10_000) + "1" + strings.Repeat("}", 10_000))
	}, ""},
	"deep objects.jsonl": {func(*testing.T) []byte {
		return []byte(strings.Repeat(`{"a":`, 300_000) + "1" + strings.Repeat("}", 300_000))
	}, "is damaged"},
	"deep text.json": {func(*testing.T) []byte {
		return []byte(`{"title":"a","text":` + strings.Repeat("[", 9000) + `"x"` + strings.Repeat("]", 9000) + "}")
	}, ""},
	"digits.json": {func(*testing.T) []byte {
		return []byte(`{"id":` + strings.Repeat("9", 1_000_000) + `,"title":"Storm","date":` + strings.Repeat("1", 1_000_000) + `,"text":"The storm reached the coast before dawn."}`)
	}, ""},
	"exponent.json": {func(*testing.T) []byte {
		return []byte(`{"title":"Storm","date":1e999999999,"text":"The storm reached the coast before dawn."}`)
	}, ""},
	"keys.json": {func(*testing.T) []byte {
		return []byte("{" + strings.Repeat(`"text":"The storm reached the coast before dawn.",`, 200_000) + `"title":"Storm"}`)
	}, ""},
	"members.json":     {func(*testing.T) []byte { return manyKeys() }, ""},
	"open string.json": {func(*testing.T) []byte { return []byte(`{"text":"` + strings.Repeat("a", 20<<20)) }, ""},
	"elements.html": {func(*testing.T) []byte {
		return []byte("<html><body><h1>Storm</h1>" + strings.Repeat("<div>", 100_000) + storm + strings.Repeat("</div>", 100_000))
	}, ""},
	"unclosed.html": {func(*testing.T) []byte {
		return []byte("<html><body><h1>Storm</h1>" + strings.Repeat("<b><i><a href=x><p>", 50_000) + storm)
	}, ""},
	"attribute.html": {func(*testing.T) []byte {
		return []byte(`<html><body><p title="` + strings.Repeat("x", 8<<20) + `">` + storm + "</p></body></html>")
	}, ""},
	"attributes.html": {func(*testing.T) []byte {
		return []byte("<html><body><p " + strings.Repeat("a=b ", 500_000) + ">" + storm + "</p></body></html>")
	}, ""},
	"entities.html": {func(*testing.T) []byte {
		return []byte("<html><body><p>" + strings.Repeat("&amp;&#x1b;&#155;&lt;", 300_000) + storm + "</p></body></html>")
	}, ""},
	"tables.html": {func(*testing.T) []byte {
		return []byte("<html><body>" + strings.Repeat("<table><tr><td>", 30_000) + storm)
	}, ""},
	"scripts.html": {func(*testing.T) []byte {
		return []byte("<html><body>" + strings.Repeat("<script>var a = '<p>x';</script>", 100_000) + "<p>" + storm + "</p></body></html>")
	}, ""},
	"linked data.html": {func(*testing.T) []byte {
		return []byte(`<html><script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 9_000) + strings.Repeat("]}", 9_000) + "</script><p>" + storm + "</p></html>")
	}, ""},
	"laughs.xml": {func(*testing.T) []byte { return []byte(laughs()) }, ""},
	"outside.xml": {func(*testing.T) []byte {
		return []byte(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:1/">]><rss version="2.0"><channel><title>&x;</title><item><title>Storm &x;</title><description>` + storm + ` &x; &y;</description></item></channel></rss>`)
	}, ""},
	"deep feed.xml": {func(*testing.T) []byte {
		return []byte(`<rss version="2.0"><channel>` + strings.Repeat("<item>", 100_000))
	}, ""},
	"long.warc": {func(*testing.T) []byte {
		return []byte("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 9223372036854775807\r\n\r\n" + storm)
	}, ""},
	"negative.warc": {func(*testing.T) []byte {
		return []byte("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: -9\r\n\r\n" + storm)
	}, ""},
	"huge length.warc": {func(*testing.T) []byte {
		return []byte("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: " + strings.Repeat("9", 100_000) + "\r\n\r\n" + storm)
	}, ""},
	"short.warc": {func(*testing.T) []byte {
		return []byte(strings.Repeat("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 1\r\n\r\n"+storm, 2_000))
	}, ""},
	"headers.warc": {func(*testing.T) []byte {
		return []byte("WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 1_000_000) + "\r\n")
	}, ""},
	"parts.eml": {func(*testing.T) []byte { return []byte(nestedMail()) }, ""},
	"headers.eml": {func(*testing.T) []byte {
		return []byte("From: a@b.example\r\nSubject: Storm\r\nDate: Tue, 11 Jul 2023 10:00:00 +0000\r\n" + strings.Repeat("X-Y: z\r\n", 500_000) + "\r\n" + storm)
	}, ""},
	"letters.mbox": {func(*testing.T) []byte {
		return []byte(strings.Repeat("From a@b.example Mon Jul 10 15:13:00 2017\nSubject: x\n\nx\n\n", 50_000))
	}, ""},
	"columns.csv": {func(*testing.T) []byte { return []byte(strings.Repeat("text,", 1_000_000) + "title\n" + storm) }, ""},
	"quotes.csv":  {func(*testing.T) []byte { return []byte("title,text\n" + strings.Repeat(`"`, 5_000_001)) }, ""},
	"line.txt":    {func(*testing.T) []byte { return []byte(strings.Repeat("a", 20<<20)) }, ""},
	"lines.txt":   {func(*testing.T) []byte { return []byte(strings.Repeat("\n", 20<<20) + storm) }, ""},
	"words.txt": {func(*testing.T) []byte {
		return []byte(storm + strings.Repeat("10 July 2023, 15:13 on Monday. ", 100_000))
	}, ""},
	"quotations.txt":     {func(*testing.T) []byte { return []byte(storm + strings.Repeat("“‘«„", 300_000)) }, ""},
	"marks.txt":          {func(*testing.T) []byte { return []byte(storm + "Z" + strings.Repeat("\u0336", 3_000_000)) }, ""},
	"brackets.txt":       {func(*testing.T) []byte { return []byte(storm + strings.Repeat("([{", 500_000)) }, ""},
	"han.txt":            {func(*testing.T) []byte { return []byte(strings.Repeat("三十二万五千", 200_000)) }, ""},
	"escapes.txt":        {func(*testing.T) []byte { return []byte(storm + strings.Repeat("\x1b]", 2_000_000)) }, ""},
	"nulls.txt":          {func(*testing.T) []byte { return []byte(storm + strings.Repeat("\x00", 5_000_000)) }, ""},
	"utf16 without mark": {func(*testing.T) []byte { return []byte(utf16(strings.Repeat(storm, 100))) }, ""},
	"broken.txt":         {func(*testing.T) []byte { return []byte(storm + strings.Repeat("\xff\xc0\xaf", 1_000_000)) }, ""},
}

func zipBomb(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 30 {
		w, err := z.Create(fmt.Sprintf("%d.txt", i))
		if err != nil {
			t.Fatal(err)
		}
		w.Write(bytes.Repeat([]byte("0"), 20<<20))
	}
	z.Close()
	return b.Bytes()
}

func manyMembers(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 20_000 {
		if _, err := z.Create(fmt.Sprintf("%d/%s.txt", i, strings.Repeat("n", 200))); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	return b.Bytes()
}

func tarBomb(t *testing.T) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if err := w.WriteHeader(&tar.Header{Name: "a.txt", Size: 300 << 20, Mode: 0o600}); err != nil {
		t.Fatal(err)
	}
	w.Write(bytes.Repeat([]byte("0"), 300<<20))
	w.Close()
	return zipped(t, b.Bytes())
}

func tarLinks(*testing.T) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range []tar.Header{
		{Name: "a", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, {Name: "b", Typeflag: tar.TypeLink, Linkname: "../../etc/passwd"},
		{Name: "c", Typeflag: tar.TypeSymlink, Linkname: "c"}, {Name: "d", Typeflag: tar.TypeFifo}, {Name: "e", Typeflag: tar.TypeBlock},
	} {
		_ = w.WriteHeader(&h) // each is one that a reader should pass over
	}
	w.Close()
	return b.Bytes()
}

func manyKeys() []byte {
	var b bytes.Buffer
	b.WriteString(`{"title":"Storm","text":"The storm reached the coast before dawn."`)
	for i := range 300_000 {
		fmt.Fprintf(&b, `,"k%d":%d`, i, i)
	}
	b.WriteString("}")
	return b.Bytes()
}

// laughs is a feed whose entities name each other a billion times over.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">`)
	for i := range 10 {
		fmt.Fprintf(&b, `<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	b.WriteString(`]><rss version="2.0"><channel><item><title>Storm</title><description>&a10; ` + storm + `</description></item></channel></rss>`)
	return b.String()
}

func nestedMail() string {
	var b strings.Builder
	b.WriteString("From: a@b.example\r\nSubject: Storm\r\nDate: Tue, 11 Jul 2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\n")
	for i := range 5_000 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	return b.String() + "Content-Type: text/plain\r\n\r\n" + storm
}

func utf16(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

// The most that a hostile file may cost at the default limits. The time is for a
// machine that is busy with other tests.
const (
	mostMemory = 512 << 20
	mostTime   = 60 * time.Second
)

// everyDoor adds the files to a library as well:
//
//	go test ./cmd/parallax -run Bombs -every-door
var everyDoor = flag.Bool("every-door", false, "add hostile files to a library as well as listing them")

// TestBombs lists each file in a program of its own: it ends in time,
// holds no more memory than is promised, and names what it cannot read.
func TestBombs(t *testing.T) {
	program, err := exec.LookPath("parallax")
	if err != nil {
		t.Fatal(err)
	}
	if testing.Short() {
		t.Skip("takes a minute")
	}
	for name, bomb := range bombs {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, bomb.make(t), 0o600); err != nil {
				t.Fatal(err)
			}
			defuse(t, program, []string{"list", path}, name, bomb.says)
			if *everyDoor {
				defuse(t, program, []string{"add", "--library", filepath.Join(dir, "kept.db"), path}, name, bomb.says)
			}
		})
	}
}

func defuse(t *testing.T, program string, args []string, name, says string) {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = &out, &errs
	started := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(mostTime, func() { _ = c.Process.Kill() })
	ended, most := make(chan struct{}), make(chan int64)
	go func() { most <- watched(c.Process.Pid, ended) }()
	err := c.Wait()
	stop.Stop()
	close(ended)
	used := <-most
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || !exit.Exited()) {
		t.Fatalf("%s: %v after %v", args[0], err, time.Since(started))
	}
	if code := c.ProcessState.ExitCode(); code == exitDone && says != "" || code != exitDone && code != exitFailed && code != exitSkipped {
		t.Errorf("%s: exit %d, %.300s", args[0], code, errs.String())
	}
	if used > mostMemory {
		t.Errorf("%s: %d MB of memory", args[0], used>>20)
	}
	if said := errs.String(); !strings.Contains(said, says) || said != "" && !strings.Contains(said, name) || strings.Contains(said+out.String(), "root:") {
		t.Errorf("%s: %.300s", args[0], said)
	}
	if harm(out.String()) >= 0 || harm(errs.String()) >= 0 || strings.Contains(errs.String(), "goroutine") {
		t.Errorf("%s: harmful output", args[0])
	}
	t.Logf("%s: %v, %d MB", args[0], time.Since(started).Round(time.Millisecond), used>>20)
}

// watched is the most memory that a program has held, in bytes, looked at until it
// ends; 0 where the system does not tell.
func watched(pid int, ended <-chan struct{}) (most int64) {
	for {
		data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		_, rest, _ := strings.Cut(string(data), "VmHWM:")
		if kb, err := strconv.ParseInt(strings.Fields(rest + " 0")[0], 10, 64); err == nil {
			most = max(most, kb<<10)
		}
		select {
		case <-ended:
			return most
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// TestFoldersOfTraps reads a folder of links to itself and to the machine, pipes
// and devices.
func TestFoldersOfTraps(t *testing.T) {
	dir := t.TempDir()
	for name, to := range map[string]string{"self": ".", "up": "..", "root": "/", "password": "/etc/passwd", "nothing": "nowhere", "zero": "/dev/zero", "loop": "loop"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Skip(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "storm.txt"), []byte(storm), 0o600); err != nil {
		t.Fatal(err)
	}
	out, code := harmless(t, "list", "--json", dir)
	if code != exitSkipped {
		t.Errorf("exit %d", code)
	}
	if n := strings.Count(string(out), `"id"`); n != 1 {
		t.Errorf("%d articles: %s", n, out)
	}
}
