package sys

// Numbers of system calls.
const (
	Lseek         = 8
	Pread64       = 17
	Pwrite64      = 18
	Getpid        = 39
	Kill          = 62
	Fsync         = 74
	Ftruncate     = 77
	Getcwd        = 79
	Chdir         = 80
	Fchmod        = 91
	Getuid        = 102
	Getgid        = 104
	Geteuid       = 107
	Getegid       = 108
	Getppid       = 110
	Getdents64    = 217
	Openat        = 257
	Mkdirat       = 258
	Newfstatat    = 262
	Unlinkat      = 263
	Renameat      = 264
	Linkat        = 265
	Symlinkat     = 266
	Readlinkat    = 267
	Fchmodat      = 268
	Faccessat     = 269
	Utimensat     = 280
	Pipe2         = 293
	Close         = 3
	Fstat         = 5
	RtSigaction   = 13
	Mmap          = 9
	Munmap        = 11
	Mprotect      = 10
	Wait4         = 61
	Uname         = 63
	ODirectory    = 0x10000
	StatModeAt    = 24 // offset of st_mode
	StatNlinkSize = 8
)
