package testing

import (
	"flag"
	"fmt"
	"internal/testlog"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// The flags; they are defined by Init.
var (
	initDone  bool
	defaults  = &flagValues{}
	run       = &defaults.run
	skip      = &defaults.skip
	list      = &defaults.list
	bench     = &defaults.bench
	benchMem  = &defaults.benchMem
	count     = &defaults.count
	parallel  = &defaults.parallel
	failFast  = &defaults.failFast
	short     = &defaults.short
	timeout   = &defaults.timeout
	benchTime = durationOrCount{d: time.Second}
	cpuList   = &defaults.cpu
	isVerbose verboseFlag
	isFuzzing = &defaults.fuzz

	panicOnExit0 *bool
	fullPath     = new(bool)
)

// flagValues is where the flags point before Init.
type flagValues struct {
	run, skip, list, bench, cpu, fuzz string
	benchMem, failFast, short         bool
	count, parallel                   int
	timeout                           time.Duration
}

func init() {
	defaults.count = 1
	defaults.parallel = runtime.GOMAXPROCS(0)
}

// verboseFlag is -test.v, which may also be given as -test.v=test2json.
type verboseFlag struct{ on bool }

func (f *verboseFlag) IsBoolFlag() bool { return true }
func (f *verboseFlag) Get() any         { return f.on }
func (f *verboseFlag) String() string   { return fmt.Sprint(f.on) }

func (f *verboseFlag) Set(s string) error {
	switch s {
	case "true", "test2json":
		f.on = true
	case "false":
		f.on = false
	default:
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	return nil
}

func verbose() bool { return isVerbose.on }

// Init defines the flags of tests. It is called before the functions of the generated main program; a program that
// calls Benchmark without them need not.
func Init() {
	if initDone {
		return
	}
	initDone = true
	run = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	list = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	bench = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	count = flag.Int("test.count", 1, "run tests and benchmarks `n` times")
	parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	cpuList = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	isFuzzing = flag.String("test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	flag.Var(&isVerbose, "test.v", "verbose: print additional output")
	panicOnExit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")
	flag.String("test.testlogfile", "", "write test action log to `file` (for use only by cmd/go)")
	flag.String("test.outputdir", "", "write profiles to `dir`")
}

// Short reports whether -test.short was given.
func Short() bool {
	if !initDone {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

// Verbose reports whether -test.v was given.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return verbose()
}

// Testing reports whether the program is a test.
func Testing() bool { return inTest }

var inTest bool

// CoverMode is "": coverage is not measured.
func CoverMode() string { return "" }

// Coverage is the part of the code that ran, which is not measured.
func Coverage() float64 { return 0 }

// CoverBlock is a block of a coverage profile.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// Cover is a coverage profile.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// RegisterCover does nothing: coverage is not measured.
func RegisterCover(c Cover) {}

// testDeps is what the generated main program gives.
type testDeps interface {
	ImportPath() string
	MatchString(pat, str string) (bool, error)
}

// M runs the tests of a package.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
}

// MainStart is called by the generated main program.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	inTest = true
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

type matchFunc func(pat, str string) (bool, error)

func (f matchFunc) MatchString(pat, str string) (bool, error) { return f(pat, str) }
func (f matchFunc) ImportPath() string                        { return "" }

// Main runs tests, benchmarks and examples and exits.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchFunc(matchString), tests, benchmarks, nil, examples).Run())
}

// Run runs the tests and returns the code to exit with.
func (m *M) Run() (code int) {
	defer func() {
		if d, ok := m.deps.(interface{ SetExitCode(code int) }); ok {
			d.SetExitCode(code)
		}
	}()
	if !flag.Parsed() {
		flag.Parse()
	}
	if *parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	procs = cpus()
	if *list != "" {
		m.list()
		return 0
	}
	if *panicOnExit0 {
		testlog.SetPanicOnExit0(true)
		defer testlog.SetPanicOnExit0(false)
	}
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
		t := time.AfterFunc(*timeout, timedOut)
		defer t.Stop()
	}
	ran, ok := runTests(m.deps.MatchString, m.tests, m.fuzz, deadline)
	examplesRan, examplesOK := runExamples(m.deps.MatchString, m.examples)
	if !ran && !examplesRan && *bench == "" && *isFuzzing == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !ok || !examplesOK || !runBenchmarks(m.deps.ImportPath(), m.deps.MatchString, m.benchmarks) {
		fmt.Println("FAIL")
		return 1
	}
	fmt.Println("PASS")
	return 0
}

// timedOut ends the program.
func timedOut() {
	text := fmt.Sprintf("test timed out after %v", *timeout)
	if list := runningTests(); len(list) > 0 {
		// A panic indents what follows its first line.
		text += "\nrunning tests:\n\t" + strings.Join(list, "\n\t")
	}
	panic(text)
}

func (m *M) list() {
	show := func(name string) {
		if ok, err := m.deps.MatchString(*list, name); err != nil {
			fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *list, err)
			os.Exit(1)
		} else if ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		show(t.Name)
	}
	for _, b := range m.benchmarks {
		show(b.Name)
	}
	for _, f := range m.fuzz {
		show(f.Name)
	}
	for _, e := range m.examples {
		show(e.Name)
	}
}

// procs is what GOMAXPROCS is set to, one after the other.
var procs []int

// cpus is the numbers of -test.cpu, or that of now.
func cpus() []int {
	if *cpuList == "" {
		return []int{runtime.GOMAXPROCS(0)}
	}
	var out []int
	for _, s := range strings.Split(*cpuList, ",") {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", s)
			os.Exit(1)
		}
		out = append(out, n)
	}
	return out
}
