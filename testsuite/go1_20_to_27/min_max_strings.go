// min and max of strings (1.21).
package main

import "fmt"

type name string

const first = min("beta", "alpha", "gamma")

func longest[S ~string](xs ...S) (out S) {
	for _, x := range xs {
		if len(x) > len(out) {
			out = x
		} else if len(x) == len(out) {
			out = max(out, x)
		}
	}
	return
}

func main() {
	a, b := "pear", "apple"
	fmt.Println(min(a, b), max(a, b), first, len(first))
	fmt.Println(min(a, "", b) == "", max(a, "zebra"), min(b, b+"s"))
	n := name("m")
	fmt.Printf("%v %T\n", max(n, "k", "z"), min(n, "a"))
	fmt.Println(longest("x", "yy", "zz", "aa"), longest[name]("q"))
	fmt.Printf("%q\n", max("\xff", "\u00ff", "é"))
	s := "long " + b
	fmt.Println(min(s, "long"), max(s[:4], s))
}
