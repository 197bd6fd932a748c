// Mutex, RWMutex, Once, WaitGroup, Cond, Pool, Map and OnceFunc.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	sync.RWMutex
	m map[int]int
}

func (c *cache) get(k int) (int, bool) {
	c.RLock()
	defer c.RUnlock()
	v, ok := c.m[k]
	return v, ok
}

func (c *cache) set(k, v int) {
	c.Lock()
	c.m[k] = v
	c.Unlock()
}

type queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
}

func (q *queue) put(v int) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.cond.Signal()
}

func (q *queue) take() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

func main() {
	c := cache{m: map[int]int{}}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range 50 {
				c.set(j, j*2)
				if v, ok := c.get(j); !ok || v != j*2 {
					fmt.Println("wrong", i, j, v)
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(c.m))

	var once sync.Once
	n := 0
	for range 10 {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { n++ }) }()
	}
	wg.Wait()
	fmt.Println(n)

	q := &queue{}
	q.cond = sync.NewCond(&q.mu)
	results := make(chan int)
	for range 3 {
		go func() { results <- q.take() }()
	}
	for i := 1; i <= 3; i++ {
		q.put(i * 100)
	}
	fmt.Println(<-results + <-results + <-results)

	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	ready := sync.NewCond(&mu)
	started, woken := false, 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !started {
				ready.Wait()
			}
			woken++
			mu.Unlock()
		}()
	}
	mu.Lock()
	started = true
	mu.Unlock()
	ready.Broadcast()
	wg.Wait()
	fmt.Println(woken)

	pool := sync.Pool{New: func() any { return new([]byte) }}
	b := pool.Get().(*[]byte)
	*b = append(*b, 'x')
	pool.Put(b)
	fmt.Println(pool.Get() != nil)
	func() {
		defer func() { fmt.Println("once:", recover()) }()
		var o sync.Once
		defer func() {
			recover()
			o.Do(func() { fmt.Println("never") })
		}()
		o.Do(func() { panic("in once") })
	}()
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock())
	l := rw.RLocker()
	rw.Unlock()
	l.Lock()
	l.Unlock()
}
