package main

import "strings"

// Allocations that could be one, or that a size known in advance saves.

func twoFields() {
	type inner struct{ n int }
	type outer struct{ a, b *inner }
	o := &outer{&inner{seven}, &inner{2}}
	sinkInt = o.a.n + o.b.n
}

func rows() {
	grid := make([][]int, 4)
	for i := range grid {
		grid[i] = make([]int, 4)
	}
	grid[1][2] = seven
	sinkInt = grid[1][2]
}

func presized() {
	s := []int{}
	for i := 0; i < 10; i++ {
		s = append(s, i)
	}
	sinkInt = len(s)
}

func joined() {
	parts := []string{"a", "b", "c"}
	sinkInt = len(strings.Join(parts, ","))
}

func set() {
	seen := map[int]bool{}
	for _, v := range []int{1, seven, 1} {
		seen[v] = true
	}
	sinkInt = len(seen)
}

func needsGrid() {
	grid := make([][]byte, 2)
	for i := range grid {
		grid[i] = make([]byte, seven)
	}
	sinkAny = grid
}

type innerPart struct{ n int }
type outerPart struct{ a, b *innerPart }

var keptPart *innerPart

// Only a part is kept; the rest must not be kept with it, nor be gone with the rest.
func needsPart() {
	o := &outerPart{&innerPart{seven}, &innerPart{seven + 1}}
	keptPart = o.b
	sinkInt = o.a.n
	clobber(3)
	verify(keptPart.n == 8)
}

func needsJoined() {
	parts := []string{"one of", "several", sinkText}
	sinkString = strings.Join(parts, ", ")
	clobber(3)
	verify(sinkString[:6] == "one of")
}

var sinkText = "and a text that is long enough for more than a word"

func main() {
	measure([]gauntletCase{
		{"object_of_objects", 0, twoFields},
		{"rows_of_a_grid", 0, rows},
		{"append_known_count", 0, presized},
		{"join_dropped", 0, joined},
		{"set_of_few", 0, set},
		{"needs_grid", 4, needsGrid},
		{"needs_part", 1, needsPart},
		{"needs_joined", 1, needsJoined},
	})
}
