package testing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// InternalExample is an example as the generated main function knows it.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs examples; it is for programs that bring their own matching.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(match func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, *run, "-test.run", *skip)
	for _, e := range examples {
		if _, chosen := m.fullName(nil, e.Name); !chosen {
			continue
		}
		ran = true
		if !runExample(e) {
			ok = false
		}
	}
	return ran, ok
}

// runExample runs an example with its standard output in a file, and compares what it wrote.
func runExample(e InternalExample) (ok bool) {
	if verbose() {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	stdout := os.Stdout
	f, err := os.CreateTemp("", "example")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Remove(f.Name())
	os.Stdout = f
	start := time.Now()
	finished := false
	defer func() {
		d := time.Since(start)
		os.Stdout = stdout
		size, _ := f.Seek(0, 1)
		b := make([]byte, size)
		f.ReadAt(b, 0)
		f.Close()
		failure := recover()
		ok = e.report(string(b), d, finished, failure)
	}()
	e.F()
	finished = true
	return true
}

func sortedLines(s string) string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func (e *InternalExample) report(stdout string, d time.Duration, finished bool, failure any) bool {
	fail := ""
	got := strings.TrimSpace(stdout)
	want := strings.TrimSpace(e.Output)
	if e.Unordered {
		if sortedLines(got) != sortedLines(want) && failure == nil {
			fail = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", stdout, e.Output)
		}
	} else if got != want && failure == nil {
		fail = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	if fail != "" || !finished || failure != nil {
		fmt.Printf("--- FAIL: %s (%s)\n%s", e.Name, seconds(d), fail)
		if failure != nil {
			panic(failure)
		}
		return false
	}
	if verbose() {
		fmt.Printf("--- PASS: %s (%s)\n", e.Name, seconds(d))
	}
	return true
}
