package main

func worker(in <-chan int, out chan<- int) {
	for x := range in {
		out <- x * 2
	}
	close(out)
}

func start(n int) int {
	in, out := make(chan int), make(chan int, n)
	go worker(in, out)
	go func() { close(in) }()
	v, ok := <-out
	if !ok {
		v = -1
	}
	return v
}

func choose(a, b chan string, done chan struct{}) string {
	select {
	case s := <-a:
		return s
	case b <- "x":
	case _, ok := <-done:
		if ok {
			return "done"
		}
	}
	return ""
}

func poll(a chan int) bool {
	select {
	case <-a:
		return true
	default:
		return false
	}
}

func main() {
	println(start(1))
	a := make(chan string, 1)
	a <- "a"
	println(choose(a, nil, nil), poll(nil))
}
