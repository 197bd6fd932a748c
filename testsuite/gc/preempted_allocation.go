// Goroutines that only allocate are preempted anywhere in an allocation: no object is handed out twice.
package main

import (
	"fmt"
	"sync"
	"time"
)

type pair struct{ a, b *int }

type node struct {
	next  *node
	owner int
	n     int
	p     pair
}

func build(owner, length int) *node {
	var list *node
	for i := range length {
		a, b := new(int), new(int)
		*a, *b = owner, i
		list = &node{next: list, owner: owner, n: i, p: pair{a, b}}
	}
	return list
}

func check(list *node, owner, length int) int {
	bad := 0
	for n := list; n != nil; n = n.next {
		length--
		if n.owner != owner || n.n != length || *n.p.a != owner || *n.p.b != length {
			bad++
		}
	}
	return bad + length
}

func main() {
	var wg sync.WaitGroup
	stop := time.Now().Add(400 * time.Millisecond)
	bad := make([]int, 6)
	for owner := range bad {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for round := 0; round < 3 || time.Now().Before(stop); round++ {
				list := build(owner, 3000)
				bad[owner] += check(list, owner, 3000)
			}
		}()
	}
	wg.Wait()
	fmt.Println(bad)
}
