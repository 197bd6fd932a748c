// Package testing. The times that it prints are masked.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
	"time"
)

func help(t testing.TB, text string) {
	t.Helper()
	t.Log(text)
}

func TestPass(t *testing.T) {
	t.Log("hello", 1)
	help(t, "from a helper")
	t.Logf("%d\n", 5)
}

func TestFail(t *testing.T) {
	t.Errorf("bad %d\nsecond line", 3)
	t.Fatal("fatal", t.Failed(), t.Name())
}

func TestSkip(t *testing.T) {
	defer func() { fmt.Println("deferred", t.Skipped()) }()
	t.Skipf("skipped %s", "here")
}

func TestSub(t *testing.T) {
	ok := t.Run("a b", func(t *testing.T) {
		t.Cleanup(func() { t.Log("cleanup 1", t.Context().Err()) })
		t.Cleanup(func() { t.Log("cleanup 2") })
		t.Log("x", t.Context().Err())
	})
	bad := t.Run("c/d", func(t *testing.T) { t.Run("deep", func(t *testing.T) { t.Error(errors.New("deep")) }) })
	t.Run("", func(t *testing.T) {})
	t.Run("", func(t *testing.T) { t.SkipNow() })
	t.Run("c/d", func(t *testing.T) { fmt.Println("stdout") })
	t.Run("tab\tand \x01", func(t *testing.T) { fmt.Println(t.Name()) })
	t.Log(ok, bad)
}

func TestEnvironment(t *testing.T) {
	t.Setenv("GOLIFT_TEST", "value")
	fmt.Println(os.Getenv("GOLIFT_TEST"))
	d1, d2 := t.TempDir(), t.TempDir()
	fmt.Println(filepath.Base(d1), filepath.Base(d2), filepath.Dir(d1) == filepath.Dir(d2))
	t.Chdir(d1)
	wd, _ := os.Getwd()
	fmt.Println(filepath.Base(wd))
	t.Cleanup(func() {
		_, err := os.Stat(d1)
		fmt.Println(err)
	})
	io.WriteString(t.Output(), "one line\nanother\npart")
	io.WriteString(t.Output(), "ial\n")
	t.Attr("key", "value")
	_, ok := t.Deadline()
	fmt.Println(ok, testing.Short(), testing.Verbose(), testing.CoverMode())
}

func TestParallel(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		t.Run("one", func(t *testing.T) {
			t.Parallel()
			t.Log("one runs")
		})
		t.Log("the group is done")
	})
}

func TestAfter(t *testing.T) { fmt.Println(os.Getenv("GOLIFT_TEST") == "") }

func ExampleHello() { fmt.Println("hello") }

func ExampleUnordered() { fmt.Print("b\na\n") }

func main() {
	fmt.Println(testing.AllocsPerRun(100, func() {}), testing.AllocsPerRun(10, func() { sink = new([100]int) }))
	r := testing.BenchmarkResult{N: 1000, T: 1234567 * time.Nanosecond, Bytes: 100, MemAllocs: 2500, MemBytes: 64000, Extra: map[string]float64{"x/op": 12.5, "a/op": 0.00123}}
	fmt.Println(r, r.MemString(), r.NsPerOp(), r.AllocsPerOp(), r.AllocedBytesPerOp())
	for _, d := range []time.Duration{1, 12, 123, 1234, 12345, 123456, 1234567, 999950, 99995, 999, 99} {
		fmt.Printf("%q ", testing.BenchmarkResult{N: 1000, T: d}.String())
	}
	fmt.Println(testing.BenchmarkResult{}.MemString())
	calls, n := 0, 0
	res := testing.Benchmark(func(b *testing.B) {
		calls++
		for i := 0; i < b.N; i++ {
			n++
		}
	})
	fmt.Println(res.N > 1000, calls > 2, n > res.N, res.T > 0)
	os.Args = []string{"tests", "-test.v", "-test.run=Test|Example", "-test.skip=Sub/a_b/nothing"}
	stdout := os.Stdout
	f, err := os.CreateTemp("", "tests")
	if err != nil {
		panic(err)
	}
	os.Stdout = f
	os.Args = append(os.Args, "-test.v")
	code := testing.MainStart(deps{},
		[]testing.InternalTest{{"TestPass", TestPass}, {"TestFail", TestFail}, {"TestSkip", TestSkip}, {"TestSub", TestSub}, {"TestEnvironment", TestEnvironment}, {"TestParallel", TestParallel}, {"TestAfter", TestAfter}, {"Other", func(*testing.T) { fmt.Println("not chosen") }}},
		nil, []testing.InternalFuzzTarget{{"FuzzX", FuzzX}},
		[]testing.InternalExample{{"ExampleHello", ExampleHello, "hello", false}, {"ExampleWrong", ExampleHello, "bye\n", false}, {"ExampleUnordered", ExampleUnordered, "a\nb\n", true}, {"ExampleNot", ExampleUnordered, "a\nb", false}}).Run()
	fmt.Println(code)
	os.Stdout = stdout
	text, _ := os.ReadFile(f.Name())
	os.Remove(f.Name())
	fmt.Print(regexp.MustCompile(`\(\d+\.\d\ds\)`).ReplaceAllString(string(text), "(time)"))
}

var sink any

func FuzzX(f *testing.F) {
	f.Add(1, "x")
	f.Add(2, "y")
	f.Fuzz(func(t *testing.T, n int, s string) {
		if n == 2 {
			t.Error("two", s)
		}
	})
}

// deps has what the official package testing wants of the generated main program.
type deps struct{}

type corpusEntry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

func (deps) ImportPath() string                        { return "tests" }
func (deps) ModulePath() string                        { return "tests" }
func (deps) MatchString(pat, str string) (bool, error) { return regexp.MatchString(pat, str) }
func (deps) SetPanicOnExit0(bool)                      {}
func (deps) StartCPUProfile(io.Writer) error           { return nil }
func (deps) StopCPUProfile()                           {}
func (deps) StartTestLog(io.Writer)                    {}
func (deps) StopTestLog() error                        { return nil }
func (deps) WriteProfileTo(string, io.Writer, int) error {
	return nil
}
func (deps) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []corpusEntry, []reflect.Type, string, string) error {
	return nil
}
func (deps) RunFuzzWorker(func(corpusEntry) error) error              { return nil }
func (deps) ReadCorpus(string, []reflect.Type) ([]corpusEntry, error) { return nil, nil }
func (deps) CheckCorpus([]any, []reflect.Type) error                  { return nil }
func (deps) ResetCoverage()                                           {}
func (deps) SnapshotCoverage()                                        {}
func (deps) InitRuntimeCoverage() (string, func(string, string) (string, error), func() float64) {
	return "", nil, nil
}
