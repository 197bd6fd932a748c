// Breadth-first search through a maze, printing the path.
package main

import (
	"fmt"
	"strings"
)

const maze = `
##########
#S.#.....#
#..#.###.#
#.##.#...#
#....#.#.#
####.#.#.#
#....#.#E#
##########`

type pos struct{ r, c int }

func (p pos) add(q pos) pos { return pos{p.r + q.r, p.c + q.c} }

var dirs = [...]pos{{-1, 0}, {0, 1}, {1, 0}, {0, -1}}

func find(g [][]byte, want byte) pos {
	for r, row := range g {
		for c, b := range row {
			if b == want {
				return pos{r, c}
			}
		}
	}
	panic("no " + string(want))
}

func search(g [][]byte, from, to pos) []pos {
	prev := map[pos]pos{from: from}
	queue := []pos{from}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		if p == to {
			var path []pos
			for p != from {
				path = append(path, p)
				p = prev[p]
			}
			return path
		}
		for _, d := range dirs {
			q := p.add(d)
			if _, seen := prev[q]; !seen && g[q.r][q.c] != '#' {
				prev[q] = p
				queue = append(queue, q)
			}
		}
	}
	return nil
}

func main() {
	var g [][]byte
	for _, line := range strings.Split(strings.TrimSpace(maze), "\n") {
		g = append(g, []byte(line))
	}
	s, e := find(g, 'S'), find(g, 'E')
	path := search(g, s, e)
	fmt.Println(s, e, len(path), path[0], path[len(path)-1])
	for _, p := range path[1:] {
		g[p.r][p.c] = '*'
	}
	for _, row := range g {
		fmt.Printf("%s\n", row)
	}
	g[5][8] = '#'
	fmt.Println(search(g, s, e) == nil)
	defer func() { fmt.Println("recovered:", recover()) }()
	find(g, 'X')
}
