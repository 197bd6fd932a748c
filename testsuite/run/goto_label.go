// Labels, goto, labelled break and continue.
package main

import "fmt"

func find(grid [][]int, want int) (int, int) {
	r, c := -1, -1
outer:
	for i, row := range grid {
		for j, v := range row {
			if v < 0 {
				continue outer
			}
			if v == want {
				r, c = i, j
				break outer
			}
		}
	}
	return r, c
}

func collatz(n int) (steps int) {
again:
	if n == 1 {
		return
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto again
	}
	n = 3*n + 1
	goto again
}

func main() {
	grid := [][]int{{1, 2, 3}, {-1, 9, 9}, {4, 9, 6}}
	fmt.Println(find(grid, 9))
	fmt.Println(find(grid, 77))
	fmt.Println(collatz(27), collatz(97))

	i := 0
loop:
	for {
		switch {
		case i > 5:
			break loop
		case i%2 == 0:
			i += 3
			continue loop
		}
		fmt.Print(i, " ")
		i++
	}
	fmt.Println("end", i)

sw:
	switch i {
	case 6:
		for j := 0; ; j++ {
			if j == 4 {
				fmt.Println("leaving", j)
				break sw
			}
		}
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
recv:
	for {
		select {
		case v, ok := <-ch:
			if !ok {
				break recv
			}
			fmt.Println("got", v)
		}
	}
	n := 0
	goto middle
top:
	n += 10
middle:
	n++
	if n < 30 {
		goto top
	}
	fmt.Println(n)
}
