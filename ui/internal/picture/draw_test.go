package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestDraw(t *testing.T) {
	var b bytes.Buffer
	screen := "\x1b[1mbold\x1b[0m plain <&>\n\x1b[31mred\x1b[7mback\x1b[0m\n中文 ok\n"
	if err := draw(&b, strings.NewReader(screen)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`class="b">bold</text>`, `>plain &lt;&amp;&gt;</text>`, `class="c1">red</text>`, `<rect class="r" x="32"`, `textLength="56" lengthAdjust="spacingAndGlyphs">中文 ok</text>`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
	for d := xml.NewDecoder(&b); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
