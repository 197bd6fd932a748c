package main

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func constant(x int) func(int) int {
	return func(y int) int { return x + y }
}

func apply(f func(int) int, n int) int { return f(n) }

func called(n int) int {
	sum := 0
	func() { sum += n }()
	return sum
}

func perIteration(n int) (list []func() int) {
	for i := 0; i < n; i++ {
		list = append(list, func() int { return i })
	}
	return list
}

func main() {
	println(counter()(), apply(constant(1), 2), called(3), len(perIteration(3)))
}
