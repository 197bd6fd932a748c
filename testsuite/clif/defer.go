package main

//go:noinline
func recovered(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return nil
}

// Not known when compiling.
var function = func() {}

func main() { println(recovered(function) == nil) }
