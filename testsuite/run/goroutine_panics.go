// Panics recovered in goroutines, passed on, and cleaned up while others run.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type group struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []string
}

func (g *group) run(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		err := func() (err error) {
			defer func() {
				switch r := recover().(type) {
				case nil:
				case runtime.Error:
					err = fmt.Errorf("runtime: %w", r)
				case error:
					err = r
				default:
					err = fmt.Errorf("panic: %v", r)
				}
			}()
			return f()
		}()
		if err != nil {
			g.mu.Lock()
			g.errs = append(g.errs, err.Error())
			g.mu.Unlock()
		}
	}()
}

func main() {
	counts := map[string]int{}
	var g group
	var nilMap map[int]int
	for i := range 400 {
		g.run(func() error {
			switch i % 5 {
			case 0:
				return nil
			case 1:
				panic("text")
			case 2:
				nilMap[i] = i
			case 3:
				var p *group
				p.errs = nil
			case 4:
				c := make(chan int)
				close(c)
				defer func() { panic(fmt.Errorf("last of %v", recover())) }()
				close(c)
			}
			return nil
		})
	}
	g.wg.Wait()
	for _, e := range g.errs {
		counts[e]++
	}
	fmt.Println(counts)
	result := make(chan any)
	go func() {
		defer func() { result <- recover() }()
		inner := make(chan any)
		go func() {
			defer func() { inner <- recover() }()
			panic([]string{"from", "inner"})
		}()
		panic(<-inner)
	}()
	fmt.Println(<-result)
	ready, release := make(chan bool), make(chan bool)
	go func() {
		defer close(ready)
		defer func() { recover() }()
		<-release
		var a [3]int
		for i := 0; ; i++ {
			a[i] = i
		}
	}()
	close(release)
	<-ready
	fmt.Println("done")
}
