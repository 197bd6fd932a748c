// Objects that die with an activation but have no place in its frame: lists, maps, slices and channels made in loops, handed up
// by callees, and left by panics.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type node struct {
	next *node
	v    int
	name string
}

// Nodes for the caller; past the share of its activation they are on the heap.
func list(n int) *node {
	var l *node
	for i := 0; i < n; i++ {
		l = &node{l, i, string(rune('a' + i%26))}
	}
	return l
}

func (l *node) sum() (s int) {
	for ; l != nil; l = l.next {
		s += l.v + len(l.name)
	}
	return
}

func reverse(l *node) *node {
	var r *node
	for l != nil {
		l, l.next, r = l.next, r, l
	}
	return r
}

// The best so far outlives the iteration that made it.
func best(n int) (string, int) {
	var top *node
	for i := 0; i < n; i++ {
		x := &node{v: (i * 7919) % 1009, name: fmt.Sprint("n", i)}
		if top == nil || x.v > top.v {
			top = x
		}
	}
	return top.name, top.v
}

var errDeep = errors.New("deep")

func dig(depth int, up *node) int {
	here := list(depth%5 + 1)
	here.next = up
	if depth == 0 {
		panic(errDeep)
	}
	return dig(depth-1, here) + here.sum()
}

// The objects from before the panic are read by the deferred call and after it.
func guarded(depth int) (result int, err error) {
	before := list(20)
	seen := map[int]*node{}
	for i := 0; i < 12; i++ {
		seen[i*i] = &node{v: i}
	}
	defer func() {
		noise := list(50)
		if e := recover(); e != nil {
			err = e.(error)
			result = before.sum() + len(seen) + noise.sum()
		}
	}()
	defer func() {
		for i := 0; i < 30; i++ {
			seen[1000+i] = list(2)
		}
	}()
	return dig(depth, before) + before.sum(), nil
}

// A map grows where it was made, in a callee and in a loop.
func fill(m map[string]int, from, to int) {
	for i := from; i < to; i++ {
		key := []byte("key")
		key = append(key, byte('0'+i/100), byte('0'+i/10%10), byte('0'+i%10))
		m[string(key)] = i
	}
}

func maps(rounds int) int {
	total := 0
	outer := map[string]int{}
	fill(outer, 0, 5)
	for r := 0; r < rounds; r++ {
		inner := make(map[string]int, r%20)
		fill(inner, 0, r%60)
		fill(outer, r, r+3)
		for k, v := range inner {
			if v != inner[k] || k == "" {
				panic("inner")
			}
			total += v
		}
	}
	for i := 0; i < rounds; i++ {
		if outer[fmt.Sprintf("key%03d", i)] != i {
			panic(fmt.Sprint("outer ", i))
		}
	}
	return total + len(outer)
}

func tables(n int) int {
	sum := 0
	var last [][]int
	for i := 1; i < n; i++ {
		rows := make([][]int, i)
		for j := range rows {
			rows[j] = make([]int, j+1)
			for k := range rows[j] {
				rows[j][k] = j ^ k
			}
		}
		if last != nil {
			sum += len(last) + last[len(last)-1][0]
		}
		last = rows
		sum += rows[i-1][i/2]
	}
	return sum
}

func channels(n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		c := make(chan *node, 3)
		c <- &node{v: i}
		c <- list(3)
		close(c)
		for x := range c {
			sum += x.sum()
		}
	}
	return sum
}

// Iterations that end by break, continue and goto keep what is used after the loop.
func leave(n int) (out string) {
	var kept *node
	for i := 0; ; i++ {
		x := &node{v: i, name: string([]byte{byte('A' + i%26), 'x'})}
		if i%3 == 0 {
			continue
		}
		if i > n {
			kept = x
			break
		}
	}
	list(100).sum()
	return kept.name
}

func deep(n int, up *node) int {
	if n == 0 {
		return up.sum()
	}
	x := list(2)
	x.next.next = up
	r := deep(n-1, x)
	return r + x.v
}

type visitor func(*node) bool

func (l *node) walk(f visitor) {
	for ; l != nil; l = l.next {
		if !f(l) {
			return
		}
	}
}

func callbacks(n int) int {
	count := 0
	for i := 0; i < n; i++ {
		parts := []*node{}
		list(i % 17).walk(func(x *node) bool {
			parts = append(parts, x, &node{v: x.v * 2})
			return len(parts) < 20
		})
		for _, p := range parts {
			count += p.v
		}
	}
	return count
}

func churn() {
	for i := 0; i < 50; i++ {
		sink = make([]byte, 10000)
	}
	runtime.GC()
}

var sink []byte

func main() {
	for _, n := range []int{0, 1, 10, 1000, 30000} {
		fmt.Println(list(n).sum(), reverse(list(n)).sum())
	}
	fmt.Println(best(500))
	for _, d := range []int{0, 3, 40} {
		fmt.Println(guarded(d))
		churn()
	}
	fmt.Println(maps(10), maps(150))
	fmt.Println(tables(10), tables(40))
	fmt.Println(channels(5), channels(500))
	fmt.Println(leave(1), leave(100))
	fmt.Println(deep(3, nil), deep(6000, nil))
	fmt.Println(callbacks(100))
	var wg sync.WaitGroup
	var sums [40]int
	for i := range sums {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%4 == 3 {
				defer func() { sums[i]++ }()
				here := list(i)
				sums[i] = here.sum()
				runtime.Goexit()
			}
			for j := 0; j < 6; j++ {
				l := list(i * 5)
				runtime.Gosched()
				sums[i] += l.sum() + maps(j)
				if r, err := guarded(j); err != nil {
					sums[i] += r
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(sums)
}
