package main

//go:noinline
func divide(a, b int32) int32 { return a / b }

//go:noinline
func shift(a int, b uint) int { return a<<b | a>>b }

//go:noinline
func toInt(f float64) (int, uint8) { return int(f), uint8(f) }

func main() {
	println(divide(4, 2), shift(1, 2))
	println(toInt(3))
}
