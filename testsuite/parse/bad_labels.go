package p

func f() {
	break
	continue
	fallthrough
L:
	for {
		break M
	}
	goto N
	{
	N:
	}
O:
	if true {
		break O
	}
	for {
		continue O
	}
L:
	goto P
	x, y := 1, 2
P:
	switch {
	case true:
		fallthrough
	case false:
		for {
			fallthrough
		}
		continue
	default:
		fallthrough
	}
	switch x.(type) {
	case int:
		fallthrough
	}
	goto _
}
