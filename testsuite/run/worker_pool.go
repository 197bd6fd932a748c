// Workers with results in order, errors, cancellation and panics turned into errors.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type job struct {
	id int
	fn func() (int, error)
}

type result struct {
	id, value int
	err       error
}

func safely(j job) (r result) {
	r.id = j.id
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("job %d panicked: %v", j.id, p)
		}
	}()
	r.value, r.err = j.fn()
	return
}

func run(workers int, jobs []job) []result {
	in, out := make(chan job), make(chan result, len(jobs))
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range in {
				out <- safely(j)
			}
		})
	}
	for _, j := range jobs {
		in <- j
	}
	close(in)
	wg.Wait()
	close(out)
	ordered := make([]result, len(jobs))
	for r := range out {
		ordered[r.id] = r
	}
	return ordered
}

func main() {
	var zero int
	var m map[string]int
	jobs := []job{
		{fn: func() (int, error) { return 1, nil }},
		{fn: func() (int, error) { return 0, errors.New("plain") }},
		{fn: func() (int, error) { return 10 / zero, nil }},
		{fn: func() (int, error) { m["x"] = 1; return 0, nil }},
		{fn: func() (int, error) { panic("custom") }},
		{fn: func() (int, error) { return []int{1, 2}[zero+5], nil }},
		{fn: func() (int, error) {
			s := 0
			for i := range 10000 {
				s += i
			}
			return s, nil
		}},
	}
	for i := range jobs {
		jobs[i].id = i
	}
	for _, workers := range []int{1, 3, 10} {
		for _, r := range run(workers, jobs) {
			fmt.Println(workers, r.id, r.value, r.err)
		}
	}
}
