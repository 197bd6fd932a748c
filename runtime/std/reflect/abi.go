package reflect

import (
	abi "internal/rtype"
	"sync"
	"unsafe"
)

// How calls travel. This mirrors the compiler: repr.rs and callconv.rs of crates/middle/src/lower (how a Go signature
// becomes words) and crates/backend/src/callconv.rs (which registers they use).
//
// A value of at most maxComponents scalars and no array of more than one element is passed as its scalars, all others
// by the address of memory that nobody writes during the call. The words of a call are: the context, data word or
// receiver; the address of memory for each result that is passed in memory; the parameters. If not all words fit in
// registers, the last integer register holds the address of the spill area: words of arguments, then words of results.

const (
	maxComponents   = 8
	intArgRegs      = 6
	floatArgRegs    = 8
	floatResultRegs = 8
)

// registers is what the runtime's assembly loads before a call and stores after it.
type registers struct {
	ints   [8]unsafe.Pointer
	floats [8]uint64
}

// component is a scalar of a value.
type component struct {
	offset uintptr
	size   uint8
	float  bool
}

// place says where a word travels: register n, or the spill area at offset n.
type place struct {
	n     int
	spill bool
}

// passing says how a parameter or result travels.
type passing struct {
	memory     bool
	components []component
	places     []place // one for each component; for memory one, of the address
}

// layout says how the words of a call travel.
type layout struct {
	lead    place
	params  []passing
	results []passing
	// area is the size of the spill area in bytes, 0 without.
	area int
	// areaReg is the integer register with its address.
	areaReg int
}

// flatten appends the scalars of a type; false if it travels in memory.
func flatten(t *abi.Type, offset uintptr, out []component) ([]component, bool) {
	switch Kind(t.Kind) {
	case Float32, Float64:
		out = append(out, component{offset, uint8(t.Size), true})
	case Complex64, Complex128:
		half := t.Size / 2
		out = append(out, component{offset, uint8(half), true}, component{offset + half, uint8(half), true})
	case String, Interface:
		out = append(out, component{offset, 8, false}, component{offset + 8, 8, false})
	case Slice:
		out = append(out, component{offset, 8, false}, component{offset + 8, 8, false}, component{offset + 16, 8, false})
	case Array:
		switch n := arrayLen(t); n {
		case 0:
		case 1:
			return flatten(t.Elem(), offset, out)
		default:
			return out, t.Elem().Size == 0
		}
	case Struct:
		fields := t.Struct().Fields()
		for i := range fields {
			ok := false
			if out, ok = flatten(fields[i].Type, offset+fields[i].Offset, out); !ok {
				return out, false
			}
		}
	default:
		out = append(out, component{offset, uint8(t.Size), false})
	}
	return out, len(out) <= maxComponents
}

// fit reports whether words fit in registers.
func fit(floats []bool, ints, fls int) bool {
	n := 0
	for _, f := range floats {
		if f {
			n++
		}
	}
	return n <= fls && len(floats)-n <= ints
}

// assign gives each word its place.
func assign(floats []bool, ints, fls int, area *int) []place {
	out := make([]place, len(floats))
	i, f := 0, 0
	for n, isFloat := range floats {
		switch {
		case isFloat && f < fls:
			out[n] = place{n: f}
			f++
		case !isFloat && i < ints:
			out[n] = place{n: i}
			i++
		default:
			out[n] = place{n: *area, spill: true}
			*area += 8
		}
	}
	return out
}

var layouts struct {
	sync.Mutex
	m map[*abi.FuncType]*layout
}

// layoutOf is the layout of calls of a function type.
func layoutOf(t *abi.FuncType) *layout {
	layouts.Lock()
	l := layouts.m[t]
	layouts.Unlock()
	if l != nil {
		return l
	}
	l = newLayout(t)
	layouts.Lock()
	if layouts.m == nil {
		layouts.m = map[*abi.FuncType]*layout{}
	}
	layouts.m[t] = l
	layouts.Unlock()
	return l
}

func newLayout(t *abi.FuncType) *layout {
	l := &layout{}
	args, results := []bool{false}, []bool(nil)
	for _, r := range t.Results() {
		c, ok := flatten(r, 0, nil)
		if !ok {
			args = append(args, false)
		} else {
			for _, x := range c {
				results = append(results, x.float)
			}
		}
		l.results = append(l.results, passing{memory: !ok, components: c})
	}
	for _, p := range t.Params() {
		c, ok := flatten(p, 0, nil)
		if !ok {
			args = append(args, false)
		} else {
			for _, x := range c {
				args = append(args, x.float)
			}
		}
		l.params = append(l.params, passing{memory: !ok, components: c})
	}
	ints := intArgRegs
	if !fit(args, ints, floatArgRegs) || !fit(results, intResultRegs, floatResultRegs) {
		ints--
	}
	in := assign(args, ints, floatArgRegs, &l.area)
	out := assign(results, intResultRegs, floatResultRegs, &l.area)
	// The address of the area follows the integer words that are in registers.
	for i, p := range in {
		if !p.spill && !args[i] {
			l.areaReg++
		}
	}
	l.lead, in = in[0], in[1:]
	take := func(list *[]place, n int) []place {
		p := (*list)[:n]
		*list = (*list)[n:]
		return p
	}
	for i := range l.results {
		r := &l.results[i]
		if r.memory {
			r.places = take(&in, 1)
		} else {
			r.places = take(&out, len(r.components))
		}
	}
	for i := range l.params {
		p := &l.params[i]
		if p.memory {
			p.places = take(&in, 1)
		} else {
			p.places = take(&in, len(p.components))
		}
	}
	return l
}

// loadWord reads a scalar from memory into a word.
func loadWord(p unsafe.Pointer, c component) uint64 {
	p = unsafe.Add(p, c.offset)
	switch c.size {
	case 1:
		return uint64(*(*uint8)(p))
	case 2:
		return uint64(*(*uint16)(p))
	case 4:
		return uint64(*(*uint32)(p))
	}
	return *(*uint64)(p)
}

// storeWord writes the low bytes of a word to memory.
func storeWord(p unsafe.Pointer, c component, w uint64) {
	p = unsafe.Add(p, c.offset)
	switch c.size {
	case 1:
		*(*uint8)(p) = uint8(w)
	case 2:
		*(*uint16)(p) = uint16(w)
	case 4:
		*(*uint32)(p) = uint32(w)
	default:
		*(*uint64)(p) = w
	}
}

// at is the word's memory: in the register block or in the spill area.
func (r *registers) at(p place, float bool, area unsafe.Pointer) unsafe.Pointer {
	switch {
	case p.spill:
		return unsafe.Add(area, p.n)
	case float:
		return unsafe.Pointer(&r.floats[p.n])
	}
	return unsafe.Pointer(&r.ints[p.n])
}

// put moves the scalars of the value at from to their words.
func (r *registers) put(how *passing, from, area unsafe.Pointer) {
	for i, c := range how.components {
		to := r.at(how.places[i], c.float, area)
		if c.size == 8 {
			// Pointers stay visible to the collector.
			*(*unsafe.Pointer)(to) = *(*unsafe.Pointer)(unsafe.Add(from, c.offset))
		} else {
			*(*uint64)(to) = loadWord(from, c)
		}
	}
}

// get moves words to the value at to.
func (r *registers) get(how *passing, to, area unsafe.Pointer) {
	for i, c := range how.components {
		from := r.at(how.places[i], c.float, area)
		if c.size == 8 {
			*(*unsafe.Pointer)(unsafe.Add(to, c.offset)) = *(*unsafe.Pointer)(from)
		} else {
			storeWord(to, c, *(*uint64)(from))
		}
	}
}

// The runtime's entries.
const (
	entryCall     = 0 // the function value of func(code unsafe.Pointer, r *registers)
	entryMakeFunc = 1 // the code of functions that MakeFunc makes
)
