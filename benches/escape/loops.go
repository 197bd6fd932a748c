package main

// Values that live for one iteration of a loop, or whose variable outlives it.

type item struct {
	id   int
	next *item
}

func perIteration() {
	n := 0
	for i := range seven {
		p := &item{id: i}
		n += p.id
	}
	sinkInt = n
}

func carried() {
	last := &item{}
	for i := range seven {
		p := &item{id: i}
		last = p
	}
	sinkInt = last.id
}

func best() {
	var best *item
	for i := range seven {
		p := &item{id: i * 3 % 5}
		if best == nil || p.id > best.id {
			best = p
		}
	}
	sinkInt = best.id
}

func closureInLoop() {
	n := 0
	for i := range seven {
		f := func() int { return i * i }
		n += f()
	}
	sinkInt = n
}

func scratch() {
	n := 0
	for i := range seven {
		buf := make([]int, 4)
		buf[i&3] = i
		n += buf[1]
	}
	sinkInt = n
}

func addressTaken() {
	n := 0
	for i := 0; i < seven; i++ {
		p := &i
		n += *p
	}
	sinkInt = n
}

func deferred() {
	for i := range 3 {
		defer func() { sinkInt += i }()
	}
}

var chain *item

func needsList() {
	chain = nil
	for i := range 3 {
		chain = &item{i, chain}
	}
}

func main() {
	measure([]gauntletCase{
		{"object_per_iteration", 0, perIteration},
		{"carried_to_next", 0, carried},
		{"best_so_far", 0, best},
		{"closure_per_iteration", 0, closureInLoop},
		{"scratch_per_iteration", 0, scratch},
		{"address_of_loop_variable", 0, addressTaken},
		{"defer_in_loop", 0, deferred},
		{"needs_list", 3, needsList},
	})
}
