package main

func g() {
	goto N
	y, z := 1, 2
N:
	_, _ = y, z
	goto M
	z, q := 1, 2
	_ = q
M:
	goto P
	{
	var c int; _ = c
	}
	var a, b int
	if true { var d int; _ = d }
P:
	_, _ = a, b
	goto R
	(h), i := 1, 2
R:
	_ = i
	goto S
	for k := 0; k < 1; k++ {}
S:
	goto SS
	_, kk := 1, 2
	const x = 1
SS:
	_ = kk
	goto V
	_ = 1
	var _ = 1
V:
}
