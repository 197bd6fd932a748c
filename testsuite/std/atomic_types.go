// Package sync/atomic: functions, function values, the typed API, pointers, and counters shared by goroutines that are preempted.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"
)

type node struct {
	next *node
	v    int
}

// stack is a lock-free stack.
type stack struct{ top atomic.Pointer[node] }

func (s *stack) push(v int) {
	n := &node{v: v}
	for {
		n.next = s.top.Load()
		if s.top.CompareAndSwap(n.next, n) {
			return
		}
	}
}

func (s *stack) pop() (int, bool) {
	for {
		n := s.top.Load()
		if n == nil {
			return 0, false
		}
		if s.top.CompareAndSwap(n, n.next) {
			return n.v, true
		}
	}
}

func functions() {
	var i32 int32 = 5
	var u64 uint64 = 1 << 40
	fmt.Println(atomic.AddInt32(&i32, -7), atomic.LoadInt32(&i32), atomic.SwapInt32(&i32, 9), i32)
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 8, 1), atomic.CompareAndSwapInt32(&i32, 9, 1), i32)
	fmt.Println(atomic.AddUint64(&u64, ^uint64(0)), atomic.OrUint64(&u64, 1<<50), atomic.AndUint64(&u64, 0xff), u64)
	var p unsafe.Pointer
	atomic.StorePointer(&p, unsafe.Pointer(&i32))
	fmt.Println(*(*int32)(atomic.LoadPointer(&p)), atomic.CompareAndSwapPointer(&p, nil, nil))
	add := atomic.AddInt32
	fmt.Println(add(&i32, 1), i32)
	f := atomic.CompareAndSwapUint64
	fmt.Println(f(&u64, 255, 3), u64)
}

func typed() {
	var b atomic.Bool
	fmt.Println(b.Swap(true), b.Load(), b.CompareAndSwap(true, false), b.Load())
	var i atomic.Int64
	i.Store(1 << 40)
	fmt.Println(i.Add(1), i.Or(6), i.And(3), i.Load())
	var u atomic.Uint32
	fmt.Println(u.Add(^uint32(0)), u.CompareAndSwap(1, 2), u.Swap(4), u.Load())
	var up atomic.Uintptr
	up.Store(3)
	fmt.Println(up.Load())
	var v atomic.Value
	fmt.Println(v.Load())
	v.Store("a")
	fmt.Println(v.Load(), v.Swap("b"), v.CompareAndSwap("b", "c"), v.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(1)
	}()
	var p atomic.Pointer[node]
	fmt.Println(p.Load() == nil)
	n := &node{v: 4}
	p.Store(n)
	fmt.Println(p.Load().v, p.Swap(nil) == n, p.Load())
}

func main() {
	functions()
	typed()
	var s stack
	var count, total int64
	var typedCount atomic.Int32
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 2000 {
				atomic.AddInt64(&count, 1)
				typedCount.Add(2)
				s.push(g*2000 + i)
				if i%3 == 0 {
					runtime.Gosched()
				}
				if v, ok := s.pop(); ok {
					atomic.AddInt64(&total, int64(v))
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(count, typedCount.Load(), total)
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *int64
		atomic.AddInt64(p, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *atomic.Int32
		fmt.Println(p.Load())
	}()
}
