// Pointers: to fields, elements, locals, pointers; comparison; new; escape through many paths.
package main

import "fmt"

type node struct {
	v    int
	arr  [3]int
	next *node
}

var global *int
var registry = map[string]*node{}

func local() *int      { x := 7; return &x }
func field() *int      { n := node{v: 8}; return &n.v }
func elem(i int) *int  { n := node{arr: [3]int{1, 2, 3}}; return &n.arr[i] }
func slice() *int      { s := make([]int, 4); s[2] = 9; return &s[2] }
func param(x int) *int { x++; return &x }

func swap(a, b *int)        { *a, *b = *b, *a }
func through(pp **int) *int { return *pp }
func set(pp **int, v int)   { *pp = &v }
func keep(p *int)           { global = p }
func newNode(v int) (n *node) {
	n = &node{v: v}
	registry[fmt.Sprint(v)] = n
	return
}

func main() {
	fmt.Println(*local(), *field(), *elem(1), *slice(), *param(9), local() == local())
	a, b := 1, 2
	swap(&a, &b)
	pa := &a
	set(&pa, 50)
	fmt.Println(a, b, *pa, *through(&pa), pa != &a)
	for i := range 3 {
		if i == 1 {
			keep(&i)
		}
	}
	fmt.Println(*global)
	n := newNode(5)
	n.next = newNode(6)
	n.next.next = n
	n.next.next.next.arr[2] = 4
	fmt.Println(registry["6"].arr, n.next.next == n, registry["5"] == n, registry["7"] == nil)
	p := new(int)
	*p += 3
	pp := &p
	**pp *= 2
	ppp := &pp
	***ppp++
	fmt.Println(*p)
	arr := [3]int{1, 2, 3}
	p1, p2 := &arr[1], &arr[1]
	*p1 = 20
	fmt.Println(p1 == p2, *p2, &arr[0] == &arr[1])
	s := arr[:]
	s[2] = 30
	q := &s[0]
	s = append(s, 4)
	s[0] = 100
	fmt.Println(*q, arr, s)
	cp := *n
	cp.v = -1
	pn := &cp
	pn.next.v++
	fmt.Println(n.v, n.next.v, cp.v, (*pn).v)
	st := struct{ in *struct{ x []int } }{&struct{ x []int }{[]int{1}}}
	st.in.x[0] += 5
	fmt.Println(st.in.x)
	ch := make(chan *node, 1)
	ch <- &node{v: 77}
	fmt.Println((<-ch).v)
	fs := []func() *int{local, field, func() *int { return &n.v }}
	*fs[2]() = 1234
	fmt.Println(n.v, *fs[0]())
	var np *node
	defer func() { fmt.Println("recovered", recover() != nil) }()
	fmt.Println(&np.v == nil)
}
