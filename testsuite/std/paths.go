// Packages path and path/filepath.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

var paths = []string{"", ".", "..", "/", "//", "///", "a", "a/", "a//", "a/b", "a/b/", "/a", "/a/b/c.txt", "a/./b", "a/../b", "../a", "../../a/..",
	"a/../../b", "/..", "/../a", "/a/../..", "a/b/../../..", "./", "./a", "a/.", "a/..", "abc/def.tar.gz", ".bashrc", "a.b/c", "a/b.", "//a//b//", "日本/語.x", "a/b/../c/./d/../../e"}

func texts() {
	for _, p := range paths {
		d, f := path.Split(p)
		fmt.Printf("%q: %q %q %q %q %q,%q %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), d, f, path.IsAbs(p))
		d, f = filepath.Split(p)
		fmt.Printf("%q %q %q %q %q,%q %v %v %q\n", filepath.Clean(p), filepath.Base(p), filepath.Dir(p), filepath.Ext(p), d, f, filepath.IsAbs(p), filepath.IsLocal(p), filepath.VolumeName(p))
		fmt.Println(filepath.Localize(p))
	}
	for _, j := range [][]string{{}, {""}, {"", ""}, {"a"}, {"a", "b"}, {"a", ""}, {"", "b"}, {"a/", "/b"}, {"/", "a"}, {"a", "../b"}, {"a", "..", ".."}, {"", "..", "x"}} {
		fmt.Printf("%q %q\n", path.Join(j...), filepath.Join(j...))
	}
	fmt.Printf("%q %q %q %q\n", filepath.SplitList(""), filepath.SplitList("a"), filepath.SplitList("a:b::c"), filepath.SplitList(":"))
	fmt.Println(filepath.ToSlash("a/b"), filepath.FromSlash("a/b"), filepath.HasPrefix("abc", "ab"), string(filepath.Separator), string(filepath.ListSeparator))
	for _, b := range []string{"", ".", "a", "a/b", "/", "/a", "/a/b", "..", "../a", "a/b/c", "../.."} {
		for _, t := range []string{"", ".", "a", "a/b", "/", "/a", "/a/c", "..", "../a", "x/y", "ab", "../../x"} {
			r, err := filepath.Rel(b, t)
			fmt.Print(r, " ", err, "; ")
		}
		fmt.Println()
	}
}

func match() {
	patterns := []string{"", "*", "?", "a", "a*", "*a", "*.go", "a*b*c", "a?c", "[abc]", "[^abc]", "[a-c]x", "[^a-c]x", "\\*", "\\a", "a\\", "[", "[a", "[]", "[]a]", "[-]", "[a-]", "[-x]",
		"[\\-x]", "[\\]]", "[^]", "[a-", "**", "a**b", "*/*", "*x*y*", "[x-a]", "[日-本]", "?é", "a[", "a/[", "*[", "[a]/b", "a\\/b", "a*/b", "*[a-", "ab[c]", "a???", "[^]a]"}
	names := []string{"", "a", "b", "ab", "abc", "aXbYc", "x.go", "dir/x.go", "*", "-", "x", "ax", "dx", "a/b", "abcd/b", "日", "éé", "]", "a]", "axyb", "xxyy", "\\", "a[", "xaybzc", "/"}
	for _, p := range patterns {
		fmt.Printf("%q:", p)
		for _, n := range names {
			ok, err := path.Match(p, n)
			ok2, err2 := filepath.Match(p, n)
			if ok != ok2 || err != err2 {
				fmt.Print("differ")
			}
			switch {
			case err == path.ErrBadPattern:
				fmt.Print(" E")
			case ok:
				fmt.Print(" 1")
			default:
				fmt.Print(" 0")
			}
		}
		fmt.Println()
	}
	fmt.Println(path.ErrBadPattern, errors.Is(filepath.ErrBadPattern, path.ErrBadPattern))
}

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
	}
}

func files() {
	root, err := os.MkdirTemp("", "paths")
	check(err)
	root, err = filepath.EvalSymlinks(root)
	check(err)
	defer os.RemoveAll(root)
	check(os.MkdirAll(filepath.Join(root, "b/c/d"), 0o755))
	check(os.MkdirAll(filepath.Join(root, "a"), 0o755))
	for _, f := range []string{"x.txt", "y.go", "a/1.go", "a/2.go", "b/z.go", "b/c/q", "b/c/d/deep.go"} {
		check(os.WriteFile(filepath.Join(root, f), []byte(f), 0o644))
	}
	check(os.Symlink("b/c", filepath.Join(root, "link")))
	check(os.Symlink("../x.txt", filepath.Join(root, "a/up")))
	check(os.Symlink("nowhere", filepath.Join(root, "broken")))
	check(os.Symlink("loop", filepath.Join(root, "loop")))
	short := func(p string) string { return strings.ReplaceAll(p, root, "R") }
	show := func(list []string, err error) {
		for _, p := range list {
			fmt.Print(short(p), " ")
		}
		fmt.Println(list == nil, err)
	}
	for _, g := range []string{"*", "*.go", "*/*.go", "*/*/*", "a/?.go", "nothing*", "x.txt", "absent", "[", "*/c/*", "a/[12].go", "link/*", "b/c/d/../*"} {
		fmt.Print(g, ": ")
		show(filepath.Glob(root + "/" + g))
	}
	dir, err := os.Getwd()
	check(err)
	check(os.Chdir(root))
	show(filepath.Glob("*"))
	abs, err := filepath.Abs("b/../x")
	fmt.Println(short(abs), err)
	abs, err = filepath.Abs("/q/../x")
	fmt.Println(abs, err)
	check(os.Chdir(dir))
	for _, e := range []string{"link", "link/d/deep.go", "a/up", "broken", "loop", "b/../link/../c", "", "."} {
		p, err := filepath.EvalSymlinks(filepath.Join(root, e))
		fmt.Print(short(p), " ")
		if err != nil {
			fmt.Print(short(err.Error()))
		}
		fmt.Println()
	}
	walker := func(what string, stop error, at string) {
		fmt.Println(what)
		err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
			fmt.Print(short(p), " ", d.IsDir(), d.Type(), err, "; ")
			if strings.HasSuffix(p, at) {
				return stop
			}
			return nil
		})
		fmt.Println(err)
		err = filepath.Walk(root, func(p string, d fs.FileInfo, err error) error {
			fmt.Print(short(p), " ", d.IsDir(), err, "; ")
			if strings.HasSuffix(p, at) {
				return stop
			}
			return nil
		})
		fmt.Println(err)
	}
	walker("all", nil, "")
	walker("skip dir", filepath.SkipDir, "/c")
	walker("skip file", filepath.SkipDir, "1.go")
	walker("skip all", filepath.SkipAll, "z.go")
	walker("error", errors.New("enough"), "z.go")
	err = filepath.WalkDir(root+"/none", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(short(p), d == nil, short(err.Error()))
		return nil
	})
	fmt.Println(err)
	err = filepath.Walk(root+"/none", func(p string, d fs.FileInfo, err error) error { return err })
	fmt.Println(errors.Is(err, fs.ErrNotExist))
}

func main() {
	texts()
	match()
	files()
}
