package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"os"
	"path/filepath"
	"time"

	"parallax/corpus/invent"
)

// rssItem is a report in a feed, RSS 2.0.
type rssItem struct {
	XMLName xml.Name `xml:"item"`
	GUID    string   `xml:"guid"`
	Title   string   `xml:"title"`
	Link    string   `xml:"link"`
	Source  string   `xml:"source"`
	Date    string   `xml:"pubDate"`
	Text    string   `xml:"description"`
}

// writeFeed writes the reports as one feed.
func writeFeed(w io.Writer, reports iter.Seq[invent.Report]) error {
	if _, err := io.WriteString(w, xml.Header+`<rss version="2.0"><channel><title>Invented</title><link>https://invented.example/</link><description>Invented reports</description>`+"\n"); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	for r := range reports {
		day, err := time.Parse(time.DateOnly, r.Published)
		if err != nil {
			return err
		}
		if err := e.Encode(rssItem{GUID: r.ID, Title: r.Title, Link: r.Link, Source: r.Source, Date: day.Format(time.RFC1123Z), Text: r.Text}); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n</channel></rss>\n")
	return err
}

// lettersInFolder is how many letters a folder holds at the most.
const lettersInFolder = 1000

// writeLetters writes each report as a letter into a folder.
func writeLetters(folder string, reports iter.Seq[invent.Report]) error {
	if folder == "" {
		return errors.New("mail needs -to FOLDER")
	}
	n := 0
	for r := range reports {
		day, err := time.Parse(time.DateOnly, r.Published)
		if err != nil {
			return err
		}
		in := filepath.Join(folder, fmt.Sprint(n/lettersInFolder), "cur")
		if n%lettersInFolder == 0 {
			if err := os.MkdirAll(in, 0o700); err != nil {
				return err
			}
		}
		letter := fmt.Sprintf("From: %s <news@invented.example>\nTo: reader@invented.example\nSubject: %s\nDate: %s\nMessage-ID: <%s@invented.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n",
			mime.QEncoding.Encode("utf-8", r.Source), mime.QEncoding.Encode("utf-8", r.Title), day.Format(time.RFC1123Z), r.ID, r.Text)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprint(n, ":2,S")), []byte(letter), 0o600); err != nil {
			return err
		}
		n++
	}
	return nil
}
