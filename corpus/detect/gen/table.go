//go:build ignore

// Table builds language/table.bin, the n-gram table of language detection, from
// the language models of lingua-go v1.4.0 (Apache-2.0). See README.md.
package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The shape of the table; language_table.go reads the same one.
const (
	magic      = "NGRAMS1\n"
	bucketBits = 15
	steps      = 8 // weight steps for a factor of two in frequency
	longest    = 4 // runes of the longest n-gram
)

// rarest is, for each order, log2 of the relative frequency at which an n-gram
// is taken in. A rarer one counts as absent.
var rarest = [longest + 1]float64{0, 0, -13, -14.5, -14.5}

var names = strings.Fields(`
	en de nl sv fr es pt it pl tr id ms vi
	af az bs ca cs cy da et eu fi ga hr hu is lt lv nb nn ro sk sl so sq sw tl
	ru uk be bg kk mk mn sr
	ar fa ur
	hi mr`)

// pair is the weight of one n-gram in one language.
type pair struct{ language, weight uint8 }

func main() {
	models := flag.String("models", "", "the folder language-models of lingua-go v1.4.0")
	out := flag.String("out", "language/table.bin", "the file to write")
	flag.Parse()
	table := map[uint64][]pair{}
	for i, name := range names {
		frequency := map[string]float64{"": 1}
		for n := 1; n <= longest; n++ {
			if err := read(*models, name, n, frequency); err != nil {
				log.Fatal(err)
			}
		}
		add(table, uint8(i), frequency)
	}
	data := encode(table)
	if err := os.WriteFile(*out, data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d languages, %d n-grams, %d bytes\n", len(names), len(table), len(data))
}

// read takes the n-grams of one order into frequency. The models hold the
// probability of the last rune given those before it; the product along the
// n-gram is its relative frequency.
func read(models, name string, n int, frequency map[string]float64) error {
	order := []string{"", "unigrams", "bigrams", "trigrams", "quadrigrams"}[n]
	archive, err := zip.OpenReader(filepath.Join(models, name, order+".pb.bin.zip"))
	if err != nil {
		return err
	}
	defer archive.Close()
	file, err := archive.File[0].Open()
	if err != nil {
		return err
	}
	data, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	return fields(data, func(number int, set []byte) error {
		if number != 4 {
			return nil
		}
		return readSet(set, frequency)
	})
}

func readSet(set []byte, frequency map[string]float64) error {
	var probability float64
	return fields(set, func(number int, value []byte) error {
		if number == 1 {
			probability = math.Float64frombits(binary.LittleEndian.Uint64(value))
			return nil
		}
		gram := []rune(string(value))
		frequency[string(value)] = probability * frequency[string(gram[:len(gram)-1])]
		return nil
	})
}

// fields calls visit for every length-delimited or 64-bit field of a protocol
// buffer, in order.
func fields(data []byte, visit func(number int, value []byte) error) error {
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		if n <= 0 {
			return errors.New("bad field tag")
		}
		data = data[n:]
		size := uint64(8)
		if tag&7 != 1 {
			if size, n = binary.Uvarint(data); n <= 0 {
				return errors.New("bad field length")
			}
			data = data[n:]
		}
		if tag&7 == 0 {
			continue
		}
		if size > uint64(len(data)) {
			return errors.New("field past the end")
		}
		if err := visit(int(tag>>3), data[:size]); err != nil {
			return err
		}
		data = data[size:]
	}
	return nil
}

func add(table map[uint64][]pair, language uint8, frequency map[string]float64) {
	for gram, f := range frequency {
		runes := []rune(gram)
		if len(runes) == 0 || f == 0 {
			continue
		}
		above := math.Log2(f) - rarest[len(runes)]
		if above < 0 {
			continue
		}
		var key uint64
		for _, r := range runes {
			key = key<<16 | uint64(uint16(r))
		}
		weight := uint8(min(255, 1+math.Round(above*steps)))
		table[key] = append(table[key], pair{language, weight})
	}
}

// hash spreads a packed n-gram over buckets (the top bits) and a mark that
// tells the n-grams of one bucket apart.
func hash(key uint64) (bucket uint64, mark uint16) {
	h := key * 0x9E3779B97F4A7C15
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h >> (64 - bucketBits), uint16(h >> 24)
}

func encode(table map[uint64][]pair) []byte {
	buckets := make([][]uint64, 1<<bucketBits)
	for key := range table {
		b, _ := hash(key)
		buckets[b] = append(buckets[b], key)
	}
	var out, body bytes.Buffer
	list := strings.Join(names, " ")
	out.WriteString(magic)
	out.WriteByte(uint8(len(list) >> 8))
	out.WriteByte(uint8(len(list)))
	out.WriteString(list)
	for _, keys := range buckets {
		offset(&out, body.Len())
		slices.Sort(keys)
		for _, key := range keys {
			_, mark := hash(key)
			body.Write([]byte{uint8(mark >> 8), uint8(mark), uint8(len(table[key]))})
			for _, p := range table[key] {
				body.Write([]byte{p.language, p.weight})
			}
		}
	}
	offset(&out, body.Len())
	out.Write(body.Bytes())
	return out.Bytes()
}

// offset writes n in three bytes, high byte first.
func offset(out *bytes.Buffer, n int) { out.Write([]byte{uint8(n >> 16), uint8(n >> 8), uint8(n)}) }
