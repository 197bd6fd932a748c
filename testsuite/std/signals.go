// Package os/signal, os.Process, the rest of io/fs, times as bytes.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func send(sig os.Signal) {
	p, err := os.FindProcess(os.Getpid())
	if err != nil {
		fmt.Println(err)
	}
	if err := p.Signal(sig); err != nil {
		fmt.Println(err)
	}
}

func receive(c chan os.Signal) {
	select {
	case s := <-c:
		fmt.Println("got", s)
	case <-time.After(10 * time.Second):
		fmt.Println("nothing came")
	}
}

func none(c chan os.Signal) {
	select {
	case s := <-c:
		fmt.Println("unexpected", s)
	case <-time.After(50 * time.Millisecond):
		fmt.Println("nothing")
	}
}

func signals() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGUSR1)
	send(os.Interrupt)
	receive(c)
	send(syscall.SIGUSR1)
	receive(c)
	d := make(chan os.Signal, 5)
	signal.Notify(d, syscall.SIGUSR1)
	send(syscall.SIGUSR1)
	receive(c)
	receive(d)
	signal.Stop(d)
	send(syscall.SIGUSR1)
	receive(c)
	none(d)
	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(os.Interrupt))
	send(syscall.SIGUSR1)
	none(c)
	signal.Notify(c, syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1))
	send(syscall.SIGUSR1)
	receive(c)
	signal.Reset(syscall.SIGUSR1)
	signal.Ignore(syscall.SIGHUP)
	send(syscall.SIGHUP)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGUSR2)
	fmt.Println(ctx, ctx.Err())
	send(syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()
	ctx, stop = signal.NotifyContext(context.Background())
	stop()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	for _, s := range []syscall.Signal{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 28, 31, 34, 99, 0, -3} {
		fmt.Print(s, "; ")
	}
	fmt.Println()
	p, _ := os.FindProcess(os.Getpid())
	fmt.Println(p.Pid == os.Getpid(), p.Release(), p.Signal(os.Interrupt) != nil)
}

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
	}
}

// onlyOpen hides all but Open.
type onlyOpen struct{ fsys fs.FS }

func (f onlyOpen) Open(name string) (fs.File, error) { return f.fsys.Open(name) }

func fileSystems() {
	root, err := os.MkdirTemp("", "signals")
	check(err)
	defer os.RemoveAll(root)
	check(os.MkdirAll(root+"/a/b", 0o755))
	for _, n := range []string{"x.go", "y.txt", "a/z.go", "a/b/deep.go"} {
		check(os.WriteFile(root+"/"+n, []byte("text of "+n), 0o644))
	}
	check(os.Symlink("x.go", root+"/link"))
	for _, fsys := range []fs.FS{os.DirFS(root), onlyOpen{os.DirFS(root)}} {
		for _, p := range []string{"*", "*.go", "*/*.go", "a/*", "a/b/deep.go", "none*", "none", "[", "*/b/*", "a", "."} {
			m, err := fs.Glob(fsys, p)
			fmt.Print(p, m, err, "; ")
		}
		fmt.Println()
		for _, dir := range []string{"a", ".", "a/b", "../x", "none"} {
			sub, err := fs.Sub(fsys, dir)
			if err != nil {
				fmt.Println(err)
				continue
			}
			list, err := fs.ReadDir(sub, ".")
			fmt.Print(dir, len(list), err != nil)
			m, err := fs.Glob(sub, "*.go")
			fmt.Print(m, err)
			b, err := fs.ReadFile(sub, "z.go")
			fmt.Print(string(b), err != nil)
			if _, err = sub.Open("missing"); err != nil {
				fmt.Print(err.(*fs.PathError).Path, errors.Is(err, fs.ErrNotExist))
			}
			_, err = sub.Open("/bad")
			fmt.Println(err)
		}
		target, err := fs.ReadLink(fsys, "link")
		fmt.Println(target, err)
		info, err := fs.Lstat(fsys, "link")
		fmt.Println(info.Name(), info.Mode()&fs.ModeSymlink != 0, err)
		_, err = fs.ReadLink(fsys, "x.go")
		fmt.Println(err)
	}
	f, err := os.DirFS(root).Open("x.go")
	check(err)
	b, err := io.ReadAll(f)
	fmt.Println(string(b), err, f.Close())
}

func times() {
	for _, t := range []time.Time{{}, time.Date(2024, 2, 29, 12, 30, 45, 123456789, time.UTC), time.Date(1960, 1, 1, 0, 0, 0, 0, time.FixedZone("x", 3600)), time.Date(2030, 12, 31, 23, 59, 59, 1, time.FixedZone("y", -5*3600-1800)), time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("z", 3601)), time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("w", -60))} {
		b, err := t.MarshalBinary()
		fmt.Print(b, err, " ")
		var u, v time.Time
		fmt.Print(u.UnmarshalBinary(b), u.Equal(t), u.Format(time.RFC3339Nano), " ")
		g, err := t.GobEncode()
		fmt.Print(v.GobDecode(g), v.Equal(t), err, " ")
		x, err := t.AppendText([]byte("t="))
		fmt.Println(string(x), err)
	}
	var u time.Time
	fmt.Println(u.UnmarshalBinary(nil), u.UnmarshalBinary([]byte{9}), u.UnmarshalBinary([]byte{1, 2}))
}

func main() {
	signals()
	fileSystems()
	times()
	fmt.Println(strings.Repeat("=", 3))
}
