package main

//go:noinline
func recovered(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return nil
}

func main() { println(recovered(func() {}) == nil) }
