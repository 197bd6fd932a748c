package sys

// Numbers of system calls.
const (
	Lseek         = 62
	Pread64       = 67
	Pwrite64      = 68
	Getpid        = 172
	Kill          = 129
	Fsync         = 82
	Ftruncate     = 46
	Getcwd        = 17
	Chdir         = 49
	Fchmod        = 52
	Getuid        = 174
	Getgid        = 176
	Geteuid       = 175
	Getegid       = 177
	Getppid       = 173
	Getdents64    = 61
	Openat        = 56
	Mkdirat       = 34
	Newfstatat    = 79
	Unlinkat      = 35
	Renameat      = 38
	Linkat        = 37
	Symlinkat     = 36
	Readlinkat    = 78
	Fchmodat      = 53
	Faccessat     = 48
	Utimensat     = 88
	Pipe2         = 59
	Close         = 57
	Fstat         = 80
	RtSigaction   = 134
	Mmap          = 222
	Munmap        = 215
	Mprotect      = 226
	Wait4         = 260
	Uname         = 160
	ODirectory    = 0x4000
	StatModeAt    = 16 // offset of st_mode
	StatNlinkSize = 4
)
