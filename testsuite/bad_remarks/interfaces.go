package main

// Values in interfaces that are taken out again.

type namer interface{ name() string }

type direct struct{ p *int }

func (direct) name() string { return "direct" }

type pointed struct{ p *int }

func (*pointed) name() string { return "pointed" }

func directOut() {
	n := six
	v := direct{&n}
	var i namer = v
	w := i.(direct)
	kept = w
}

func pointerOut() {
	n := six
	v := &pointed{&n}
	var i namer = v
	w := i.(*pointed)
	kept = w
}

func contentOut() {
	n := six
	v := &pointed{&n}
	var i namer = v
	w := i.(*pointed)
	kept = *w
	total += len(i.name())
}

func contentOutOk() {
	n := six
	v := &pointed{&n}
	var i namer = v
	w, ok := i.(*pointed)
	kept = *w
	if ok {
		total += len(i.name())
	}
}

func main() {
	measure([]remark{
		{"escape_iface.go:55", 1, directOut, "a struct that is a pointer goes into an interface and out again without memory of its own"},
		{"escape_iface.go:167", 2, pointerOut, "the conversion to an interface is not what makes a pointer escape: only variable and struct are allocated"},
		{"escape_iface.go:175", 1, contentOut, "a struct of which a copy is kept does not escape through its interface"},
		{"escape_iface.go:183", 1, contentOutOk, "the same with a checked assertion"},
	})
}
