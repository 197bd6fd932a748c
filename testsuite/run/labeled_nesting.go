// Break and continue from deep inside switches, selects, ranges and closures.
package main

import "fmt"

func scan(text string) (words []string, err string) {
	var cur []byte
	quoted := false
outer:
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted:
			if c == '\'' {
				quoted = false
				continue outer
			}
			cur = append(cur, c)
		case c == '\'':
			quoted = true
		case c == ' ':
			if len(cur) == 0 {
				continue
			}
			words = append(words, string(cur))
			cur = cur[:0]
		case c == '#':
			break outer
		default:
			if c == '!' {
				return words, fmt.Sprint("bad ! at ", i)
			}
			cur = append(cur, c)
		}
	}
	if quoted {
		err = "open quote"
	}
	if len(cur) > 0 {
		words = append(words, string(cur))
	}
	return
}

func main() {
	for _, s := range []string{"a bc  'd e' f # rest", "x 'y", "p q!r", ""} {
		fmt.Println(scan(s))
	}
	n := 0
a:
	for i := range 5 {
	b:
		for j := range 5 {
			for k := range 5 {
				switch {
				case k == 3:
					continue b
				case j == 3:
					continue a
				case i == 3:
					break a
				case i+j+k == 4:
					break b
				}
				n += i*25 + j*5 + k
				if func() bool {
					for {
						break
					}
					return k == 2 && i == 1
				}() {
					break
				}
			}
		}
	}
	fmt.Println(n)
	m := map[int]int{1: 1, 2: 2, 3: 3}
	total := 0
each:
	for k := range m {
		var v any = k
		switch v := v.(type) {
		case int:
			if v == 2 {
				continue each
			}
			total += v
		}
	}
	fmt.Println(total)
	c := make(chan int, 10)
	for i := range 10 {
		c <- i
	}
	close(c)
	sum := 0
drain:
	for v := range c {
		select {
		default:
			if v%2 == 0 {
				continue drain
			}
			if v == 7 {
				break drain
			}
			sum += v
		}
	}
	fmt.Println(sum, len(c))
retry:
	for tries := 0; ; tries++ {
		defer fmt.Println("deferred", tries)
		switch {
		case tries < 2:
			continue retry
		}
		break
	}
	i := 0
	{
	again:
		if i < 3 {
			i++
			defer func() { fmt.Print("goto ", i, " ") }()
			goto again
		}
	}
	fmt.Println(i)
}
