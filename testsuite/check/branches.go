package main

func g() {
	goto N
	{
	N:
	}
	goto Z
	if true { U: }
	switch x := any(1).(type) { case int: fallthrough; default: _ = x }
	if true { fallthrough }
	fallthrough
	goto V
	var a, b int
	type X int
	a, b = b, a
V:
	goto W
	var (
	  c int
	  d, e int
	)
	_ = c
W:
    goto S
    y, z := 1, 2
    var zz int
S:
	for { func() { break; goto V }() }
	switch { case true: { fallthrough }; fallthrough; ; ; case false: fallthrough; println(); default: }
	switch { case true: break Q2; default: goto S2 }
	goto S2
	switch { case true: S2: }
	switch { case true: UU: fallthrough; default: }
	goto _
_:
_:
	var c, d chan int
	select { case <-c: T: break T; default: continue  }
	TT: { break TT }
	TS: select { case <-c: break TS; case <-d: continue TS }
}
var _ = func() { goto XX; break; }
