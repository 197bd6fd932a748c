package main

func once(f func()) { defer f() }

func inLoop(n int) {
	for i := range n {
		defer println(i)
	}
}

func recovered(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return nil
}

func conditional(b bool, x int) (n int) {
	if b {
		defer func() { n += x }()
	}
	return 3
}

func main() {
	once(func() {})
	inLoop(2)
	recovered(func() { panic("x") })
	println(conditional(true, 2))
}
