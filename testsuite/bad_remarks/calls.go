package main

// Calls of functions, closures and deferred closures; loops made of goto.

type branch struct {
	name        string
	left, right *branch
}

//go:noinline
func measureTree(bp **branch) int {
	b := *bp
	if b == nil {
		return 0
	}
	l, r := measureTree(&b.left), measureTree(&b.right)
	if l < r {
		b.left, b.right = b.right, b.left
		l, r = r, l
	}
	*bp = b
	return len(b.name) + l + r
}

func walkTree() {
	left, right := branch{name: "l"}, branch{name: "right"}
	root := &branch{"root", &left, &right}
	total += measureTree(&root) + len(root.left.name)
}

//go:noinline
func ignore(words []*int) {}

func variableFunction() {
	var space [4][]*int
	got := space[:0]
	f := ignore
	if six > 1 {
		f = func(words []*int) { got = append(got, words) }
	}
	n := six
	f([]*int{&n})
	total += *got[0][0]
}

func calls() {
	walkTree()
	variableFunction()
}

func deferInLoop() {
	x := six
	for range 3 {
		defer func(p *int) { *p++ }(&x)
	}
}

//go:noinline
func read(p *int) int { return *p }

func afterGoto() {
	n := 0
again:
	if n < six {
		n++
		goto again
	}
	p := new(int)
	*p = n
	total += read(p)
}

func main() {
	measure([]remark{
		{"escape_calls.go:9", 0, calls, "arguments of a recursive function and of a function variable do not leak"},
		{"escape_closure.go:87", 3, deferInLoop, "a variable whose address a closure deferred in a loop gets stays in the frame"},
		{"escape_goto.go:19", 0, afterGoto, "what stands behind a loop made of goto is not in the loop"},
	})
}
