// All forms of for over clauses and conditions.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	n := 1
	for n < 100 {
		n *= 3
	}
	fmt.Println(n)
	k := 0
	for {
		k++
		if k == 2 {
			continue
		}
		if k > 4 {
			break
		}
		fmt.Print(k, ";")
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	i := 100
	for i = 5; i > 0; i-- {
	}
	fmt.Println(i)
	for ; i < 3; i++ {
	}
	fmt.Println(i)
	for ok := true; ok; ok = i < 6 {
		i++
	}
	fmt.Println(i)
	sum := 0
	for i := uint8(250); i >= 250; i++ {
		sum += int(i)
	}
	fmt.Println(sum)
	for f := 0.0; f < 1; f += 0.25 {
		fmt.Print(f, " ")
	}
	fmt.Println()
	var prefix [10]int
	for i := range prefix {
		prefix[i] = i * i
		if i > 0 {
			prefix[i] += prefix[i-1]
		}
	}
	fmt.Println(prefix)
}
