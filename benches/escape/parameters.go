package main

// Pointers that go from one parameter into another.

type queue struct {
	head, tail *job
	n          int
}

type job struct {
	next *job
	id   int
}

//go:noinline
func (q *queue) push(j *job) {
	if q.tail == nil {
		q.head = j
	} else {
		q.tail.next = j
	}
	q.tail = j
	q.n++
}

func localQueue() {
	var q queue
	q.push(&job{id: 1})
	q.push(&job{id: seven})
	sinkInt = q.head.id + q.tail.id
}

//go:noinline
func setTo(pp **int, p *int) { *pp = p }

func outParameter() {
	a := seven
	var p *int
	setTo(&p, &a)
	sinkInt = *p
}

//go:noinline
func fill(dst []*int, p *int) {
	for i := range dst {
		dst[i] = p
	}
}

func filled() {
	a := seven
	var arr [4]*int
	fill(arr[:], &a)
	sinkInt = *arr[2]
}

type config struct{ name *string }
type option func(*config)

func withName(s *string) option { return func(c *config) { c.name = s } }

//go:noinline
func configure(opts ...option) int {
	c := &config{}
	for _, o := range opts {
		o(c)
	}
	return len(*c.name)
}

func options() {
	s := "name"
	sinkInt = configure(withName(&s))
}

var shared queue

func needsShared() {
	shared = queue{}
	shared.push(&job{id: seven})
}

type account struct{ owner *string }

var accounts = []*account{{}}

//go:noinline
func own(a *account, s *string) { a.owner = s }

//go:noinline
func ownThrough(a **account, s *string) { own(*a, s) }

func needsOwner() {
	s := names[seven&1]
	ownThrough(&accounts[0], &s)
	clobber(3)
	verify(*accounts[0].owner == "second")
}

var names = [2]string{"first", "second"}

var settings config

func needsOption() {
	s := names[seven&1]
	withName(&s)(&settings)
	clobber(3)
	verify(*settings.name == "second")
}

func main() {
	measure([]gauntletCase{
		{"local_queue", 0, localQueue},
		{"out_parameter", 0, outParameter},
		{"filled_slice", 0, filled},
		{"options", 0, options},
		{"needs_shared_queue", 1, needsShared},
		{"needs_owner", 1, needsOwner},
		{"needs_option", 1, needsOption},
	})
}
