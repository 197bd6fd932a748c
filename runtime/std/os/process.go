package os

import (
	"errors"
	"internal/sys"
	"internal/testlog"
	"syscall"
)

// Args are the command line's words; the first is the program.
var Args = arguments()

func arguments() []string {
	n := sys.Argc()
	a := make([]string, n)
	for i := 0; i < n; i++ {
		a[i] = sys.Argv(i)
	}
	return a
}

// Exit ends the process at once; deferred calls do not run.
func Exit(code int) {
	if code == 0 && testlog.PanicOnExit0() {
		panic("unexpected call to os.Exit(0) during test")
	}
	sys.Exit(code)
}

// Getpid is the process's number.
func Getpid() int { return sys.Syscall(sys.Getpid, 0, 0, 0, 0) }

// Getppid is the parent's number.
func Getppid() int { return sys.Syscall(sys.Getppid, 0, 0, 0, 0) }

// Getuid is the user's number.
func Getuid() int { return sys.Syscall(sys.Getuid, 0, 0, 0, 0) }

// Geteuid is the effective user's number.
func Geteuid() int { return sys.Syscall(sys.Geteuid, 0, 0, 0, 0) }

// Getgid is the group's number.
func Getgid() int { return sys.Syscall(sys.Getgid, 0, 0, 0, 0) }

// Getegid is the effective group's number.
func Getegid() int { return sys.Syscall(sys.Getegid, 0, 0, 0, 0) }

// Getpagesize is the size of a page of memory.
func Getpagesize() int { return 4096 }

// Signal is a signal of the system.
type Signal interface {
	String() string
	Signal()
}

// The signals that all systems have.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Hostname is the machine's name.
func Hostname() (name string, err error) {
	b, err := ReadFile("/proc/sys/kernel/hostname")
	if err != nil {
		return "", err
	}
	for len(b) > 0 && b[len(b)-1] == '\n' {
		b = b[:len(b)-1]
	}
	return string(b), nil
}

// Executable is the path of the running program.
func Executable() (string, error) { return Readlink("/proc/self/exe") }

const noProcess = syscall.Errno(3) // ESRCH

// ErrProcessDone says that a process has ended.
var ErrProcessDone = errors.New("os: process already finished")

// Process is a process of the system.
type Process struct {
	Pid      int
	released bool
	done     bool // Wait has seen its end
}

// FindProcess is the process of that number, whether there is one or not.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	if p.released {
		return errors.New("os: process already released")
	}
	if p.done {
		return ErrProcessDone
	}
	if p.Pid <= 0 {
		return errors.New("os: process not initialized")
	}
	switch r := sys.Syscall(sys.Kill, uintptr(p.Pid), uintptr(s), 0, 0); {
	case r == -int(noProcess):
		return ErrProcessDone
	case r < 0:
		return syscall.Errno(-r)
	}
	return nil
}

// Kill ends the process.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release gives up what belongs to the process here.
func (p *Process) Release() error {
	p.released = true
	return nil
}
