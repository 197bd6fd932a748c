package syscall

import (
	"internal/sys"
	"unsafe"
)

// How memory may be used.
const (
	PROT_NONE  = 0
	PROT_READ  = 1
	PROT_WRITE = 2
	PROT_EXEC  = 4
)

// How memory is mapped.
const (
	MAP_SHARED    = 0x01
	MAP_PRIVATE   = 0x02
	MAP_FIXED     = 0x10
	MAP_ANON      = 0x20
	MAP_ANONYMOUS = 0x20
	MAP_NORESERVE = 0x4000
	MAP_POPULATE  = 0x8000
)

// Mmap maps length bytes of a file, or of no file if fd is -1, from offset on.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	r := sys.Syscall6(sys.Mmap, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if r < 0 && r > -4096 {
		return nil, Errno(-r)
	}
	// The memory is none of the collector's.
	address := uintptr(r)
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&address)), length), nil
}

func memoryCall(number int, b []byte, arg uintptr) error {
	if len(b) == 0 {
		return EINVAL
	}
	if r := sys.Syscall(number, uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), arg, 0); r < 0 {
		return Errno(-r)
	}
	return nil
}

// Munmap undoes Mmap; b is what that returned.
func Munmap(b []byte) (err error) { return memoryCall(sys.Munmap, b, 0) }

// Mprotect says how memory may be used.
func Mprotect(b []byte, prot int) (err error) { return memoryCall(sys.Mprotect, b, uintptr(prot)) }
