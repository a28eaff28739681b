package decode

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	if os.Getenv("TRY") == "" {
		t.Skip()
	}
	n := 0
	skips, err := Walk(context.Background(), []string{os.Getenv("TRY")}, Options{}, func(p Page) bool {
		n++
		fmt.Printf("%s %d %s raw=%v %d bytes %+v\n%s\n\n", p.Source, p.Record, p.Format, p.Raw, len(p.Text), p.Meta, p.Text)
		return n < 100
	})
	for i := range skips {
		fmt.Println("SKIP", skips[i].Error())
	}
	fmt.Println(err)
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, "VmHWM") {
			fmt.Println(l)
		}
	}
}

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	f, _ := os.Create("/tmp/decode/eval/out.jsonl")
	defer f.Close()
	enc := json.NewEncoder(f)
	skips, _ := Walk(context.Background(), []string{os.Getenv("DUMP")}, Options{}, func(p Page) bool {
		enc.Encode(p)
		return true
	})
	for i := range skips {
		fmt.Println(&skips[i])
	}
}
