// Several goroutines allocate, share and drop structures at the same time.
package main

import (
	"fmt"
	"sync"
)

type item struct {
	owner, seq int
	payload    []int
	next       *item
}

type stack struct {
	mu  sync.Mutex
	top *item
	n   int
}

func (s *stack) push(i *item) {
	s.mu.Lock()
	i.next, s.top = s.top, i
	s.n++
	s.mu.Unlock()
}

func (s *stack) pop() *item {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.top
	if i != nil {
		s.top = i.next
		i.next = nil
		s.n--
	}
	return i
}

func (i *item) valid() bool {
	for k, v := range i.payload {
		if v != i.owner*1000000+i.seq+k {
			return false
		}
	}
	return len(i.payload) == 1+i.seq%17
}

func main() {
	const workers, rounds = 6, 4000
	var shared stack
	var wg sync.WaitGroup
	counts := make(chan [3]int, workers)
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var made, taken, bad int
			for r := range rounds {
				it := &item{owner: w, seq: r, payload: make([]int, 1+r%17)}
				for k := range it.payload {
					it.payload[k] = w*1000000 + r + k
				}
				shared.push(it)
				made++
				for range r % 3 {
					if got := shared.pop(); got != nil {
						taken++
						if !got.valid() {
							bad++
						}
					}
				}
			}
			counts <- [3]int{made, taken, bad}
		}()
	}
	wg.Wait()
	close(counts)
	var total [3]int
	for c := range counts {
		for i := range c {
			total[i] += c[i]
		}
	}
	left := 0
	for it := shared.pop(); it != nil; it = shared.pop() {
		left++
		if !it.valid() {
			total[2]++
		}
	}
	fmt.Println(total[0], total[0] == total[1]+left, total[2], shared.n)
	var m sync.Map
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 500 {
				m.Store(fmt.Sprint(w, "/", i), &item{owner: w, seq: i})
				if i%2 == 0 {
					m.Delete(fmt.Sprint(w, "/", i))
				}
			}
		}()
	}
	wg.Wait()
	n := 0
	m.Range(func(k, v any) bool {
		it := v.(*item)
		if k != fmt.Sprint(it.owner, "/", it.seq) {
			fmt.Println("wrong", k)
		}
		n++
		return true
	})
	fmt.Println(n)
}
