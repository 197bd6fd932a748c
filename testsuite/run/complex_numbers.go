// Complex arithmetic and formatting.
package main

import "fmt"

func mul(a, b complex128) complex128 { return a * b }

func escape(c complex128) int {
	z := complex(0, 0)
	for i := 0; i < 30; i++ {
		z = z*z + c
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return i
		}
	}
	return 30
}

func main() {
	a, b := 3+4i, complex(1, -2)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, a == 3+4i)
	fmt.Println(mul(a, b), real(a), imag(b))
	var c64 complex64 = 1.5i
	c64 += 2
	c64 *= c64
	fmt.Println(c64, real(c64))
	fmt.Printf("%v %.2f %g %T %T\n", a, b, c64, a, c64)
	var z complex128
	fmt.Println(z, z == 0, 1/(a*0), a/z)
	m := map[complex128]string{1i: "i", 1: "one"}
	fmt.Println(m[1i], m[1], len(m[2]))
	var e any = 2i
	fmt.Println(e == any(2i), e == any(complex64(2i)))
	for y := 1.0; y >= -1; y -= 0.5 {
		for x := -2.0; x <= 0.5; x += 0.125 {
			fmt.Print(string(" .:-=+*#%@"[escape(complex(x, y))*9/30]))
		}
		fmt.Println()
	}
	xs := []complex128{1, 1i, -1, -1i}
	p := complex128(1)
	for i := range xs {
		p *= xs[i] + 1
		xs[i] *= 1i
	}
	fmt.Println(xs, p)
}
