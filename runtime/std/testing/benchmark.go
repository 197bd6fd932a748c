package testing

import (
	"fmt"
	"internal/sys"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// InternalBenchmark is a benchmark as the generated main function knows it.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// durationOrCount is -test.benchtime: how long to run, or how often.
type durationOrCount struct {
	d time.Duration
	n int
}

func (f *durationOrCount) String() string {
	if f.n > 0 {
		return strconv.Itoa(f.n) + "x"
	}
	return f.d.String()
}

func (f *durationOrCount) Set(s string) error {
	if times, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.ParseInt(times, 10, 0)
		if err != nil || n < 0 {
			return fmt.Errorf("invalid count")
		}
		*f = durationOrCount{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return fmt.Errorf("invalid duration")
	}
	*f = durationOrCount{d: d}
	return nil
}

// B is the state of a benchmark.
type B struct {
	common
	N int // how often to do what is measured

	state       *benchState
	importPath  string
	f           func(b *B)
	goal        durationOrCount
	bytes       int64
	timerOn     bool
	showAllocs  bool
	missing     bool // a subbenchmark has other bytes
	parallelism int
	startAllocs uint64
	startBytes  uint64
	allocs      uint64
	allocBytes  uint64
	startStack  int // objects on stacks, where these are counted
	onStack     int
	result      BenchmarkResult
	extra       map[string]float64
	lastN       int
	lastTime    time.Duration
	loop        struct {
		n    uint64
		i    uint64
		done bool
	}
}

// benchState is shared by all benchmarks of a run.
type benchState struct {
	match  *matcher
	maxLen int
	extLen int
	header bool
}

// benchmarks run one at a time.
var benchmarkLock sync.Mutex

// memCounters is the head of what the runtime counts; it is a variable so that to count allocates nothing.
var memCounters [4]uint64

func (b *B) counters() (allocs, bytes uint64) {
	sys.MemStats(unsafe.Pointer(&memCounters), len(memCounters))
	return memCounters[3], memCounters[1]
}

// StartTimer goes on with the measurement.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.startAllocs, b.startBytes = b.counters()
		b.startStack = sys.Query(sys.QueryStackObjects)
		b.start = time.Now()
		b.timerOn = true
	}
}

// StopTimer interrupts the measurement.
func (b *B) StopTimer() {
	if b.timerOn {
		b.duration += time.Since(b.start)
		allocs, bytes := b.counters()
		b.onStack += sys.Query(sys.QueryStackObjects) - b.startStack
		b.allocs += allocs - b.startAllocs
		b.allocBytes += bytes - b.startBytes
		b.timerOn = false
	}
}

// ResetTimer forgets what was measured so far.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = make(map[string]float64, 16)
	} else {
		clear(b.extra)
	}
	if b.timerOn {
		b.startAllocs, b.startBytes = b.counters()
		b.startStack = sys.Query(sys.QueryStackObjects)
		b.start = time.Now()
	}
	b.duration, b.allocs, b.allocBytes, b.onStack = 0, 0, 0, 0
}

// SetBytes says how many bytes are processed each time; the speed is then told too.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs lets the benchmark tell its allocations as -test.benchmem does.
func (b *B) ReportAllocs() { b.showAllocs = true }

// Elapsed is the measured time so far.
func (b *B) Elapsed() time.Duration {
	d := b.duration
	if b.timerOn {
		d += time.Since(b.start)
	}
	return d
}

// ReportMetric tells n with a unit; units of the package, as ns/op, are replaced.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n\r\v\f") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = map[string]float64{}
	}
	b.extra[unit] = n
}

// SetParallelism sets how many goroutines RunParallel starts for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// runN calls the function with b.N = n.
func (b *B) runN(n int) {
	benchmarkLock.Lock()
	defer benchmarkLock.Unlock()
	b.newContext()
	defer func() {
		b.runCleanups()
	}()
	runtime.GC()
	b.N = n
	b.loop.n, b.loop.i, b.loop.done = 0, 0, false
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.lastN, b.lastTime = b.N, b.duration
	if b.loop.n > 0 && !b.loop.done && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// once runs the benchmark with N = 1 and reports whether it is worth going on.
func (b *B) once() bool {
	if s := b.state; s != nil {
		if n := len(b.name) + s.extLen + 1; n > s.maxLen {
			// Some room for longer names that follow.
			s.maxLen = n + 8
		}
	}
	done := make(chan bool, 1)
	go func() {
		defer func() { done <- true }()
		b.runN(1)
	}()
	<-done
	if b.failed {
		fmt.Printf("--- FAIL: %s\n%s", b.name, b.output)
		return false
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.hasSub || b.skipped || b.finished {
		if b.chatty != nil && (len(b.output) > 0 || b.finished) {
			b.trimOutput()
			tag := "BENCH"
			if b.skipped {
				tag = "SKIP"
			}
			fmt.Printf("--- %s: %s\n%s", tag, b.name, b.output)
		}
		return false
	}
	return true
}

func (b *B) trimOutput() {
	const maxLines = 10
	lines := strings.SplitAfter(string(b.output), "\n")
	if len(lines) > maxLines+1 {
		b.output = []byte(strings.Join(lines[:maxLines], "") + "    ... [output truncated]\n")
	}
}

// predict is how often to run to take the time d.
func predict(d time.Duration, lastN int, last time.Duration) int {
	if last == 0 {
		last = 1
	}
	n := int64(math.MaxInt64)
	if f := float64(d) * float64(lastN) / float64(last); f < 1e15 {
		n = int64(f)
	}
	// More than seems enough, but not much more than before.
	n += n / 5
	n = min(n, 100*int64(lastN))
	n = max(n, int64(lastN)+1)
	return int(min(n, 1e9))
}

// measure runs the benchmark until it took long enough.
func (b *B) measure() BenchmarkResult {
	done := make(chan bool, 1)
	go func() {
		defer func() { done <- true }()
		switch {
		case b.loop.n > 0:
			// Loop has done it in the first run.
		case b.goal.n > 0:
			if b.goal.n != 1 {
				b.runN(b.goal.n)
			}
		default:
			for n := 1; !b.failed && b.duration < b.goal.d && n < 1e9; {
				n = predict(b.goal.d, b.lastN, b.lastTime)
				b.runN(n)
			}
		}
	}()
	<-done
	if b.startStack >= 0 && b.N > 0 {
		// Whole objects, as for allocs/op.
		b.ReportMetric(float64(b.onStack/b.N), "stack-allocs/op")
	}
	b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.allocs, b.allocBytes, b.extra}
	return b.result
}

// Loop reports whether to go on; the first call starts the measurement, the last stops it.
func (b *B) Loop() bool {
	if b.loop.i < b.loop.n {
		b.loop.i++
		return true
	}
	return b.loopMore()
}

func (b *B) loopMore() bool {
	if b.loop.done {
		panic("B.Loop called after it returned false")
	}
	if b.loop.n == 0 {
		b.loop.n = 1
		if b.goal.n > 0 {
			b.loop.n = uint64(b.goal.n)
		}
		b.N = 0
		b.loop.i = 1
		b.ResetTimer()
		b.StartTimer()
		return true
	}
	if !b.timerOn {
		b.Fatal("B.Loop called with timer stopped")
	}
	more := b.goal.n == 0 && b.Elapsed() < b.goal.d && b.loop.n < 1e9
	if !more {
		b.StopTimer()
		b.N = int(b.loop.n)
		b.loop.done = true
		return false
	}
	b.loop.n = uint64(predict(b.goal.d, int(b.loop.n), b.Elapsed()))
	b.loop.i++
	return true
}

// Run runs f as a subbenchmark and reports whether it did not fail.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub = true
	benchmarkLock.Unlock()
	defer benchmarkLock.Lock()
	full, ok := name, true
	if b.state != nil {
		full, ok = b.state.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	sub := &B{
		common:     common{signal: make(chan bool, 1), name: full, parent: &b.common, level: b.level + 1, chatty: b.chatty, isBench: true},
		importPath: b.importPath, f: f, goal: b.goal, state: b.state,
	}
	sub.w = indenter{&sub.common}
	if b.state != nil && b.state.header && b.level == 0 {
		b.state.header = false
		fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if b.importPath != "" {
			fmt.Printf("pkg: %s\n", b.importPath)
		}
		if cpu := cpuName(); cpu != "" {
			fmt.Printf("cpu: %s\n", cpu)
		}
	}
	if sub.chatty != nil {
		fmt.Println(sub.name)
	}
	if sub.once() {
		if b.state != nil {
			b.state.process(sub)
		} else {
			sub.measure()
		}
	}
	b.add(sub.result)
	return !sub.failed
}

// add adds the result of a subbenchmark to that of its parent.
func (b *B) add(other BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(other.NsPerOp())
	if other.Bytes == 0 {
		b.missing = true
		r.Bytes = 0
	}
	if !b.missing {
		r.Bytes += other.Bytes
	}
	r.MemAllocs += uint64(other.AllocsPerOp())
	r.MemBytes += uint64(other.AllocedBytesPerOp())
}

func cpuName() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// benchName is a benchmark's name with the number of processors, unless that is 1.
func benchName(name string, n int) string {
	if n != 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// process measures a benchmark and prints the results.
func (s *benchState) process(b *B) {
	for i, procs := range procs {
		for j := range *count {
			runtime.GOMAXPROCS(procs)
			name := benchName(b.name, procs)
			// With -test.v what it logs comes first.
			if b.chatty == nil {
				fmt.Printf("%-*s\t", s.maxLen, name)
			}
			if i > 0 || j > 0 {
				// Each measurement begins anew.
				old := b
				b = &B{common: common{signal: make(chan bool, 1), name: old.name, parent: old.parent, level: old.level, chatty: old.chatty, isBench: true}, importPath: old.importPath, f: old.f, goal: old.goal, state: old.state}
				b.w = indenter{&b.common}
				b.once()
			}
			r := b.measure()
			if b.failed {
				fmt.Printf("--- FAIL: %s\n%s", name, b.output)
				continue
			}
			if b.chatty != nil {
				fmt.Printf("%-*s\t", s.maxLen, name)
			}
			text := r.String()
			if *benchMem || b.showAllocs {
				text += "\t" + r.MemString()
			}
			fmt.Println(text)
			if len(b.output) > 0 {
				b.trimOutput()
				fmt.Printf("--- BENCH: %s\n%s", name, b.output)
			}
		}
	}
}

func runBenchmarks(importPath string, match func(pat, str string) (bool, error), list []InternalBenchmark) bool {
	if *bench == "" {
		return true
	}
	if procs == nil {
		procs = cpus()
	}
	most := slices.Max(procs)
	s := &benchState{match: newMatcher(match, *bench, "-test.bench", *skip), extLen: len(benchName("", most)), header: true}
	var chosen []InternalBenchmark
	for _, b := range list {
		if _, ok := s.match.fullName(nil, b.Name); ok {
			chosen = append(chosen, b)
			s.maxLen = max(s.maxLen, len(benchName(b.Name, most))+s.extLen+1)
		}
	}
	root := &B{common: common{name: "Main", w: os.Stdout, isBench: true}, importPath: importPath, goal: benchTime, state: s}
	if verbose() {
		root.chatty = &chatty{}
	}
	root.f = func(b *B) {
		for _, c := range chosen {
			b.Run(c.Name, c.F)
		}
	}
	root.runN(1)
	return !root.failed
}

// RunBenchmarks runs the benchmarks that -test.bench chooses.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks("", matchString, benchmarks)
}

// Benchmark measures a function; it is for programs other than tests.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{common: common{signal: make(chan bool, 1), isBench: true}, f: f, goal: benchTime}
	b.w = indenter{&b.common}
	if b.once() {
		b.measure()
	}
	return b.result
}

// AllocsPerRun is how many objects f allocates, on average over several runs.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.Mallocs
	for range runs {
		f()
	}
	runtime.ReadMemStats(&m)
	return float64((m.Mallocs - before) / uint64(runs))
}
