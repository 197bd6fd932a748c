// Expression switches: tags, no tag, lists, fallthrough, order of evaluation.
package main

import "fmt"

type color uint8

const (
	red color = iota
	green
	blue
)

func v(s string, n int) int {
	fmt.Print(s, "? ")
	return n
}

func kind(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10:
		return "digit"
	default:
		return "large"
	}
}

func main() {
	for _, n := range []int{-5, 0, 3, 70} {
		fmt.Print(kind(n), " ")
	}
	fmt.Println()
	switch x := 5; x {
	case v("four", 4), v("five", 5), v("six", 6):
		fmt.Println("hit", x)
	case v("never", 7):
	}
	for i := range 5 {
		switch i {
		default:
			fmt.Print("d")
			fallthrough
		case 1:
			fmt.Print("1")
		case 2:
			fmt.Print("2")
			fallthrough
		case 3:
			fmt.Print("3")
			if i == 3 {
				break
			}
			fmt.Print("x")
		}
		fmt.Print(" ")
	}
	fmt.Println()
	switch c := green; c {
	case red, blue:
		fmt.Println("not green")
	case green:
		fmt.Println("green", c)
	}
	switch s := "go" + "lift"; s {
	case "go":
		fmt.Println("short")
	case "golift":
		fmt.Println("long")
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("string")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	switch f := 1.5; f {
	case 1, 2:
	case 1.5:
		fmt.Println("float tag")
	}
	switch [2]int{1, 2} {
	case [2]int{2, 1}:
		fmt.Println("wrong")
	case [2]int{1, 2}:
		fmt.Println("array tag")
	}
	switch {
	}
	switch v("only", 1) {
	}
	fmt.Println()
}
