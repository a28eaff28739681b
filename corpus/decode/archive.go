package decode

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/bzip2"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory of a zstd stream.
const maxWindow = 64 << 20 // bytes

func (w *walk) gzip(in *input) {
	r, err := gzip.NewReader(in.r)
	if err != nil {
		w.skip(in.source, "", damaged(err))
		return
	}
	w.inner(in, in.source, r)
}

func (w *walk) bzip2(in *input) { w.inner(in, in.source, bzip2.NewReader(in.r)) }

func (w *walk) zstd(in *input) {
	r, err := zstd.NewReader(in.r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		w.skip(in.source, "", damaged(err))
		return
	}
	defer r.Close()
	w.inner(in, in.source, r)
}

// inner reads what came out of a packing or an archive.
func (w *walk) inner(in *input, name string, r io.Reader) {
	if in.depth >= w.opts.MaxDepth {
		w.skip(name, "", fmt.Errorf("%w: packed more than %d times; unpack it or raise the limit with --max-depth", ErrTooLarge, w.opts.MaxDepth))
		return
	}
	w.read(&input{source: name, depth: in.depth + 1, budget: in.budget,
		r: bufio.NewReaderSize(unpacked{r, in.budget}, headSize)})
}

// tar reads the members of an archive as they come.
func (w *walk) tar(in *input) {
	archive, members := tar.NewReader(in.r), 0
	for !w.done() {
		h, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			w.skip(in.source, fmt.Sprintf("after member %d", members), damaged(err))
			return
		}
		if name := memberName(h.Name); h.Typeflag == tar.TypeReg && name != "" {
			members++
			w.inner(in, in.source+"/"+name, archive)
		}
	}
	if members == 0 && !w.done() {
		w.skip(in.source, "", fmt.Errorf("archive %w", ErrEmpty))
	}
}

// zip reads the members of an archive in the order of its directory. The
// directory is at the end, so an archive that comes as a stream is held whole.
func (w *walk) zip(in *input) {
	file, size := in.file, in.size
	if file == nil {
		data, ok := w.whole(in)
		if !ok {
			return
		}
		file, size = bytes.NewReader(data), int64(len(data))
	}
	archive, err := zip.NewReader(file, size)
	if err != nil {
		w.broken(in.source, "", fmt.Errorf("%w; read without its directory", err))
		w.zipWithoutDirectory(in, bufio.NewReader(io.NewSectionReader(file, 0, size)))
		return
	}
	members := 0
	for _, f := range archive.File {
		if w.done() {
			return
		}
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" && !strings.HasSuffix(in.source, ".epub") {
			w.skip(in.source, "", fmt.Errorf("%w but an Office document: save it as text", ErrBinary))
			return
		}
		if name := memberName(f.Name); name != "" && f.Mode().IsRegular() {
			members++
			w.member(in, in.source+"/"+name, f)
		}
	}
	if members == 0 {
		w.skip(in.source, "", fmt.Errorf("archive %w", ErrEmpty))
	}
}

func (w *walk) member(in *input, name string, f *zip.File) {
	if f.Flags&1 != 0 {
		w.skip(name, "", fmt.Errorf("%w: it is encrypted; unpack it first", ErrUnreadable))
		return
	}
	r, err := f.Open()
	if err != nil {
		w.skip(name, "", damaged(err))
		return
	}
	defer r.Close()
	w.inner(in, name, r)
}

// memberName is a member's name below its archive, whatever it says of parents
// and roots; "" for what tools write for themselves.
func memberName(name string) string {
	name = name[:min(len(name), maxNameBytes)]
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) {
			return ""
		}
	}
	return source(name)
}
