package math

import "math/bits"

// fourOverPi has the binary digits of 4/π: the integer part, then 19 words of fraction.
var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
	0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
	0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
	0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// reduce is x mod π/4 and the number of the octant, for large x (Payne and Hanek, "Radian reduction for trigonometric
// functions").
func reduce(x float64) (j uint64, z float64) {
	if x < Pi/4 {
		return 0, x
	}
	b := Float64bits(x)
	exp := int(b>>expShift&expMask) - bias - expShift
	b = b&fracMask | 1<<expShift
	// Three words of 4/π such that the product's integer part is the octant modulo 8, and more.
	digit, shift := uint(exp+61)/64, uint(exp+61)%64
	z0 := fourOverPi[digit]<<shift | fourOverPi[digit+1]>>(64-shift)
	z1 := fourOverPi[digit+1]<<shift | fourOverPi[digit+2]>>(64-shift)
	z2 := fourOverPi[digit+2]<<shift | fourOverPi[digit+3]>>(64-shift)
	h2, _ := bits.Mul64(z2, b)
	h1, l1 := bits.Mul64(z1, b)
	l0 := z0 * b
	lo, c := bits.Add64(l1, h2, 0)
	hi, _ := bits.Add64(l0, h1, c)
	j = hi >> 61
	hi = hi<<3 | lo>>61
	lz := uint(bits.LeadingZeros64(hi))
	e := uint64(bias - (lz + 1))
	hi = hi<<(lz+1) | lo>>(64-(lz+1))
	hi >>= 64 - expShift
	hi |= e << expShift
	z = Float64frombits(hi)
	if j&1 == 1 {
		j++
		j &= 7
		z--
	}
	return j, z * (Pi / 4)
}
