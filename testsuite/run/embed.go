// Variables behind go:embed directives hold files of the build.
package main

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed embed_data/a.txt
var s string

//go:embed "embed_data/b c.bin"
var b []byte

//go:embed embed_data/empty.txt
var e []byte

// comment
//
//go:embed embed_data/*.txt
//go:embed embed_data

// more

var f embed.FS

var (
	//go:embed all:embed_data/*
	g embed.FS
)

type text string

//go:embed embed_data/a.txt
var t text

func main() {
	fmt.Printf("%q %q %d %v %q\n", s, b, len(e), e == nil, t)
	b[0] = 'x'
	fmt.Printf("%q\n", b)
	for _, fsys := range []embed.FS{f, g} {
		fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			fmt.Println(path, d.IsDir(), err)
			return nil
		})
	}
	data, err := f.ReadFile("embed_data/sub/d.txt")
	fmt.Printf("%q %v\n", data, err)
	_, err = f.ReadFile("nope")
	fmt.Println(err)
}
