// Package testing runs tests, benchmarks, fuzz targets and examples.
package testing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
)

// common is the state of a test or benchmark.
type common struct {
	mu       sync.RWMutex
	output   []byte    // of the test and, indented, of its subtests
	w        io.Writer // where reports of subtests go
	partial  []byte    // a line of Output that is not complete
	failed   bool
	skipped  bool
	ran      bool
	done     bool
	finished bool // the function returned or stopped on purpose
	helpers  map[string]bool
	cleanups []func()
	name     string
	parent   *common
	level    int
	isBench  bool
	chatty   *chatty // nil without -v
	start    time.Time
	duration time.Duration
	barrier  chan bool // closed when parallel subtests may run
	signal   chan bool // that the test is done or paused
	subs     []*T      // that wait to run in parallel
	hasSub   bool
	parallel bool
	fixed    bool // Setenv or Chdir was called
	tempDir  string
	tempSeq  int
	ctx      context.Context
	cancel   context.CancelFunc
}

// chatty prints what happens as it happens.
type chatty struct {
	mu   sync.Mutex
	last string // the test that was named last
}

// update prints a line that names the test.
func (p *chatty) update(name, format string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	fmt.Printf(format, name)
}

// print prints text of the test.
func (p *chatty) print(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last != "" && p.last != name {
		fmt.Printf("=== NAME  %s\n", name)
	}
	p.last = name
	fmt.Print(text)
}

// indenter appends lines to the output of a test.
type indenter struct{ c *common }

func (w indenter) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		end := len(b)
		if i := strings.IndexByte(string(b), '\n'); i >= 0 {
			end = i + 1
		}
		if b[0] != '\n' {
			w.c.output = append(w.c.output, "    "...)
		}
		w.c.output = append(w.c.output, b[:end]...)
		b = b[end:]
	}
	return n, nil
}

// private keeps other packages from implementing TB.
func (c *common) private() {}

// Name is the name of the test, with those of the tests around it.
func (c *common) Name() string { return c.name }

// Fail marks the test as failed and goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

// FailNow marks the test as failed and ends its goroutine.
func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

// Helper marks the calling function as one whose lines are not of interest in messages.
func (c *common) Helper() {
	pc, _, _, ok := runtime.Caller(1)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[runtime.FuncForPC(pc).Name()] = true
}

// place is the file and line of the first caller that is not a helper.
func (c *common) place() string {
	var pcs [50]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	first := ""
	for {
		f, more := frames.Next()
		if f.Function == "testing.tRunner" || f.Function == "testing.(*B).runN" {
			break
		}
		if f.File != "" && !strings.HasPrefix(f.Function, "testing.(*common).") {
			file := f.File
			if !*fullPath {
				file = filepath.Base(file)
			}
			at := fmt.Sprintf("%s:%d: ", file, f.Line)
			if first == "" {
				first = at
			}
			if !c.isHelper(f.Function) {
				return at
			}
		}
		if !more {
			break
		}
	}
	if first == "" {
		return "???:1: "
	}
	return first
}

func (c *common) isHelper(name string) bool {
	for p := c; p != nil; p = p.parent {
		p.mu.RLock()
		is := p.helpers[name]
		p.mu.RUnlock()
		if is {
			return true
		}
	}
	return false
}

func (c *common) log(text string) {
	text = strings.TrimSuffix(text, "\n")
	c.write("    " + c.place() + strings.ReplaceAll(text, "\n", "\n        ") + "\n")
}

func (c *common) write(text string) {
	c.mu.Lock()
	if len(c.partial) > 0 {
		text = "    " + string(c.partial) + "\n" + text
		c.partial = nil
	}
	if c.done {
		c.mu.Unlock()
		// The test is over: its parents may still take the text.
		for p := c.parent; p != nil; p = p.parent {
			p.mu.Lock()
			if !p.done {
				p.output = append(p.output, text...)
				p.mu.Unlock()
				return
			}
			p.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	if c.chatty != nil {
		c.mu.Unlock()
		if c.isBench {
			fmt.Print(text)
		} else {
			c.chatty.print(c.name, text)
		}
		return
	}
	c.output = append(c.output, text...)
	c.mu.Unlock()
}

// Log formats as Println does. The text is printed if the test fails, or with -test.v.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...)) }

// Logf formats as Printf does. The text is printed if the test fails, or with -test.v.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// Attr tells an attribute of the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\n\r\v\f") {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chatty != nil {
		c.chatty.update(c.name, "=== ATTR  %s "+strings.ReplaceAll(key+" "+value, "%", "%%")+"\n")
	}
}

type outputWriter struct{ c *common }

func (o outputWriter) Write(p []byte) (int, error) {
	c := o.c
	c.mu.Lock()
	all := append(c.partial, p...)
	c.partial = nil
	i := strings.LastIndexByte(string(all), '\n') + 1
	rest := append([]byte(nil), all[i:]...)
	c.mu.Unlock()
	if i > 0 {
		lines := strings.TrimSuffix(string(all[:i]), "\n")
		c.write("    " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n")
	}
	c.mu.Lock()
	c.partial = rest
	c.mu.Unlock()
	return len(p), nil
}

// Output is a Writer to where Log writes, without places.
func (c *common) Output() io.Writer { return outputWriter{c} }

// Cleanup registers a function to be called when the test and its subtests are done; the last registered is called first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

func (c *common) runCleanups() {
	defer func() {
		// A cleanup that panicked or failed does not keep the others from running.
		c.mu.Lock()
		left := len(c.cleanups) > 0
		c.mu.Unlock()
		if left {
			c.runCleanups()
		}
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// Context is a context that is cancelled just before the functions of Cleanup are called.
func (c *common) Context() context.Context { return c.ctx }

func (c *common) newContext() { c.ctx, c.cancel = context.WithCancel(context.Background()) }

// TempDir is a new directory that is removed when the test is done.
func (c *common) TempDir() string {
	if c.tempDir == "" {
		pattern := strings.Map(func(r rune) rune {
			if strings.ContainsRune("-_.", r) || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80 {
				return r
			}
			return -1
		}, c.name)
		dir, err := os.MkdirTemp("", pattern)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		c.tempDir = dir
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	c.tempSeq++
	dir := fmt.Sprintf("%s/%03d", c.tempDir, c.tempSeq)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir is a directory for files that the test makes; it is removed when the test is done.
func (c *common) ArtifactDir() string { return c.TempDir() }

func (c *common) checkNotParallel(what string) {
	for p := c; p != nil; p = p.parent {
		if p.parallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	c.fixed = true
}

// Setenv sets an environment variable until the test is done.
func (c *common) Setenv(key, value string) {
	c.checkNotParallel("Setenv")
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory until the test is done.
func (c *common) Chdir(dir string) {
	c.checkNotParallel("Chdir")
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if abs, err := filepath.Abs("."); err == nil {
		c.Setenv("PWD", abs)
	}
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// flushToParent gives a line about the test, and what it wrote, to the test around it.
func (c *common) flushToParent(line string) {
	c.mu.Lock()
	rest := c.partial
	c.partial = nil
	c.mu.Unlock()
	if len(rest) > 0 {
		c.write("    " + string(rest) + "\n")
	}
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.chatty != nil && p.parent == nil {
		c.chatty.mu.Lock()
		c.chatty.last = ""
		defer c.chatty.mu.Unlock()
	}
	io.WriteString(p.w, line)
	p.w.Write(c.output)
	c.output = nil
}

var errGoexit = errors.New("test executed panic(nil) or runtime.Goexit")
