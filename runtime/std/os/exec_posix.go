package os

import (
	"internal/sys"
	"strconv"
	"syscall"
	"time"
	"unsafe"
)

// ProcAttr is how a process is started.
type ProcAttr struct {
	// Dir is the working directory, "" for that of this process.
	Dir string

	// Env is the environment, nil for that of this process.
	Env []string

	// Files are the files that the process has open from the start, nil for those that are closed.
	Files []*File

	// Sys has further wishes; it may be nil.
	Sys *syscall.SysProcAttr
}

// request is what the runtime is told about a program.
type request struct {
	path *byte
	argv **byte
	envp **byte
	dir  *byte
	fds  *int
	n    int
}

// cStrings is a list of texts as C has them.
func cStrings(list []string) **byte {
	p := make([]*byte, len(list)+1)
	for i, s := range list {
		p[i] = cString(s)
	}
	return &p[0]
}

// StartProcess starts a program; argv begins with its name. Package os/exec is easier to use.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	if attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			if e, ok := err.(*PathError); ok {
				e.Op = "chdir"
			}
			return nil, err
		}
	}
	if attr.Sys != nil && *attr.Sys != (syscall.SysProcAttr{}) {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: &textError{"attributes of syscall.SysProcAttr are not supported"}}
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	for _, list := range [][]string{{name, attr.Dir}, argv, env} {
		for _, s := range list {
			for i := 0; i < len(s); i++ {
				if s[i] == 0 {
					return nil, &PathError{Op: "fork/exec", Path: name, Err: syscall.EINVAL}
				}
			}
		}
	}
	fds := make([]int, len(attr.Files)+1)
	for i, f := range attr.Files {
		fds[i] = -1
		if f != nil {
			fds[i] = f.fd
		}
	}
	r := request{path: cString(name), argv: cStrings(argv), envp: cStrings(env), fds: &fds[0], n: len(attr.Files)}
	if attr.Dir != "" {
		r.dir = cString(attr.Dir)
	}
	pid := sys.Spawn(unsafe.Pointer(&r))
	if pid < 0 {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: syscall.Errno(-pid)}
	}
	return &Process{Pid: pid}, nil
}

// ProcessState is how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  *syscall.Rusage
}

// Pid is the number of the process.
func (p *ProcessState) Pid() int { return p.pid }

// Exited reports whether the program has exited by itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success reports whether the program has exited with code 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// Sys is the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage is the *syscall.Rusage.
func (p *ProcessState) SysUsage() any { return p.usage }

// UserTime is the time that the program took of a processor.
func (p *ProcessState) UserTime() time.Duration { return time.Duration(p.usage.Utime.Nano()) }

// SystemTime is the time that the system took for the program.
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

// ExitCode is the code that the program exited with, -1 if a signal ended it.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	s := ""
	switch w := p.status; {
	case w.Exited():
		s = "exit status " + strconv.Itoa(w.ExitStatus())
	case w.Signaled():
		s = "signal: " + w.Signal().String()
	case w.Stopped():
		s = "stop signal: " + w.StopSignal().String()
	case w.Continued():
		s = "continued"
	}
	if p.status.CoreDump() {
		s += " (core dumped)"
	}
	return s
}

const noHang = 1 // WNOHANG

// Wait waits for the end of the process, which must be a child of this one.
func (p *Process) Wait() (*ProcessState, error) {
	if p.released || p.Pid <= 0 {
		return nil, NewSyscallError("wait", syscall.EINVAL)
	}
	s := &ProcessState{pid: p.Pid, usage: new(syscall.Rusage)}
	for pause := 100 * time.Microsecond; ; pause = min(2*pause, 10*time.Millisecond) {
		var status int32
		r := sys.Syscall(sys.Wait4, uintptr(p.Pid), uintptr(unsafe.Pointer(&status)), noHang, uintptr(unsafe.Pointer(s.usage)))
		switch {
		case r == -int(syscall.EINTR):
		case r < 0:
			return nil, NewSyscallError("wait", syscall.Errno(-r))
		case r > 0:
			s.status = syscall.WaitStatus(status)
			p.done = true
			return s, nil
		}
		time.Sleep(pause)
	}
}
