package decode

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPages reads pages made after the templates of many kinds of sites; beside
// each stands what is to come out.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(files) < 15 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pages, skips := readAll(t, string(data), Options{})
			if len(pages) != 1 || len(skips) > 0 {
				t.Fatalf("%d pages, %v", len(pages), skips)
			}
			got := golden(pages[0])
			path := strings.TrimSuffix(file, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// golden writes a page for people: what it says of itself, then its text.
func golden(p Page) string {
	meta, err := json.MarshalIndent(p.Meta, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(meta) + "\n\n" + p.Text + "\n"
}

func TestRender(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
		{"white space", "<p> One\n  two\t<b>three</b> </p>", "One two three"},
		{"breaks after sentences", "One.<br>Two.<br><br>Three", "One.\n\nTwo.\n\nThree"},
		{"breaks within a sentence", "<p>One,<br>two</p>", "One,\ntwo"},
		{"two breaks", "One,<br><br>two", "One,\n\ntwo"},
		{"list", "<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
		{"inline elements do not part words", "<p>some<span>thing</span></p>", "something"},
		{"blocks do", "<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"},
		{"script", "<p>a<script>x</script><style>y</style>b</p>", "ab"},
		{"quotation", "<p>He said <q>no</q>.</p>", "He said “no”."},
		{"ruby", "<p><ruby>東<rt>とう</rt></ruby>京</p>", "東京"},
		{"preformatted", "<pre>One\nTwo</pre>", "One\nTwo"},
		{"soft hyphens", "<p>Werk&shy;zeug</p>", "Werkzeug"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := fragmentText(tt.in); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestFurniture(t *testing.T) {
	for name, want := range map[string]bool{
		"share": true, "shareBar": true, "article__share-tools": true, "jp-relatedposts": true, "sr-only": true,
		"newsletter-signup": true, "wp-caption": true, "cookie-banner": true, "AdSlot ad-300x250": true,
		"article-body": false, "has-sidebar": false, "no-comments": false, "tag-share": false, "shared": false,
		"reader": false, "headline": false, "download": false, "paywall": false, "": false,
	} {
		if got := furniture().among(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
	if !containers().among("td-post-content") || containers().among("content") {
		t.Error("containers")
	}
}

func TestWords(t *testing.T) {
	got := words("article__body--mainText  x-Y2 ABCdef")
	if diff := cmp.Diff([]string{"article", "body", "main", "text", "x", "y", "abcdef"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTitle(t *testing.T) {
	tests := []struct{ name, head, body, want string }{
		{"bar", "<title>Minister resigns after vote | Daily Example</title>", "", "Minister resigns after vote"},
		{"dash before a name", `<title>Minister resigns after vote - Daily Example</title><meta property="og:site_name" content="Daily Example">`, "", "Minister resigns after vote"},
		{"dash inside a headline", "<title>Minister resigns - and stays</title>", "", "Minister resigns - and stays"},
		{"heading as printed", `<meta property="og:title" content="Minister quits after the vote on budget">`, "<h1>Minister resigns after the vote on budget</h1>", "Minister resigns after the vote on budget"},
		{"kicker in the statement", `<meta property="og:title" content="Politics: Minister resigns after vote">`, "<h1>Minister resigns after vote</h1>", "Minister resigns after vote"},
		{"kicker in the heading", `<meta property="og:title" content="Minister resigns after vote">`, "<h1><span>Politics</span> Minister resigns after vote</h1>", "Minister resigns after vote"},
		{"name of the site as heading", `<title>Minister resigns after vote</title><meta property="og:site_name" content="Daily Example">`, "<h1>Daily Example</h1>", "Minister resigns after vote"},
		{"heading alone", "", "<h1>Minister resigns after vote</h1>", "Minister resigns after vote"},
		{"section of a blog before the headline", "<title>Four Winds » Blog Archive » Knots for beginners</title>", `<h1><a href="/">Four Winds</a></h1><h2>Knots for beginners</h2><h2>Search</h2>`, "Knots for beginners"},
		{"name of the site with a dash", "<title>Knots - Four Winds - A sailing blog</title>", `<h1><a href="https://winds.example/">Four Winds - A sailing blog</a></h1>`, "Knots"},
		{"titled heading below the name", "<title>Four Winds</title>", `<h1><a href="/">Four Winds</a></h1><h2>Search</h2><h2 class="entry-title">Knots for beginners</h2>`, "Knots for beginners"},
		{"one heading against the statement for search engines", `<meta property="og:title" content="Best knots 2024 compared">`, "<h1>What our skipper ties when it blows</h1>", "What our skipper ties when it blows"},
		{"heading of another part", `<meta property="og:title" content="Minister resigns after vote">`, `<aside><h1>More of our best stories</h1></aside>`, "Minister resigns after vote"},
		{"statement cut at a quotation mark", `<meta property="og:title" content="Senator calls the minister ">`, `<h1>Senator calls the minister "unfit"</h1>`, `Senator calls the minister "unfit"`},
		{"something behind the headline", `<meta property="og:title" content="Minister resigns after vote">`, `<h1>Minister resigns after vote <small>Press release 12</small></h1>`, "Minister resigns after vote"},
		{"words before what is stated, in the one heading", `<meta property="og:title" content="Minister resigns after vote">`, `<h1>"Enough": Minister resigns after vote</h1>`, `"Enough": Minister resigns after vote`},
		{"short heading with the name of the site run into the statement", `<meta property="og:title" content="Truckwash A7Best of the trades">`, `<h1 class="page-title">Truckwash A7</h1>`, "Truckwash A7"},
		{"heading of one word", "<title>Trips along the river</title>", "<h1>Westport</h1>", "Westport"},
		{"name of the site as first heading, title below", "<title>Minister resigns after vote -- Up Daily / Focus</title>", `<h1>Up Daily Media</h1><h2>Minister resigns after vote</h2>`, "Minister resigns after vote"},
		{"name of the site at the end of the statement and as heading", `<title>Minister resigns after vote - Ann's notes of the day</title>`, `<h1>Ann's notes of the day</h1><h2>Older notes</h2><h3>Minister resigns after vote</h3>`, "Minister resigns after vote"},
		{"blog in a folder of a host", `<title>Knots for beginners - Four Winds</title><meta property="og:url" content="https://blogs.example/winds/e/12">`, `<h1><a href="https://blogs.example/winds">Four Winds</a></h1><h3>Knots for beginners</h3>`, "Knots for beginners"},
		{"statement of the site that is the title", `<title>Knots for beginners - Four Winds</title><meta property="og:site_name" content="Knots for beginners - Four Winds"><meta property="og:title" content="Knots for beginners - Four Winds">`, `<h3>Knots for beginners</h3>`, "Knots for beginners"},
		{"heading in a part beside the article", "<title>Minister resigns after vote - Some Games 2022</title>", `<div class="teaser-box"><h3>Minister resigns after vote</h3></div>`, "Minister resigns after vote"},
		{"dash at the end", `<meta property="og:title" content="Minister resigns after vote -">`, "", "Minister resigns after vote"},
		{"names right behind, in Chinese", "<title>部长在投票后辞职的消息_时政_某某网</title>", "", "部长在投票后辞职的消息"},
		{"dash inside a headline in Chinese", "<title>北京-上海</title>", "", "北京-上海"},
		{"kicker set off for those who listen", `<meta property="og:title" content="Elections: Minister resigns after vote">`, `<h1><span>Elections</span><span class="sr-only">: </span><span>Minister resigns after vote</span></h1>`, "Minister resigns after vote"},
		{"kicker behind a dash for no reader", `<meta property="og:title" content="Elections – Minister resigns after vote">`, `<h1><span>Elections</span><span aria-hidden="true"> – </span><span>Minister resigns after vote</span></h1>`, "Minister resigns after vote"},
		{"kicker of a lower heading with the same words", `<meta property="og:title" content="Elections: Minister resigns after vote">`, `<h1>Elections: Minister resigns after vote</h1><h2><span class="page__kicker">Elections</span><i>:</i> Minister resigns after vote</h2>`, "Minister resigns after vote"},
		{"kicker in a block of its own", `<meta property="og:title" content="100th birthday: Minister resigns after vote">`, `<h1><div class="topic">100th birthday</div> Minister resigns after vote</h1>`, "Minister resigns after vote"},
		{"colon in the headline itself", `<meta property="og:title" content="Elections: Minister resigns after vote">`, `<h1>Elections: Minister resigns after vote</h1>`, "Elections: Minister resigns after vote"},
		{"date before the headline", "<title>23.01.2022 - Minister resigns after vote</title>", "", "Minister resigns after vote"},
		{"date in the headline", "<title>23 January 2022 in pictures and words</title>", "", "23 January 2022 in pictures and words"},
		{"icon that is not read aloud", "", `<h1><i aria-hidden="true">★</i> Minister resigns after vote</h1>`, "Minister resigns after vote"},
		{"references", `<meta property="og:title" content="Q&amp;amp;A: what now?">`, "", "Q&A: what now?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := parse("<html><head>" + tt.head + "</head><body>" + tt.body + "<p>x</p></body></html>")
			if err != nil {
				t.Fatal(err)
			}
			if meta, _ := readMeta(doc); meta.Title != tt.want {
				t.Errorf("%q, want %q", meta.Title, tt.want)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"json-ld", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-02"}</script><time datetime="2021-01-01">`, "2020-01-02"},
		{"json-ld with faults", "<script type=\"application/ld+json\">\n<!--\n{\"@type\":\"Article\",\"headline\":\"a\nb\",\"datePublished\":\"2020-01-02T03:04:05Z\"};\n--></script>", "2020-01-02T03:04:05Z"},
		{"list of other articles", `<script type="application/ld+json">[{"@type":"NewsArticle","url":"http://x/other","datePublished":"2019-01-01"},{"@type":"NewsArticle","url":"http://x/this","datePublished":"2020-01-01"}]</script><link rel="canonical" href="http://x/this">`, "2020-01-01"},
		{"meta", `<meta property="article:published_time" content="2020-05-06T07:08:09+02:00">`, "2020-05-06T07:08:09+02:00"},
		{"unix time", `<meta name="pubdate" content="1588741689">`, "2020-05-06T05:08:09Z"},
		{"placeholder", `<meta name="date" content="0000-00-00"><meta name="dc.date" content="2020-05-06">`, "2020-05-06"},
		{"time element", `<article><time datetime="2020-05-06">today</time></article>`, "2020-05-06"},
		{"clock alone is no date", `<span class="date">14:05</span>`, ""},
		{"class", `<span class="article-date">6. Mai 2020</span>`, "6. Mai 2020"},
		{"address", `<link rel="canonical" href="https://x.example/2020/5/6/a.html">`, "2020-05-06"},
		{"address without slashes", `<link rel="canonical" href="https://x.example/20200506/a.html">`, "2020-05-06"},
		{"day of the newsroom", `<meta property="article:published_time" content="2020-05-07T02:00:00Z"><link rel="canonical" href="https://x.example/2020/05/06/a.html">`, "2020-05-06"},
		{"script", `<script>var x = {"publishedAt":"2020-05-06T01:02:03Z"}</script>`, "2020-05-06T01:02:03Z"},
		{"line by the headline", `<h1>Minister resigns after vote</h1><div>Rom, 6 maggio 2020</div><p>x</p>`, "6 maggio 2020"},
		{"line in Japanese", `<h1>Minister resigns after vote</h1><div>2020年5月6日 10時</div>`, "2020年5月6日"},
		{"other articles before it", `<div class="list"><time datetime="2019-01-01">1 January 2019</time> Other news</div><p>` + strings.Repeat("Word. ", 60) + `</p><h1>Minister resigns after vote</h1><p><time datetime="2020-05-06">6 May 2020</time></p>`, "2020-05-06"},
		{"comments below it", `<h1>Minister resigns after vote</h1><p>6 May 2020 - 14:05</p><p>` + strings.Repeat("Word. ", 200) + `</p><time datetime="2020-05-09">9 May 2020</time>`, "6 May 2020"},
		{"day of a change beside it", `<h1>Minister resigns after vote</h1><div class="date"><time class="updated" datetime="2020-05-08">8 May 2020</time><time class="published" datetime="2020-05-06">6 May 2020</time></div>`, "2020-05-06"},
		{"in no block of its own", `<h1>Minister resigns after vote</h1><font size=2>June 3, 2003</font><p>Two years after the last vote.</p>`, "June 3, 2003"},
		{"line broken by hand", `<h1>Minister resigns after vote</h1><p>By Ann Dory<br>3 June 2003<br>Two years after the last vote.</p>`, "3 June 2003"},
		{"below the text", `<h1>Minister resigns after vote</h1><p>` + strings.Repeat("Word. ", 200) + `</p><p>Rome, 6 May 2020</p>`, "6 May 2020"},
		{"day of a change in words, above the other", `<h1>Minister resigns after vote</h1><p>Letzte Änderung: 8.5.2020 - 14:49<br>Erschienen am: 6.5.2020</p>`, "6.5.2020"},
		{"two figures of the year", `<h1>Minister resigns after vote</h1><p>06.05.20</p>`, "06.05.2020"},
		{"three numbers in a sentence are no date", `<h1>Minister resigns after vote</h1><p>The version 06.05.20 of the software that counts the votes has been in use since the last elections were held.</p>`, ""},
		{"dates of a list of other articles", `<ul><li>1.5.2020 One<li>2.5.2020 Two<li>3.5.2020 Three<li>4.5.2020 Four</ul><h1>Minister resigns after vote</h1><div class="post-meta">Posted the 6.5.2020 at noon</div>`, "6.5.2020"},
		{"markup in markup", `<h1>Minister resigns after vote</h1><time class="published-date" datetime="2020-05-06"><span class="date">6. mai 2020</span></time>`, "2020-05-06"},
		{"what readers see against what the page was filed under", `<meta name="date" content="2020-05-02"><h1>Minister resigns after vote</h1><time>6 May 2020</time>`, "6 May 2020"},
		{"two statements, one of which readers see", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-05-02T10:00:00Z"}</script><meta property="article:published_time" content="2020-05-06T10:00:00Z"><h1>Minister resigns after vote</h1><time>6 May 2020</time>`, "2020-05-06T10:00:00Z"},
		{"day that readers see against the address", `<meta property="article:published_time" content="2020-05-07T02:00:00Z"><link rel="canonical" href="https://x.example/2020/05/06/a.html"><h1>Minister resigns after vote</h1><time>May 7, 2020</time>`, "2020-05-07T02:00:00Z"},
		{"written anew under a day that readers see", `<meta property="article:published_time" content="2020-05-02T10:00:00Z"><meta property="article:modified_time" content="2020-05-06T10:00:00Z"><h1>Minister resigns after vote</h1><time>6 May 2020</time>`, "6 May 2020"},
		{"change that readers see as one", `<meta property="article:published_time" content="2020-05-02T10:00:00Z"><meta property="article:modified_time" content="2020-05-06T10:00:00Z"><h1>Minister resigns after vote</h1><p>Updated: 6 May 2020</p>`, "2020-05-02T10:00:00Z"},
		{"another day that readers see", `<meta property="article:published_time" content="2020-05-02T10:00:00Z"><meta property="article:modified_time" content="2020-05-06T10:00:00Z"><h1>Minister resigns after vote</h1><time>9 May 2020</time>`, "2020-05-02T10:00:00Z"},
		{"address against a date of something else", `<link rel="canonical" href="https://x.example/2020/05/06/a.html"><h1>Minister resigns after vote</h1><p>Links of December 14th 2020</p>`, "2020-05-06"},
		{"the page's only date where the headline stands nowhere", `<title>Minister resigns after vote</title><p>Word.</p><p>News of 6.5.2020</p>`, "6.5.2020"},
		{"date in a sentence is no date of the page", `<h1>Minister resigns after vote</h1><p>The law of 6 May 2020 that the parliament passed in a night session with a narrow majority is void.</p>`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := parse("<html><body>" + tt.page + "</body></html>")
			if err != nil {
				t.Fatal(err)
			}
			if meta, _ := readMeta(doc); meta.Published != tt.want {
				t.Errorf("%q, want %q", meta.Published, tt.want)
			}
		})
	}
}

func TestHostilePagesEndSoon(t *testing.T) {
	for name, page := range map[string]string{
		"deep":             "<body>" + strings.Repeat("<div>", 100_000) + "Text.",
		"wide":             "<body>" + strings.Repeat("<p>Text here.", 90_000),
		"formats reopened": "<body>" + strings.Repeat("<font color=a>", 300) + strings.Repeat("<p>Text.", 90_000),
		"dates in dates":   "<body>" + strings.Repeat(strings.Repeat("<span class=date>", 300)+"x"+strings.Repeat("</span>", 300), 100),
		"tables in tables": "<body>" + strings.Repeat("<table>", 300) + strings.Repeat("<td>x", 30_000),
		"one paragraph":    "<body><p>" + strings.Repeat("word ", 1<<20),
		"broken json":      `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 20_000) + "</script><p>Text.",
		"no end of a tag":  "<html><p>Text. <" + strings.Repeat("a ", 1<<19),
	} {
		begun := time.Now()
		readAll(t, page, Options{})
		// A busy machine is slow; what is quadratic takes hours.
		if took := time.Since(begun); took > 5*time.Minute {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func TestPageWithoutTextIsNamed(t *testing.T) {
	_, skips := readAll(t, "<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav></body></html>", Options{})
	wantSkip(t, skips, ErrNoArticle)
}
