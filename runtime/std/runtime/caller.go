package runtime

import "internal/sys"

// Caller describes the call skip frames up; 0 is the call of Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pc = sys.CallerPC(skip + 1)
	if pc == 0 {
		return 0, "", 0, false
	}
	return pc, sys.PCFile(pc), sys.PCLine(pc), true
}

// Callers fills pc with the program counters of the calls from skip frames up on; 0 is the call of Callers.
func Callers(skip int, pc []uintptr) int {
	for i := range pc {
		p := sys.CallerPC(skip + i)
		if p == 0 {
			return i
		}
		pc[i] = p
	}
	return len(pc)
}

// Func is a function of the program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC is the function that pc lies in, or nil.
func FuncForPC(pc uintptr) *Func {
	name := sys.PCFunc(pc)
	if name == "" {
		return nil
	}
	return &Func{name, sys.PCEntry(pc)}
}

// Name is the function's name.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry is where the function starts.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine is the source of pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) { return sys.PCFile(pc), sys.PCLine(pc) }

// Frame is a call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames are the calls of a list of program counters.
type Frames struct{ pcs []uintptr }

// CallersFrames makes Frames of what Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next call and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return Frame{}, false
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	fn := FuncForPC(pc)
	frame = Frame{PC: pc, Func: fn, Function: fn.Name(), File: sys.PCFile(pc), Line: sys.PCLine(pc), Entry: sys.PCEntry(pc)}
	return frame, len(f.pcs) > 0
}
