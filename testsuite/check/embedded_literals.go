// dump: types
package main

type Point struct{ X, Y int }
type Line struct {
	Point
	Len int
}

func main() {
	l := Line{X: 1, Y: 2, Len: 3}
	println(l.X + l.Point.Y)
}
