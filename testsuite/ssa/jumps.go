package main

func labels(m [][]int) int {
	n := 0
outer:
	for _, row := range m {
		for _, x := range row {
			if x < 0 {
				continue outer
			}
			if x == 0 {
				break outer
			}
			n += x
		}
	}
	return n
}

func again(n int) int {
	i := 0
loop:
	if i*i < n {
		i++
		goto loop
	}
	return i
}

func main() { println(labels(nil), again(10)) }
