// Goroutines that the function waits for, with what they share in its frame.
package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"runtime"
	"time"
)

type node struct {
	v    int
	next *node
}

// objects of goroutines get into captured variables
func lists() int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var head *node
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range 10 {
				n := &node{v: i*10 + j}
				mu.Lock()
				n.next = head
				head = n
				mu.Unlock()
				if j%3 == 0 {
					runtime.Gosched()
				}
			}
		}()
	}
	wg.Wait()
	s := 0
	for n := head; n != nil; n = n.next {
		s += n.v
	}
	return s
}

func maps() int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	m := map[int]string{}
	for i := range 50 {
		wg.Add(1)
		go func() {
			mu.Lock()
			m[i] = fmt.Sprint("x", i)
			mu.Unlock()
			wg.Done()
		}()
	}
	wg.Wait()
	n := 0
	for k, v := range m {
		n += k + len(v)
	}
	return n
}

func appends() int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var list []string
	var words = strings.Fields("a b c d e f g h i j k l")
	for _, w := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			runtime.Gosched()
			mu.Lock()
			defer mu.Unlock()
			list = append(list, w+w+strings.Repeat("y", 10))
		}()
	}
	wg.Wait()
	n := 0
	for _, l := range list {
		n += len(l)
	}
	return n
}

func jobs() int {
	var wg sync.WaitGroup
	in := make(chan int, 3)
	out := make(chan int, 200)
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- v * v
			}
		}()
	}
	for i := range 100 {
		in <- i
	}
	close(in)
	wg.Wait()
	close(out)
	s := 0
	for v := range out {
		s += v
	}
	return s
}

func nested(depth int) int {
	if depth == 0 {
		return 1
	}
	var wg sync.WaitGroup
	var a, b int
	wg.Add(2)
	go func() { defer wg.Done(); a = nested(depth - 1) }()
	go func() { b = nested(depth - 1); wg.Done() }()
	wg.Wait()
	return a + b
}

func nestedGo(depth int) int {
	if depth == 0 {
		return 1
	}
	var wg sync.WaitGroup
	var a, b int
	wg.Go(func() { a = nestedGo(depth - 1) })
	wg.Go(func() { b = nestedGo(depth - 1) })
	wg.Wait()
	return a + b
}

func counter() int64 {
	var wg sync.WaitGroup
	var n atomic.Int64
	for range 100 {
		wg.Go(func() { n.Add(1); runtime.Gosched(); n.Add(1) })
	}
	wg.Wait()
	return n.Load()
}

func caller(p *node, m map[int]int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		p.next = &node{v: 5}
		for i := range 100 {
			m[i] = i
		}
		wg.Done()
	}()
	wg.Wait()
}

func params() int {
	var n node
	m := map[int]int{}
	caller(&n, m)
	return n.next.v + len(m)
}

func bytes() string {
	b := []byte("hello world, this is long enough")
	s := string(b)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		for i := range b {
			b[i] = 'x'
		}
		wg.Done()
	}()
	wg.Wait()
	return s + string(b)
}

func sends() int {
	done := make(chan *node)
	x := 3
	go func() { x++; done <- &node{v: x} }()
	go func() { done <- &node{v: 1} }()
	a := <-done
	b := <-done
	return a.v + b.v + x
}

func goexits() int {
	var wg sync.WaitGroup
	x := 1
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { x *= 10 }()
		x++
		if x == 2 {
			runtime.Goexit()
		}
		x = 1000
	}()
	wg.Wait()
	return x
}

func recovers() int {
	var wg sync.WaitGroup
	x := 1
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { x += recover().(int) }()
		panic(x + 5)
	}()
	wg.Wait()
	return x
}

func sleeps() (s string) {
	var wg sync.WaitGroup
	res := make([]string, 5)
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			time.Sleep(time.Duration(5-k) * time.Millisecond)
			res[k] = fmt.Sprintf("%d;", k)
		}(i)
	}
	wg.Wait()
	return strings.Join(res, "")
}

func addN(n int) int {
	var wg sync.WaitGroup
	out := make([]int, n)
	wg.Add(len(out))
	for i := range out {
		go func() { defer wg.Done(); out[i] = i }()
	}
	wg.Wait()
	s := 0
	for _, v := range out {
		s += v
	}
	return s
}

func main() {
	for range 3 {
		fmt.Println(lists(), maps(), appends(), jobs(), nested(6), nestedGo(6), counter(), params(), bytes(), sends(), goexits(), recovers(), sleeps(), addN(30))
	}
}
