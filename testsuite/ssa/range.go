package main

func values(s []string) int {
	n := 0
	for _, x := range s {
		n += len(x)
	}
	return n
}

func array(a *[3]int) int {
	n := 0
	for i, x := range a {
		n += i * x
	}
	return n
}

func count(n uint8) int {
	s := 0
	for i := range n {
		s += int(i)
	}
	return s
}

func forever(c chan int) int {
	for {
		if x := <-c; x > 3 {
			return x
		}
	}
}

func main() {
	println(values(nil), array(&[3]int{}), count(3))
	c := make(chan int, 1)
	c <- 4
	println(forever(c))
}
