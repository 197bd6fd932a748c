package main

import (
	"errors"
	"fmt"
)

// Values that escape only on a path that is hardly taken.

type request struct{ id, size int }

var failed []*request

func fail(r *request) { failed = append(failed, r) }

func storedOnError() {
	r := &request{seven, 3}
	if r.size > 100 {
		fail(r)
	}
	sinkInt = r.id
}

func panicArgument() {
	n := seven
	if n > 100 {
		panic(fmt.Sprint("bad value ", n))
	}
	sinkInt = n
}

//go:noinline
func checked(n int) (int, error) {
	if n > 100 {
		return 0, fmt.Errorf("too large: %d", n)
	}
	return n, nil
}

func errorNotMade() {
	n, err := checked(seven)
	if err != nil {
		sinkString = err.Error()
	}
	sinkInt = n
}

var errTooLarge = errors.New("too large")

func boundsMessage() {
	i, s := seven, []int{1, 2, 3, 4, 5, 6, 7, 8}
	if i >= len(s) {
		panic(&request{i, len(s)})
	}
	sinkInt = s[i]
}

func goroutineOnDemand() {
	r := &request{seven, 1}
	if r.size > 100 {
		go func() { sinkInt = r.id }()
	}
	sinkInt = r.id
}

func needsStored() {
	r := &request{seven, 3}
	if r.size < 100 {
		failed = failed[:0]
		fail(r)
	}
}

var recovered any

//go:noinline
func checkSize(r *request) {
	if r.size < 100 {
		panic(r)
	}
}

// The value of the panic is kept by who recovers it.
func needsPanicked() {
	func() {
		defer func() { recovered = recover() }()
		checkSize(&request{seven, 3})
	}()
	clobber(3)
	verify(recovered.(*request).id == 7)
}

// What is stored on one path is seen through the other reference.
func needsShared() {
	r := &request{seven, 3}
	failed = failed[:0]
	if r.size < 100 {
		fail(r)
	}
	r.id++
	clobber(3)
	verify(failed[0].id == 8)
}

func main() {
	measure([]gauntletCase{
		{"stored_on_error", 0, storedOnError},
		{"argument_of_panic", 0, panicArgument},
		{"error_not_made", 0, errorNotMade},
		{"pointer_to_panic", 0, boundsMessage},
		{"goroutine_on_demand", 0, goroutineOnDemand},
		{"needs_stored", 1, needsStored},
		{"needs_panicked", 1, needsPanicked},
		{"needs_shared", 1, needsShared},
	})
}
