package main

func divide(a, b int) (int, int) { return a / b, a % b }

func divideByConstant(a int32, b uint8) (int32, uint8) { return a / 7, b % 10 }

func shifts(a int64, b uint, c int) (int64, int64, uint16) {
	return a << b, a >> c, uint16(a) >> 3
}

func bits(a, b uint32) uint32 { return (a &^ b) ^ (a|b)&^1 }

func floats(a, b float64, c float32) (float64, bool) { return -a*b + float64(c), a < b }

func complexes(a, b complex128) complex128 { return a*b + 1i }

func convert(f float64, i int8, u uint64) (int, uint8, uint32, float32) {
	return int(f), uint8(i), uint32(i), float32(u)
}

func logic(a, b bool, c int) bool { return a && (b || c > 3) && !(c == 5) }

func main() {
	println(divide(7, 2))
	println(divideByConstant(7, 2))
	println(shifts(7, 2, 3))
	println(bits(1, 2))
	println(floats(1, 2, 3))
	println(complexes(1, 2i))
	println(convert(1, 2, 3))
	println(logic(true, false, 3))
}
