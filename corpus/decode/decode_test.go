package decode

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// readAll reads one input as if it stood on standard input.
func readAll(t testing.TB, data string, opts Options) ([]Page, []Skip) {
	t.Helper()
	opts.Stdin = strings.NewReader(data)
	var pages []Page
	skips, err := Walk(context.Background(), []string{"-"}, opts, func(p Page) bool {
		pages = append(pages, p)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages, skips
}

// walkAll reads paths and names what came of them: sources and skips.
func walkAll(t testing.TB, paths ...string) (sources []string, skips []Skip) {
	t.Helper()
	skips, err := Walk(context.Background(), paths, Options{}, func(p Page) bool {
		sources = append(sources, p.Source)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources, skips
}

func write(t testing.TB, root, name, data string) string {
	t.Helper()
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func texts(pages []Page) []string {
	var out []string
	for _, p := range pages {
		out = append(out, p.Text)
	}
	return out
}

func wantSkip(t *testing.T, skips []Skip, kind error, parts ...string) {
	t.Helper()
	for i := range skips {
		if !errors.Is(&skips[i], kind) {
			continue
		}
		whole := true
		for _, p := range parts {
			whole = whole && strings.Contains(skips[i].Error(), p)
		}
		if whole {
			return
		}
	}
	t.Errorf("no skip is %q with %q in it: %v", kind, parts, skips)
}

func TestWalkReadsFoldersInDepthAndOrder(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", "a/.git/x.txt", "__MACOSX/y.txt"} {
		write(t, root, name, "Some text.")
	}
	sources, skips := walkAll(t, root+"/")
	want := []string{root + "/a/b/c.txt", root + "/a/z.txt", root + "/b.txt"}
	if diff := cmp.Diff(want, sources); diff != "" {
		t.Error(diff)
	}
	if len(skips) != 0 {
		t.Errorf("hidden files are to be passed over in silence: %v", skips)
	}
}

func TestWalkSurvivesLoopsOfLinks(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a/x.txt", "Some text.")
	if err := os.Symlink(root, filepath.Join(root, "a", "up")); err != nil {
		t.Skip("no symbolic links here")
	}
	sources, _ := walkAll(t, root)
	if len(sources) != 1 {
		t.Errorf("read %v", sources)
	}
}

func TestWalkNamesWhatItCannotRead(t *testing.T) {
	root := t.TempDir()
	write(t, root, "sub/empty.txt", "")
	write(t, root, "sub/blank.txt", " \n\t\n")
	write(t, root, "sub/picture.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	write(t, root, "sub/good.txt", "Good text.")
	if err := os.Mkdir(filepath.Join(root, "void"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "gone"), filepath.Join(root, "sub", "dangling")); err != nil {
		t.Fatal(err)
	}
	sources, skips := walkAll(t, root+"/nowhere", root+"/void", root+"/sub")
	if diff := cmp.Diff([]string{root + "/sub/good.txt"}, sources); diff != "" {
		t.Error(diff)
	}
	wantSkip(t, skips, ErrMissing, "nowhere", "check the path")
	wantSkip(t, skips, ErrMissing, "dangling")
	wantSkip(t, skips, ErrEmpty, "void", "folder")
	wantSkip(t, skips, ErrEmpty, "empty.txt")
	wantSkip(t, skips, ErrEmpty, "blank.txt")
	wantSkip(t, skips, ErrBinary, "picture.png", "a picture")
	for i := range skips {
		if strings.Contains(skips[i].Error(), "\n") {
			t.Errorf("a reason is one line: %q", skips[i].Error())
		}
	}
}

func TestWalkNamesForbiddenFiles(t *testing.T) {
	path := write(t, t.TempDir(), "secret.txt", "Secret.")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	_, skips := walkAll(t, path)
	wantSkip(t, skips, ErrUnreadable, "permission denied")
}

func TestWalkStopsWhenTold(t *testing.T) {
	jsonl := strings.Repeat(`{"title":"a","text":"b"}`+"\n", 50)
	n := 0
	_, err := Walk(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(jsonl)}, func(Page) bool {
		n++
		return n < 3
	})
	if n != 3 || err != nil {
		t.Errorf("%d pages, %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	skips, err := Walk(ctx, []string{"-"}, Options{Stdin: strings.NewReader(jsonl)}, func(Page) bool {
		n++
		cancel()
		return true
	})
	if n != 1 || !errors.Is(err, context.Canceled) || len(skips) != 0 {
		t.Errorf("%d pages, %v, %v", n, skips, err)
	}
}

func TestWalkEndsWithItsContextInsideAFile(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := Walk(ctx, []string{"-"}, Options{Stdin: endless{}, MaxFile: 1 << 40}, func(Page) bool { return true })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

// endless is text without end, in lines.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	return copy(p, strings.Repeat("{\"foo\": 1}\n", len(p)/11+1)), nil
}

func TestSkipsOfOneFileAreCountedBeyondALimit(t *testing.T) {
	_, skips := readAll(t, strings.Repeat("{\"title\":\"a\",\"text\":\"b\"}\n", 3)+strings.Repeat("{broken\n", maxSkips+7), Options{})
	if len(skips) != maxSkips+1 || !strings.Contains(skips[maxSkips].Error(), "7 more") {
		t.Errorf("%d skips, the last %v", len(skips), &skips[len(skips)-1])
	}
}

func TestEveryStringIsHarmless(t *testing.T) {
	data := `{"title":"a\u202eb\u001b]0;x\u0007","text":"c\u200bd\r\ne","author":["f\u0000"],"url":"http://x/\u2028y","id":"\u001b[31mz"}` + "\n"
	pages, _ := readAll(t, data, Options{})
	want := []Page{{Source: "-", Record: 1, Format: "json", Text: "cd\ne",
		Meta: Meta{ID: "z", Title: "ab", URL: "http://x/ y", Authors: []string{"f"}}}}
	if diff := cmp.Diff(want, pages); diff != "" {
		t.Error(diff)
	}
	name := write(t, t.TempDir(), "evil\x1b[2J\nname.txt", "Some text.")
	sources, _ := walkAll(t, name)
	if len(sources) != 1 || strings.ContainsAny(sources[0], "\x1b\n") {
		t.Errorf("%q", sources)
	}
}

func TestFormatIsToldByContent(t *testing.T) {
	tests := []struct {
		name, data string
		want       format
	}{
		{"text", "Back to Main page\nWorld\nBusiness, Economy\nMore, of this\n", fmtText},
		{"text with brackets", "[Reuters] The minister said {so}.\n", fmtText},
		{"text with template leftovers", "{{item.suffix}}\nThe minister said so, and left.\n", fmtText},
		{"text with a stray tag", "The <b>minister</b> said so.</p>\n", fmtText},
		{"text with a menu", strings.Repeat("World | Business | Sport [more]\n", 20), fmtText},
		{"page", "<!DOCTYPE html><html><p>x", fmtHTML},
		{"page after junk", "\n\n junk before <HTML><BODY>x", fmtHTML},
		{"piece of a page", "<p>One.</p><p>Two.</p>", fmtHTML},
		{"xhtml", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y"><body/></html>`, fmtHTML},
		{"rss", `<?xml version="1.0"?><!-- c --><rss version="2.0"></rss>`, fmtFeed},
		{"rdf", `<rdf:RDF xmlns:rdf="x"></rdf:RDF>`, fmtFeed},
		{"atom", `<feed xmlns="http://www.w3.org/2005/Atom"></feed>`, fmtFeed},
		{"site map", `<?xml version="1.0"?><urlset></urlset>`, fmtSitemap},
		{"object", " {\n\"a\": 1}", fmtJSON},
		{"array", "[{}]", fmtJSON},
		{"csv", "title,text\na,b\n", fmtTable},
		{"tsv", "headline\tbody\tlang\na\tb\ten\n", fmtTable},
		{"csv without known columns", "eins;zwei;drei\n1;2;3\n4;5;6\n7;8;9\n", fmtTable},
		{"warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", fmtWARC},
		{"mail", "From: a@b\nTo: c@d\nSubject: x\n\nHello\n", fmtMail},
		{"mbox", "From a@b Mon Jul 10 15:13:00 2017\nFrom: a@b\nTo: c@d\nSubject: x\n\nHello\n", fmtMbox},
		{"from as a first word", "From Moscow with love: a report of 2017\nThe minister said so.\n", fmtText},
		{"gzip", "\x1f\x8b\x08\x00", fmtGzip},
		{"zstd", "\x28\xb5\x2f\xfd\x00", fmtZstd},
		{"zip", "PK\x03\x04rest", fmtZip},
		{"program", "\x7fELF\x02\x01", fmtBinary},
		{"pdf", "%PDF-1.7\n", fmtBinary},
		{"style sheet", strings.Repeat(".a{color:red;margin:0}\n", 20), fmtBinary},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tell([]byte(tt.data), newNames(nil)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	pages, skips := readAll(t, "\xEF\xBB\xBFHeadline\r\n\r\nBody.\r\n", Options{})
	want := []Page{{Source: "-", Format: "text", Text: "Headline\n\nBody.\n", Raw: true}}
	if diff := cmp.Diff(want, pages); diff != "" || len(skips) > 0 {
		t.Error(diff, skips)
	}
}

func TestTextThatCannotBeSeen(t *testing.T) {
	_, skips := readAll(t, "\u200b\ufeff \u202e\n", Options{})
	wantSkip(t, skips, ErrNoArticle, "nothing that can be seen")
}

func TestALineBeyondTheLimitIsRefused(t *testing.T) {
	const limit = 1 << 20
	long := strings.Repeat("x", limit+10)
	for name, data := range map[string]string{
		"text": long, "jsonl": `{"text":"` + long + `"}` + "\n" + `{"title":"a","text":"b"}`, "array": `[{"text":"` + long + `"}]`,
		"csv": "title,text\na,\"" + long + "\"\n", "html": "<html><p>" + long,
	} {
		_, skips := readAll(t, data, Options{MaxFile: limit})
		wantSkip(t, skips, ErrTooLarge, "1 MB", "--max-file")
		if len(skips) != 1 {
			t.Errorf("%s: %v", name, skips)
		}
	}
	pages, skips := readAll(t, `{"text":"`+long+`"}`+"\n"+`{"title":"a","text":"b"}`, Options{MaxFile: limit})
	if len(pages) != 1 || skips[0].Place != "line 1" {
		t.Errorf("the next line is still read: %v %v", texts(pages), skips)
	}
}

func TestAHugeLineTakesLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	huge := &repeated{head: []byte(`{"text":"`), left: 100 << 20}
	peak := &peakHeap{}
	skips, _ := Walk(context.Background(), []string{"-"}, Options{Stdin: peak.watch(huge)}, func(Page) bool { return true })
	wantSkip(t, skips, ErrTooLarge, "line 1", "32 MB")
	if peak.most > 512<<20 {
		t.Errorf("the heap grew to %d MB", peak.most>>20)
	}
}

func TestBytesAreWhatTheyAre(t *testing.T) {
	if got := size(32 << 20); got != "32 MB" {
		t.Error(got)
	}
	if got := size(1500); got != "1 kB" {
		t.Error(got)
	}
	if got := brief(errors.New(strings.Repeat("é", 300))); len(got) > maxReason+10 || strings.Contains(got, "\ufffd\ufffd") {
		t.Error(got)
	}
	if !bytes.Equal(wholeRunes([]byte("aé\xe4\xb8")), []byte("aé")) {
		t.Error("a cut character is cut off")
	}
}
