// A priority queue as a binary heap, used for event simulation and shortest paths.
package main

import "fmt"

type entry struct {
	priority int
	name     string
	index    int
}

type queue struct {
	items []*entry
	less  func(a, b *entry) bool
}

func (q *queue) swap(i, j int) {
	q.items[i], q.items[j] = q.items[j], q.items[i]
	q.items[i].index, q.items[j].index = i, j
}

func (q *queue) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !q.less(q.items[i], q.items[parent]) {
			return
		}
		q.swap(i, parent)
		i = parent
	}
}

func (q *queue) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(q.items) {
			return
		}
		if child+1 < len(q.items) && q.less(q.items[child+1], q.items[child]) {
			child++
		}
		if !q.less(q.items[child], q.items[i]) {
			return
		}
		q.swap(i, child)
		i = child
	}
}

func (q *queue) push(e *entry) {
	e.index = len(q.items)
	q.items = append(q.items, e)
	q.up(e.index)
}

func (q *queue) pop() *entry {
	e := q.items[0]
	last := len(q.items) - 1
	q.swap(0, last)
	q.items[last] = nil
	q.items = q.items[:last]
	q.down(0)
	return e
}

func (q *queue) update(e *entry, p int) {
	e.priority = p
	q.up(e.index)
	q.down(e.index)
}

type edge struct{ to, cost int }

func shortest(graph [][]edge, from int) []int {
	dist := make([]int, len(graph))
	nodes := make([]*entry, len(graph))
	q := &queue{less: func(a, b *entry) bool { return a.priority < b.priority }}
	byEntry := map[*entry]int{}
	for i := range graph {
		dist[i] = 1 << 30
		if i == from {
			dist[i] = 0
		}
		nodes[i] = &entry{priority: dist[i]}
		byEntry[nodes[i]] = i
		q.push(nodes[i])
	}
	for len(q.items) > 0 {
		n := byEntry[q.pop()]
		for _, e := range graph[n] {
			if d := dist[n] + e.cost; d < dist[e.to] {
				dist[e.to] = d
				q.update(nodes[e.to], d)
			}
		}
	}
	return dist
}

func main() {
	q := &queue{less: func(a, b *entry) bool {
		if a.priority != b.priority {
			return a.priority > b.priority
		}
		return a.name < b.name
	}}
	var mid *entry
	for i, n := range []string{"write", "test", "design", "review", "ship", "plan"} {
		e := &entry{priority: i * 7 % 4, name: n}
		if n == "review" {
			mid = e
		}
		q.push(e)
	}
	q.update(mid, 100)
	for len(q.items) > 0 {
		e := q.pop()
		fmt.Print(e.name, ":", e.priority, " ")
	}
	fmt.Println()
	n := 60
	graph := make([][]edge, n)
	for i := range graph {
		for k := 1; k <= 4; k++ {
			graph[i] = append(graph[i], edge{(i*k + k*k + 1) % n, (i*7+k*13)%20 + 1})
		}
	}
	fmt.Println(shortest(graph, 0))
}
