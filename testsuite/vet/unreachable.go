package main

import (
	"fmt"
	"os"
)

func flow(n int) (err error) {
	for {
		if n > 1 {
			break
		}
	}
	fmt.Println("reach")
L:
	for {
		for {
			break L
		}
	}
	fmt.Println("r2")
	switch n {
	case 1:
		return nil
	default:
		panic("x")
	}
	fmt.Println("dead")
	return nil
}

func flow2(n int) int {
	goto end
end:
	return n
}

func flow3(n int) int {
	select {}
	return 1
}

func flow4(n int) int {
	for i := 0; i < n; i++ {
		continue
		n--
	}
	{
		return 1
	}
	;
	return 2
}

func flow5() {
	func() {
		return
		println()
	}()
	for range 3 {
		break
		println(2)
	}
	if true {
		return
	}
	os.Exit(1)
	println()
}

func main() {}
