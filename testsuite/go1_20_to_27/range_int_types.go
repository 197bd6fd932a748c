// Range over integers (1.22): types of the variable, limits of narrow types, constants, negative and zero counts.
package main

import "fmt"

type weekday uint8

func (d weekday) String() string { return [...]string{"mon", "tue", "wed"}[d] }

func count[N ~uint8](n N) (out []N) {
	for i := range n {
		out = append(out, i)
	}
	return
}

const limit = 3

func main() {
	for d := range weekday(3) {
		fmt.Print(d, " ")
	}
	fmt.Println()
	for i := range uint8(255) {
		if i > 252 {
			fmt.Printf("%d %T ", i, i)
		}
	}
	fmt.Println()
	for i := range -5 {
		fmt.Println("never", i)
	}
	var z int64
	for i := range z {
		fmt.Println("never", i)
	}
	for i := range limit {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range 'c' - 'a' {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
}

func init() {
	var i8 int8
	for i8 = range 4 {
	}
	fmt.Println(i8)
	var d weekday = 9
	for d = range 2 {
		fmt.Print(d, ";")
	}
	fmt.Println(count(byte(3)), count(weekday(2)), count(byte(0)))
	n := 0
	for range 1000 {
		n++
	}
	for range int8(100) {
		n++
	}
	fmt.Println(n)
	s := []int{5, 6, 7}
	for i := range len(s) {
		s[i] *= i
	}
	fmt.Println(s)
	var u uint64 = 1 << 40
	for i := range u {
		if i == 3 {
			fmt.Println(i)
			break
		}
	}
}
