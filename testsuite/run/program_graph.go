// Graph algorithms: topological order, cycles, components, union-find, strongly connected parts.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type graph map[string][]string

var errCycle = errors.New("cycle")

func (g graph) names() (out []string) {
	seen := map[string]struct{}{}
	add := func(n string) {
		if _, ok := seen[n]; !ok {
			seen[n] = struct{}{}
			out = append(out, n)
		}
	}
	for n, to := range g {
		add(n)
		for _, t := range to {
			add(t)
		}
	}
	sort.Strings(out)
	return
}

func (g graph) order() (out []string, err error) {
	state := map[string]int{}
	var path []string
	var visit func(string) error
	visit = func(n string) error {
		path = append(path, n)
		defer func() { path = path[:len(path)-1] }()
		switch state[n] {
		case 1:
			return fmt.Errorf("%w: %s", errCycle, strings.Join(path, " -> "))
		case 2:
			return nil
		}
		state[n] = 1
		for _, d := range g[n] {
			if err := visit(d); err != nil {
				return err
			}
		}
		state[n] = 2
		out = append(out, n)
		return nil
	}
	for _, n := range g.names() {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	return
}

type union struct{ parent, size []int }

func newUnion(n int) *union {
	u := &union{make([]int, n), make([]int, n)}
	for i := range n {
		u.parent[i], u.size[i] = i, 1
	}
	return u
}

func (u *union) find(x int) int {
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}

func (u *union) join(a, b int) bool {
	a, b = u.find(a), u.find(b)
	if a == b {
		return false
	}
	if u.size[a] < u.size[b] {
		a, b = b, a
	}
	u.parent[b] = a
	u.size[a] += u.size[b]
	return true
}

func (g graph) strong() (parts []string) {
	index, low := map[string]int{}, map[string]int{}
	on := map[string]bool{}
	var stack []string
	var visit func(string)
	visit = func(n string) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack = append(stack, n)
		on[n] = true
		for _, d := range g[n] {
			if index[d] == 0 {
				visit(d)
				low[n] = min(low[n], low[d])
			} else if on[d] {
				low[n] = min(low[n], index[d])
			}
		}
		if low[n] == index[n] {
			var part []string
			for {
				top := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				on[top] = false
				part = append(part, top)
				if top == n {
					break
				}
			}
			sort.Strings(part)
			parts = append(parts, strings.Join(part, ""))
		}
	}
	for _, n := range g.names() {
		if index[n] == 0 {
			visit(n)
		}
	}
	return
}

type edge struct{ a, b, w int }

func main() {
	g := graph{"app": {"http", "log"}, "http": {"net", "log"}, "net": {"os"}, "log": {"os", "fmt"}, "fmt": {"os"}}
	fmt.Println(g.order())
	g["os"] = append(g["os"], "http")
	_, err := g.order()
	fmt.Println(err, errors.Is(err, errCycle))
	fmt.Println(graph{"a": {"b"}, "b": {"c", "e"}, "c": {"a", "d"}, "d": {"d"}, "e": {"f"}, "f": {"e", "d"}}.strong())
	n := 40
	var edges []edge
	for i := range n {
		for k := 1; k < 4; k++ {
			edges = append(edges, edge{i, (i*3 + k*k*5) % n, (i*31 + k*17) % 50})
		}
	}
	sort.Slice(edges, func(i, j int) bool { return edges[i].w < edges[j].w })
	u := newUnion(n)
	total, used := 0, 0
	for _, e := range edges {
		if u.join(e.a, e.b) {
			total += e.w
			used++
		}
	}
	roots := map[int]bool{}
	for i := range n {
		roots[u.find(i)] = true
	}
	fmt.Println(total, used, len(roots))
}
