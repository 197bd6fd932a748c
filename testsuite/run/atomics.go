// sync/atomic: counters, swaps, compare-and-swap, typed values.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ name string }

func main() {
	var n int64
	var typed atomic.Int32
	var u atomic.Uint64
	var flag atomic.Bool
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				atomic.AddInt64(&n, 1)
				typed.Add(2)
				u.Add(^uint64(0))
			}
			if i == 49 {
				flag.Store(true)
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, typed.Load(), int64(u.Load()), flag.Load())
	fmt.Println(atomic.CompareAndSwapInt64(&n, 5000, 1), atomic.CompareAndSwapInt64(&n, 5000, 2), atomic.LoadInt64(&n))
	var i32 int32 = 7
	fmt.Println(atomic.SwapInt32(&i32, 9), i32, atomic.AddInt32(&i32, -10))
	var u32 uint32
	atomic.StoreUint32(&u32, 1<<31)
	fmt.Println(atomic.AddUint32(&u32, 1<<31), typed.Swap(3), typed.CompareAndSwap(3, 4), typed.Load())

	var max atomic.Int64
	for i := range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v := int64(i * 37 % 101)
			for {
				old := max.Load()
				if v <= old || max.CompareAndSwap(old, v) {
					return
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(max.Load())

	var v atomic.Value
	fmt.Println(v.Load())
	v.Store(config{"a"})
	fmt.Println(v.Load().(config).name)
	old := v.Swap(config{"b"})
	fmt.Println(old, v.Load())
	// A spin lock out of one word.
	var lock atomic.Int32
	total := 0
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 200 {
				for !lock.CompareAndSwap(0, 1) {
				}
				total++
				lock.Store(0)
			}
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
