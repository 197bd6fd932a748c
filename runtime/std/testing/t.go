package testing

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"time"
)

// InternalTest is a test as the generated main function knows it.
type InternalTest struct {
	Name string
	F    func(*T)
}

// T is the state of a test.
type T struct {
	common
	state *testState
}

// testState is shared by all tests of a run: how many run at the same time.
type testState struct {
	match    *matcher
	deadline time.Time
	mu       sync.Mutex
	start    chan bool
	running  int
	waiting  int
	limit    int
}

func newTestState(limit int, m *matcher) *testState {
	return &testState{match: m, start: make(chan bool), running: 1, limit: limit}
}

func (s *testState) wait() {
	s.mu.Lock()
	if s.running < s.limit {
		s.running++
		s.mu.Unlock()
		return
	}
	s.waiting++
	s.mu.Unlock()
	<-s.start
}

func (s *testState) release() {
	s.mu.Lock()
	if s.waiting == 0 {
		s.running--
		s.mu.Unlock()
		return
	}
	s.waiting--
	s.mu.Unlock()
	s.start <- true
}

// Deadline is when the tests run out of time.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.state.deadline, !t.state.deadline.IsZero()
}

// Parallel lets the test wait until the test around it is done, and then run beside other parallel tests.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	for p := &t.common; p != nil; p = p.parent {
		if p.fixed {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	t.parallel = true
	if t.parent.barrier == nil {
		return
	}
	t.duration += time.Since(t.start)
	setRunning(t.name, time.Time{})
	t.parent.mu.Lock()
	t.parent.subs = append(t.parent.subs, t)
	t.parent.mu.Unlock()
	if t.chatty != nil {
		t.chatty.update(t.name, "=== PAUSE %s\n")
	}
	t.signal <- true
	<-t.parent.barrier
	t.state.wait()
	if t.chatty != nil {
		t.chatty.update(t.name, "=== CONT  %s\n")
	}
	t.start = time.Now()
	setRunning(t.name, t.start)
}

var running struct {
	mu    sync.Mutex
	since map[string]time.Time
}

// setRunning notes since when a test runs; the zero time is for one that does not.
func setRunning(name string, since time.Time) {
	running.mu.Lock()
	defer running.mu.Unlock()
	if since.IsZero() {
		delete(running.since, name)
		return
	}
	if running.since == nil {
		running.since = map[string]time.Time{}
	}
	running.since[name] = since
}

// runningTests is the tests that run, with the time that they have taken.
func runningTests() []string {
	running.mu.Lock()
	defer running.mu.Unlock()
	var list []string
	for name, since := range running.since {
		list = append(list, fmt.Sprintf("%s (%v)", name, time.Since(since).Round(time.Second)))
	}
	slices.Sort(list)
	return list
}

// Run runs f as a subtest and reports whether it succeeded; if the subtest is parallel, it may return before it is done.
func (t *T) Run(name string, f func(t *T)) bool {
	t.hasSub = true
	full, ok := t.state.match.fullName(&t.common, name)
	if !ok || *failFast && failures() > 0 {
		return true
	}
	sub := &T{
		common: common{barrier: make(chan bool), signal: make(chan bool, 1), name: full, parent: &t.common, level: t.level + 1, chatty: t.chatty},
		state:  t.state,
	}
	sub.newContext()
	sub.w = indenter{&sub.common}
	if sub.chatty != nil {
		sub.chatty.update(sub.name, "=== RUN   %s\n")
	}
	go tRunner(sub, f)
	if !<-sub.signal {
		// The subtest ended the test around it.
		runtime.Goexit()
	}
	return !sub.Failed()
}

var (
	failureMu    sync.Mutex
	failureCount int
)

func failures() int {
	failureMu.Lock()
	defer failureMu.Unlock()
	return failureCount
}

// tRunner runs a test in its goroutine.
func tRunner(t *T, f func(t *T)) {
	if t.parent != nil {
		setRunning(t.name, time.Now())
		defer setRunning(t.name, time.Time{})
	}
	defer func() {
		if t.Failed() {
			failureMu.Lock()
			failureCount++
			failureMu.Unlock()
		}
		failure := recover()
		signal := true
		t.mu.RLock()
		finished := t.finished
		t.mu.RUnlock()
		if !finished && failure == nil {
			failure = errGoexit
			for p := t.parent; p != nil; p = p.parent {
				p.mu.RLock()
				finished = p.finished
				p.mu.RUnlock()
				if finished {
					t.Errorf("%v: subtest may have called FailNow on a parent test", failure)
					failure = nil
					signal = false
					break
				}
			}
		}
		if failure != nil {
			t.panicked(failure)
		}
		t.duration += time.Since(t.start)
		if len(t.subs) > 0 {
			// Let the parallel subtests run.
			t.state.release()
			close(t.barrier)
			for _, sub := range t.subs {
				<-sub.signal
			}
			start := time.Now()
			t.runCleanups()
			t.duration += time.Since(start)
			if !t.parallel {
				t.state.wait()
			}
		} else if t.parallel {
			t.state.release()
		}
		t.report()
		t.mu.Lock()
		t.done = true
		t.mu.Unlock()
		if t.parent != nil && !t.hasSub {
			t.setRan()
		}
		t.signal <- signal
	}()
	defer func() {
		if len(t.subs) == 0 {
			t.runCleanups()
		}
	}()
	t.start = time.Now()
	f(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

func (c *common) setRan() {
	if c.parent != nil {
		c.parent.setRan()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ran = true
}

// panicked reports the test and those around it, and panics again.
func (t *T) panicked(failure any) {
	t.Fail()
	t.runCleanups()
	t.duration += time.Since(t.start)
	t.report()
	for c := t.parent; c != nil && c.parent != nil; c = c.parent {
		c.duration = time.Since(c.start)
		c.flushToParent(fmt.Sprintf("--- FAIL: %s (%s)\n", c.name, seconds(c.duration)))
	}
	panic(failure)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

// report tells how the test ended.
func (t *T) report() {
	if t.parent == nil {
		return
	}
	line := func(result string) string {
		return fmt.Sprintf("--- %s: %s (%s)\n", result, t.name, seconds(t.duration))
	}
	switch {
	case t.Failed():
		t.flushToParent(line("FAIL"))
	case t.chatty == nil:
	case t.Skipped():
		t.flushToParent(line("SKIP"))
	default:
		t.flushToParent(line("PASS"))
	}
}

// runTests runs the tests; ran reports whether there was any.
func runTests(m func(pat, str string) (bool, error), tests []InternalTest, fuzz []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if procs == nil {
		procs = cpus()
	}
	for _, n := range procs {
		runtime.GOMAXPROCS(n)
		for range *count {
			if *failFast && failures() > 0 {
				break
			}
			ranNow, okNow := runOnce(m, tests, fuzz, deadline)
			ran, ok = ran || ranNow, ok && okNow
		}
	}
	return ran, ok
}

// runOnce runs the tests once. The fuzz targets come when the parallel tests are done.
func runOnce(m func(pat, str string) (bool, error), tests []InternalTest, fuzz []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	state := newTestState(*parallel, newMatcher(m, *run, "-test.run", *skip))
	state.deadline = deadline
	for _, f := range []func(t *T){
		func(t *T) {
			for _, test := range tests {
				t.Run(test.Name, test.F)
			}
		},
		func(t *T) {
			for _, target := range fuzz {
				runFuzz(t, target)
			}
		},
	} {
		root := &T{common: common{signal: make(chan bool, 1), barrier: make(chan bool), w: os.Stdout}, state: state}
		if verbose() {
			root.chatty = &chatty{}
		}
		root.newContext()
		tRunner(root, f)
		<-root.signal
		ok = ok && !root.Failed()
		ran = ran || root.ran
	}
	return ran, ok
}

// RunTests runs tests; it is for programs that bring their own matching.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	ran, ok := runTests(matchString, tests, nil, time.Time{})
	if !ran && ok {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}
