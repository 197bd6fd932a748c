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

var functions [3]func() int

// Every iteration's variable lives on.
func needsEachVariable() {
	for i := range functions {
		functions[i] = func() int { return i * seven }
	}
	clobber(3)
	verify(functions[0]() == 0 && functions[2]() == 14)
}

var lastItem *item

func needsLast() {
	for i := range 3 {
		lastItem = &item{id: i * seven}
	}
	clobber(3)
	verify(lastItem.id == 14)
}

// First, previous and current are three objects.
func threeAlive() {
	first := &item{id: seven}
	previous := first
	for i := range seven {
		p := &item{id: i, next: previous}
		verify(p != previous && p.next == previous && first.id == 7)
		previous = p
	}
	sinkInt = previous.id + previous.next.id
	verify(sinkInt == 11)
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
		{"three_alive", 0, threeAlive},
		{"needs_each_variable", 3, needsEachVariable},
		{"needs_last", 3, needsLast},
	})
}
