package testing

import (
	"fmt"
	"reflect"
)

// InternalFuzzTarget is a fuzz target as the generated main function knows it.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// F is the state of a fuzz target. Its function is called with the arguments of Add; none are made up.
type F struct {
	common
	t      *T
	corpus []corpusEntry
	fuzzed bool
}

// corpusEntry is the arguments of one call.
type corpusEntry struct {
	name string
	args []any
}

var _ TB = (*F)(nil)

// Add adds arguments to call the function with.
func (f *F) Add(args ...any) {
	for _, a := range args {
		if !fuzzable(reflect.TypeOf(a)) {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", reflect.TypeOf(a)))
		}
	}
	f.corpus = append(f.corpus, corpusEntry{fmt.Sprintf("seed#%d", len(f.corpus)), append([]any(nil), args...)})
}

func fuzzable(t reflect.Type) bool {
	switch t {
	case reflect.TypeOf(""), reflect.TypeOf([]byte(nil)), reflect.TypeOf(false), reflect.TypeOf(byte(0)), reflect.TypeOf(rune(0)),
		reflect.TypeOf(float32(0)), reflect.TypeOf(float64(0)), reflect.TypeOf(int(0)), reflect.TypeOf(int8(0)), reflect.TypeOf(int16(0)), reflect.TypeOf(int64(0)),
		reflect.TypeOf(uint(0)), reflect.TypeOf(uint16(0)), reflect.TypeOf(uint32(0)), reflect.TypeOf(uint64(0)):
		return true
	}
	return false
}

// Fuzz calls ff, a function of a *T and arguments like those of Add, with all that were added.
func (f *F) Fuzz(ff any) {
	if f.fuzzed {
		panic("testing: F.Fuzz called more than once")
	}
	f.fuzzed = true
	if f.failed {
		return
	}
	fn := reflect.ValueOf(ff)
	t := fn.Type()
	switch {
	case t.Kind() != reflect.Func:
		panic("testing: F.Fuzz must receive a function")
	case t.NumIn() < 2 || t.In(0) != reflect.TypeOf((*T)(nil)):
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	case t.NumOut() != 0:
		panic("testing: fuzz target must not return a value")
	}
	for i := 1; i < t.NumIn(); i++ {
		if !fuzzable(t.In(i)) {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t.In(i)))
		}
	}
	f.readCorpus(t)
	for _, entry := range f.corpus {
		args := entry.args
		if len(args) != t.NumIn()-1 {
			f.Fatalf("wrong number of values in corpus entry: %d, want %d", len(args), t.NumIn()-1)
		}
		for k, a := range args {
			if reflect.TypeOf(a) != t.In(k+1) {
				f.Fatalf("mismatched types in corpus entry: %v, want %v", reflect.TypeOf(a), t.In(k+1))
			}
		}
		f.t.Run(entry.name, func(t *T) {
			in := []reflect.Value{reflect.ValueOf(t)}
			for _, a := range args {
				in = append(in, reflect.ValueOf(a))
			}
			fn.Call(in)
		})
	}
}

// runFuzz runs a fuzz target as a test.
func runFuzz(t *T, target InternalFuzzTarget) {
	t.Run(target.Name, func(t *T) {
		f := &F{t: t}
		f.name, f.parent, f.level, f.chatty = t.name, &t.common, t.level, t.chatty
		f.ctx = t.ctx
		f.w = indenter{&f.common}
		defer func() {
			if len(f.output) > 0 {
				t.mu.Lock()
				t.output = append(t.output, f.output...)
				t.mu.Unlock()
			}
			if f.Skipped() {
				t.skipped = true
			}
			if f.finished {
				t.finished = true
			}
			f.runCleanups()
		}()
		target.Fn(f)
	})
}
