// Package syscall has the error numbers and constants of Linux that package os needs.
package syscall

import (
	"internal/oserror"
	"internal/sys"
)

// Errno is an error number of the system.
type Errno uintptr

// The common error numbers.
const (
	EPERM        = Errno(1)
	ENOENT       = Errno(2)
	EINTR        = Errno(4)
	EIO          = Errno(5)
	EBADF        = Errno(9)
	EAGAIN       = Errno(11)
	ENOMEM       = Errno(12)
	EACCES       = Errno(13)
	EBUSY        = Errno(16)
	EEXIST       = Errno(17)
	EXDEV        = Errno(18)
	ENOTDIR      = Errno(20)
	EISDIR       = Errno(21)
	EINVAL       = Errno(22)
	EMFILE       = Errno(24)
	ENOSPC       = Errno(28)
	ESPIPE       = Errno(29)
	EROFS        = Errno(30)
	EPIPE        = Errno(32)
	ERANGE       = Errno(34)
	ENAMETOOLONG = Errno(36)
	ENOSYS       = Errno(38)
	ENOTEMPTY    = Errno(39)
	ELOOP        = Errno(40)
	ENOTSUP      = Errno(95)
	EOPNOTSUPP   = Errno(95)
	ETIMEDOUT    = Errno(110)
)

// Flags of open.
const (
	O_RDONLY  = 0x0
	O_WRONLY  = 0x1
	O_RDWR    = 0x2
	O_CREAT   = 0x40
	O_EXCL    = 0x80
	O_TRUNC   = 0x200
	O_APPEND  = 0x400
	O_CLOEXEC = 0x80000
	O_SYNC    = 0x101000
)

// The standard files.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Getpid is the process's number.
func Getpid() int { return sys.Syscall(sys.Getpid, 0, 0, 0, 0) }

// Getpagesize is the size of a page of memory.
func Getpagesize() int { return 4096 }

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) error {
	if r := sys.Syscall(sys.Kill, uintptr(pid), uintptr(sig), 0, 0); r < 0 {
		return Errno(-r)
	}
	return nil
}

func (e Errno) Error() string {
	if int(e) > 0 && int(e) < len(errorTexts) {
		if s := errorTexts[e]; s != "" {
			return s
		}
	}
	return "errno " + number(uintptr(e))
}

// Is matches the errors of package oserror.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	}
	return false
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool { return e == EINTR || e == EMFILE || e == 23 || e.Timeout() }

// Timeout reports whether the error is a timeout.
func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

// Signal is a signal's number.
type Signal int

// The signals.
const (
	SIGHUP = Signal(1)
	SIGINT = Signal(2)
	SIGQUIT = Signal(3)
	SIGILL = Signal(4)
	SIGTRAP = Signal(5)
	SIGABRT = Signal(6)
	SIGBUS = Signal(7)
	SIGFPE = Signal(8)
	SIGKILL = Signal(9)
	SIGUSR1 = Signal(10)
	SIGSEGV = Signal(11)
	SIGUSR2 = Signal(12)
	SIGPIPE = Signal(13)
	SIGALRM = Signal(14)
	SIGTERM = Signal(15)
	SIGSTKFLT = Signal(16)
	SIGCHLD = Signal(17)
	SIGCONT = Signal(18)
	SIGSTOP = Signal(19)
	SIGTSTP = Signal(20)
	SIGTTIN = Signal(21)
	SIGTTOU = Signal(22)
	SIGURG = Signal(23)
	SIGXCPU = Signal(24)
	SIGXFSZ = Signal(25)
	SIGVTALRM = Signal(26)
	SIGPROF = Signal(27)
	SIGWINCH = Signal(28)
	SIGIO = Signal(29)
	SIGPWR = Signal(30)
	SIGSYS = Signal(31)
)

var signalNames = [...]string{
	1: "hangup",
	2: "interrupt",
	3: "quit",
	4: "illegal instruction",
	5: "trace/breakpoint trap",
	6: "aborted",
	7: "bus error",
	8: "floating point exception",
	9: "killed",
	10: "user defined signal 1",
	11: "segmentation fault",
	12: "user defined signal 2",
	13: "broken pipe",
	14: "alarm clock",
	15: "terminated",
	16: "stack fault",
	17: "child exited",
	18: "continued",
	19: "stopped (signal)",
	20: "stopped",
	21: "stopped (tty input)",
	22: "stopped (tty output)",
	23: "urgent I/O condition",
	24: "CPU time limit exceeded",
	25: "file size limit exceeded",
	26: "virtual timer expired",
	27: "profiling timer expired",
	28: "window changed",
	29: "I/O possible",
	30: "power failure",
	31: "bad system call",
}

// Signal makes every Signal an os.Signal.
func (s Signal) Signal() {}

func (s Signal) String() string {
	if 0 < s && int(s) < len(signalNames) {
		return signalNames[s]
	}
	if s < 0 {
		return "signal -" + number(uintptr(-s))
	}
	return "signal " + number(uintptr(s))
}

// number is n in decimal.
func number(n uintptr) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + n%10)
		n /= 10
		if n == 0 {
			return string(b[i:])
		}
	}
}
