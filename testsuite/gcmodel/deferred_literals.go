// -m=2
package main

import "fmt"

type big struct{ a [40]int }

func main() {
	var q big
	defer func(x big) { fmt.Println("deferred", x.a[1], x.a[2]) }(q)
	defer func(x int) { fmt.Println("deferred", x, x) }(3)
	func(x int) { fmt.Println("deferred", x, x) }(3)
	func() { fmt.Println("deferred") }()
	go func() { fmt.Println("deferred") }()
}
