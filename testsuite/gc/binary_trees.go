// Many short-lived trees beside one that stays.
package main

import "fmt"

type tree struct{ left, right *tree }

func build(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{build(depth - 1), build(depth - 1)}
}

func (t *tree) check() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.check() + t.right.check()
}

func main() {
	const most = 11
	long := build(most)
	for d := 4; d <= most; d += 2 {
		n := 1 << (most - d + 4)
		sum := 0
		for range n {
			sum += build(d).check()
		}
		fmt.Println(n, d, sum)
	}
	fmt.Println(long.check())
}
