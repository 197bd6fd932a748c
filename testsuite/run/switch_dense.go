// Dense and sparse switches over integers, strings and runes.
package main

import "fmt"

func op(b byte) string {
	switch b {
	case 0:
		return "nop"
	case 1:
		return "add"
	case 2:
		return "sub"
	case 3:
		return "mul"
	case 4:
		return "div"
	case 5, 6, 7, 8:
		return "jump"
	case 9:
		return "call"
	case 10:
		return "ret"
	case 255:
		return "halt"
	}
	return "?"
}

func sparse(n int64) int {
	switch n {
	case -9223372036854775808:
		return 1
	case -1:
		return 2
	case 0:
		return 3
	case 1 << 40:
		return 4
	case 9223372036854775807:
		return 5
	}
	return 0
}

func weekday(s string) int {
	switch s {
	case "mon", "monday":
		return 1
	case "tue", "tuesday":
		return 2
	case "wed", "wednesday":
		return 3
	case "thu", "thursday":
		return 4
	case "fri", "friday":
		return 5
	case "sat", "sun":
		return 6
	}
	return -1
}

func class(r rune) string {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return "letter"
	case '0' <= r && r <= '9':
		return "digit"
	}
	switch r {
	case ' ', '\t', '\n':
		return "space"
	case 'é', '世':
		return "special"
	}
	return "other"
}

func main() {
	for i := 0; i < 256; i++ {
		if s := op(byte(i)); s != "?" {
			fmt.Print(i, s, " ")
		}
	}
	fmt.Println()
	for _, n := range []int64{-1 << 63, -1, 0, 1, 1 << 40, 1<<63 - 1} {
		fmt.Print(sparse(n), " ")
	}
	fmt.Println()
	for _, s := range []string{"mon", "tuesday", "wed", "thursday", "fri", "sun", "", "mond"} {
		fmt.Print(weekday(s), " ")
	}
	fmt.Println()
	for _, r := range "a9 é世!" {
		fmt.Print(class(r), " ")
	}
	fmt.Println()
}
