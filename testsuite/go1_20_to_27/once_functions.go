// sync.OnceFunc, OnceValue and OnceValues (1.21), with panics and concurrent calls.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	n := 0
	f := sync.OnceFunc(func() { n++ })
	f()
	f()
	fmt.Println(n)
	v := sync.OnceValue(func() []int { n++; return []int{n} })
	v()[0] += 10
	fmt.Println(v(), n)
	vs := sync.OnceValues(func() (string, error) { n++; return "v", errors.New("e") })
	a, err := vs()
	b, _ := vs()
	fmt.Println(a, b, err, n)
	p := sync.OnceValue(func() int { n++; panic(fmt.Sprint("failed ", n)) })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			p()
		}()
	}
	var calls atomic.Int32
	slow := sync.OnceValue(func() int32 { return calls.Add(1) })
	var wg sync.WaitGroup
	var sum atomic.Int32
	for range 10 {
		wg.Go(func() { sum.Add(slow()) })
	}
	wg.Wait()
	fmt.Println(calls.Load(), sum.Load())
	lazy := map[string]func() int{}
	for i, k := range []string{"a", "b"} {
		lazy[k] = sync.OnceValue(func() int { n += i + 1; return n * 100 })
	}
	fmt.Println(lazy["b"](), lazy["a"](), lazy["b"]())
}
