// Thousands of goroutines with data on their stacks and messages between them.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type message struct {
	from  int
	body  []int
	reply chan *message
}

func deep(n int, p *int) int {
	var pad [32]int
	pad[n%32] = *p
	if n == 0 {
		return *p
	}
	q := *p + 1
	return deep(n-1, &q) + pad[n%32]*0
}

func main() {
	sum := 0
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 5000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			data := make([]int, 50)
			for j := range data {
				data[j] = i + j
			}
			s := deep(20+i%50, &data[0])
			mu.Lock()
			sum += s - data[0]
			mu.Unlock()
		}()
		if i%1000 == 0 {
			runtime.GC()
		}
	}
	wg.Wait()
	fmt.Println(sum)

	inbox := make(chan *message, 16)
	go func() {
		for m := range inbox {
			t := 0
			for _, v := range m.body {
				t += v
			}
			m.reply <- &message{from: t, body: append(m.body, t)}
		}
	}()
	bad := 0
	for i := range 5000 {
		m := &message{i, []int{i, i + 1, i + 2}, make(chan *message, 1)}
		inbox <- m
		r := <-m.reply
		if r.from != 3*i+3 || len(r.body) != 4 || r.body[3] != r.from {
			bad++
		}
	}
	close(inbox)
	fmt.Println(bad)

	var blocked []chan int
	results := make(chan int)
	for i := range 500 {
		c := make(chan int)
		blocked = append(blocked, c)
		local := &[]int{i}
		go func() {
			v := <-c
			results <- (*local)[0] + v
		}()
	}
	runtime.GC()
	for range 20000 {
		_ = make([]byte, 512)
	}
	for _, c := range blocked {
		c <- 1
	}
	total := 0
	for range blocked {
		total += <-results
	}
	fmt.Println(total)
}
