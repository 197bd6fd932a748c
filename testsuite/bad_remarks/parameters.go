package main

// Pointers that are stored through parameters, receivers and local indirections.

type linked struct {
	p    *int
	self *linked
	in   struct {
		p *int
		n int
	}
}

func throughLocalPointer() {
	n := six
	x := &linked{}
	x.p = &n
	total += *x.p
}

//go:noinline
func copyContent(p *linked) int {
	q := &linked{}
	*q = *p
	return *q.p
}

//go:noinline
func set(p *int, pp **int) { *pp = p }

func intoParameter() {
	n := six
	var p *int
	set(&n, &p)
	total += *p
}

type holder struct{ p, q *int }

//go:noinline
func (h *holder) hold(p *int) { h.p = p }

func intoReceiver() {
	n := six
	h := holder{}
	h.hold(&n)
	total += *h.p
}

//go:noinline
func address(p **int) ***int { return &p }

func addressOfParameter() {
	n := six
	p := &n
	total += ***address(&p)
}

type indirect struct{ p ***int }

//go:noinline
func (r *indirect) hold(p **int) { r.p = &p }

func addressIntoReceiver() {
	n := six
	p := &n
	var r indirect
	r.hold(&p)
	total += ***r.p
}

type value struct{ p **int }

//go:noinline
func (v value) hold(p *int) { *v.p = p }

func throughValueReceiver() {
	n := six
	var p *int
	v := value{&p}
	v.hold(&n)
	total += **v.p
}

//go:noinline
func copyField(to, from *holder) { to.p = from.p }

func oneToAnother() {
	n := six
	from := holder{p: &n}
	var to holder
	copyField(&to, &from)
	total += *to.p
}

//go:noinline
func copyElement(h *[2]*holder, i int) { h[i] = h[i+1] }

func elementOntoElement() {
	n := six
	h := [2]*holder{nil, {p: &n}}
	copyElement(&h, six-6)
	total += *h[0].p
}

func parameters() {
	intoParameter()
	intoReceiver()
	throughValueReceiver()
	oneToAnother()
	elementOntoElement()
}

type ownAddress struct {
	n int
	p *int
}

//go:noinline
func pointToOwn(s *ownAddress) { s.p = &s.n }

func selfAssigned() {
	s := ownAddress{n: six}
	pointToOwn(&s)
	total += *s.p
}

func appendedAddress() {
	var s []*int
	n := six
	s = append(s, &n)
	total += *s[0]
}

func elementOfMade() {
	s := make([]*int, 10)
	n := six
	s[n] = &n
	total += *s[6]
}

func main() {
	measure([]remark{
		{"escape_indir.go:27", 0, throughLocalPointer, "a pointer stored through a pointer to a local does not escape"},
		{"escape_indir.go:80", 0, func() { n := six; total = copyContent(&linked{p: &n}) }, "a struct copied into a local through a pointer does not leak what it holds"},
		{"escape_param.go:9", 0, parameters, "what goes from one parameter into another does not leak"},
		{"escape_selfassign.go:23", 0, selfAssigned, "a parameter that gets the address of its own field does not leak"},
		{"escape_slice.go:20", 1, appendedAddress, "an address appended to a local slice does not escape (the array may)"},
		{"escape_slice.go:65", 0, elementOfMade, "an address stored in a local slice does not escape"},
	})
}
