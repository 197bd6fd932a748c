package main

import (
	"runtime"
	"sync"
	"time"
)

var stats runtime.MemStats

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	m := map[int][]string{}
	ch := make(chan *int, 4)
	for i := range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			m[i%7] = append(m[i%7], string(rune('a'+i%26)))
			defer func() { _ = recover() }()
			if i%10 == 0 {
				panic(i)
			}
		}()
		go func() { ch <- &i }()
	}
	sum := 0
	for range 100 {
		sum += *<-ch
	}
	wg.Wait()
	select {
	case <-ch:
	case <-time.After(time.Millisecond):
	}
	println(sum, len(m))
	runtime.ReadMemStats(&stats)
	println("mallocs", stats.Mallocs)
}
