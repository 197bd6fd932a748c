package main

func dense(n int) int {
	switch n {
	case 1, 2:
		return 10
	case 3:
		n *= 2
		fallthrough
	case 4:
		n++
	default:
		n = -1
	}
	return n
}

func strings(s string) int {
	switch s {
	case "a", "b":
		return 1
	case "long":
		return 2
	}
	return 0
}

func conditions(a, b int) int {
	switch {
	case a > b:
		return 1
	case a < b:
		return -1
	}
	return 0
}

func main() { println(dense(3), strings("a"), conditions(1, 2)) }
