// Package sys declares the entry points that the runtime implements for the standard packages.
// Every function here has no body: the compiler binds it to the runtime builtin of the same name.
package sys

import "unsafe"

// Write writes n bytes at p to a file descriptor: bytes written or -errno.
func Write(fd int, p unsafe.Pointer, n int) int

// Read reads up to n bytes to p from a file descriptor: bytes read or -errno.
func Read(fd int, p unsafe.Pointer, n int) int

// Syscall makes a system call: its result or -errno.
func Syscall(num int, a1, a2, a3, a4 uintptr) int

// Syscall6 makes a system call: its result or -errno.
func Syscall6(num int, a1, a2, a3, a4, a5, a6 uintptr) int

// Exit ends the process.
func Exit(code int)

// Argc is the number of command-line arguments.
func Argc() int

// Argv is argument i.
func Argv(i int) string

// Environ is entry i of the environment, "" past the end.
func Environ(i int) string

// Walltime is the wall clock: seconds since 1970 and nanoseconds.
func Walltime() (sec, nsec int64)

// Nanotime is the monotonic clock.
func Nanotime() int64

// Rand is a random number.
func Rand() uint64

// Questions for Query.
const (
	QueryNumCPU       = 0
	QueryNumGoroutine = 1
	QueryMaxProcs     = 2
	QueryGoid         = 3
	QueryFaultAddress = 4
	QueryStackObjects = 5
)

// Query answers one of the questions above.
func Query(what int) int

// Sleep parks the goroutine for ns nanoseconds.
func Sleep(ns int64)

// Gosched yields to other goroutines.
func Gosched()

// Goexit ends the goroutine after its deferred calls.
func Goexit()

// GC runs a full collection.
func GC()

// MemStats fills n words at p, in the order that package runtime reads them.
func MemStats(p unsafe.Pointer, n int)

// SetGCPercent sets GOGC and returns the old value.
func SetGCPercent(percent int) int

// Spawn starts the program that the request describes: its process number or -errno.
func Spawn(request unsafe.Pointer) int

// SignalHandle says what happens on a signal: 0 what happened before the first call, 1 nothing, 2 SignalNext gives it.
func SignalHandle(signal, what int)

// SignalNext is the number of a signal that came, 0 if there is none.
func SignalNext() int

// Getg is the current goroutine.
func Getg() unsafe.Pointer

// Park blocks the goroutine until Ready; reason indexes the runtime's wait reasons.
func Park(reason int)

// Ready makes a parked goroutine runnable.
func Ready(g unsafe.Pointer)

// TimerStart calls f at time when (of Nanotime) and then every period, if that is not 0.
// f must not block.
func TimerStart(when, period int64, f func()) int

// TimerStop stops a timer and reports whether it was pending.
func TimerStop(handle int) bool

// Throw ends the program with a fatal error.
func Throw(text string)

// CallerPC is the program counter skip frames up the stack, 0 past its end.
func CallerPC(skip int) uintptr

// PCFunc is the name of the function at pc.
func PCFunc(pc uintptr) string

// PCFile is the source file of pc.
func PCFile(pc uintptr) string

// What Control sets.
const (
	ControlMaxStack     = 0
	ControlPanicOnFault = 1
	ControlMemoryLimit  = 2
	ControlTraceback    = 3
)

// Control sets one of the above and returns the old value.
func Control(what, value int) int

// PCEntry is where the function of pc starts.
func PCEntry(pc uintptr) uintptr

// PCLine is the line of pc.
func PCLine(pc uintptr) int

// StackText is the traceback of this goroutine (0) or of all (1).
func StackText(all int) string

// SetFinalizer calls f, a func value, with the object as only argument when the object becomes unreachable; nil takes that back.
// lead, if not nil, is the type word of an interface that the parameter is; memory is how many results travel in memory.
// The result is 1 if the object's pointer is not to its start, 2 if it has a finalizer, else 0.
func SetFinalizer(object, f, lead unsafe.Pointer, memory int) int

// UnsafeNew allocates a zeroed object of the type described at typ.
func UnsafeNew(typ unsafe.Pointer) unsafe.Pointer

// UnsafeNewArray allocates n zeroed objects.
func UnsafeNewArray(typ unsafe.Pointer, n int) unsafe.Pointer

// UnsafeEqual compares the values at p and q.
func UnsafeEqual(typ, p, q unsafe.Pointer) bool

// Memmove copies n bytes.
func Memmove(dst, src unsafe.Pointer, n int)

// FindItab is the method table of a concrete type for an interface type, nil if methods are missing.
func FindItab(inter, typ unsafe.Pointer) unsafe.Pointer

// MapAccess points to the element of a key, nil if there is none.
func MapAccess(typ, m, key unsafe.Pointer) unsafe.Pointer

// MapAssign points to the element of a key, which is inserted if needed.
func MapAssign(typ, m, key unsafe.Pointer) unsafe.Pointer

// MapIterInit starts an iteration; iter is a zeroed *[16]uint64 whose first words are key and element.
func MapIterInit(typ, m, iter unsafe.Pointer)

// MapIterNext goes on to the next entry.
func MapIterNext(iter unsafe.Pointer)

// MapDelete removes a key.
func MapDelete(typ, m, key unsafe.Pointer)

// MapClear removes all keys.
func MapClear(typ, m unsafe.Pointer)

// MakeMap makes a map with room for hint entries.
func MakeMap(typ unsafe.Pointer, hint int) unsafe.Pointer

// MakeChan makes a channel.
func MakeChan(typ unsafe.Pointer, size int) unsafe.Pointer

// ChanSend sends the value at elem.
func ChanSend(ch, elem unsafe.Pointer)

// ChanRecv receives to elem; false if the channel is closed and drained.
func ChanRecv(ch, elem unsafe.Pointer) bool

// CloseChan closes a channel.
func CloseChan(ch unsafe.Pointer)

// Select runs n cases: the index of the chosen one (-1: none and block is 0) and 1 if a value was received.
func Select(cases unsafe.Pointer, n, block int) (chosen, received int)

// GrowSlice moves a slice's elements to an array with room for n, the rest zeroed: the array and its capacity.
func GrowSlice(elem, old unsafe.Pointer, oldLen, oldCap, n int) (unsafe.Pointer, int)

// Memclr clears n bytes.
func Memclr(p unsafe.Pointer, n int)

// TypeTable is descriptor i of the program, nil past the end.
func TypeTable(i int) unsafe.Pointer

// ReflectEntry is the address of an entry for calls by reflection.
func ReflectEntry(what int) unsafe.Pointer

// AddCleanup calls f, a func value, when the object becomes unreachable; the result is for StopCleanup.
func AddCleanup(object, f unsafe.Pointer) int

// StopCleanup takes AddCleanup back.
func StopCleanup(handle int)

// WeakHandle is an object that stands for an object without keeping it.
func WeakHandle(object unsafe.Pointer) unsafe.Pointer

// WeakLoad is the object of a handle, nil if it is gone.
func WeakLoad(handle unsafe.Pointer) unsafe.Pointer
