package main

import "strconv"

func kind(x any) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case int:
		return strconv.Itoa(x)
	case string, []byte:
		return "text"
	case error:
		return x.Error()
	case interface{ String() string }:
		return x.String()
	}
	return "?"
}

func main() { println(kind(3)) }
