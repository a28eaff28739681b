// What Glamour asks of chroma, without chroma's syntax tables: reading those
// costs a third of the program's start, and news holds no source code.
module github.com/alecthomas/chroma/v2

go 1.26
