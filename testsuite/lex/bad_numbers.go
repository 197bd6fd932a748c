package p

var (
	a = 0b
	b = 0b12
	c = 0o8
	d = 08
	e = 0x
	f = 1__0
	g = 1_
	h = 0_x1
	i = 1e
	j = 0x1.5
	k = 0x1e+5
	l = 0b1p3
	m = 0x1pF
	n = 1._5
	o = 0b1.0
	p = 0o1e3
	q = 089
)
