inline_math_bits_rotate.go:22:6: can inline f
