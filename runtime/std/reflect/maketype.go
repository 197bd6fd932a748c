package reflect

import (
	abi "internal/rtype"
	"internal/sys"
	"sync"
	"unsafe"
)

// Types that are made at run time, and the program's unnamed types, by their text. Under one text there may be
// several: texts leave out the paths of packages.
var made struct {
	sync.Mutex
	byText   map[string][]*abi.Type
	pointers map[*abi.Type]*abi.Type
}

// unique is the type with this text that fits, or what build makes, which then is the only one.
func unique(text string, fits func(*abi.Type) bool, build func() *abi.Type) *abi.Type {
	made.Lock()
	defer made.Unlock()
	if made.byText == nil {
		made.byText = map[string][]*abi.Type{}
		for i := 0; ; i++ {
			t := (*abi.Type)(sys.TypeTable(i))
			if t == nil {
				break
			}
			if t.Flags&(abi.FlagNamed|abi.FlagSynthetic) == 0 && t.Kind != abi.Pointer {
				made.byText[t.Str] = append(made.byText[t.Str], t)
			}
		}
	}
	for _, t := range made.byText[text] {
		if fits(t) {
			return t
		}
	}
	t := build()
	made.byText[text] = append(made.byText[text], t)
	return t
}

func hash(text string) uint32 {
	h := uint32(0x811c9dc5)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint32(text[i])) * 0x01000193
	}
	return h
}

const (
	wordFlags   = abi.FlagDirectIface
	memoryFlags = abi.FlagRegularMemory | abi.FlagComparable
)

// head is the head of a descriptor of one word that is a pointer.
func head(k Kind, text string, flags uint8) abi.Type {
	return abi.Type{Size: 8, PtrData: 8, Hash: hash(text), Flags: flags, Align: 8, Kind: abi.Kind(k), GCMask: &oneBit[0], Str: text}
}

// oneBit marks the first word as a pointer; slices and strings have this mask too.
var oneBit = [8]byte{1}

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// PointerTo is the type *t.
func PointerTo(t Type) Type { return toType(pointerTo(t.common())) }

// pointerTo is known by its name to the compiler: if calls reach it, pointers to types whose values get into
// interfaces have their methods too.
func pointerTo(t *abi.Type) *abi.Type {
	if t.PtrTo != nil {
		return t.PtrTo
	}
	made.Lock()
	defer made.Unlock()
	if p := made.pointers[t]; p != nil {
		return p
	}
	if made.pointers == nil {
		made.pointers = map[*abi.Type]*abi.Type{}
	}
	p := &abi.PointerType{Type: head(Pointer, "*"+t.Str, wordFlags|memoryFlags), Elem: t}
	made.pointers[t] = &p.Type
	return &p.Type
}

// SliceOf is the type []t.
func SliceOf(t Type) Type { return toType(sliceOf(t.common())) }

func sliceOf(elem *abi.Type) *abi.Type {
	text := "[]" + elem.Str
	return unique(text,
		func(t *abi.Type) bool { return t.Kind == abi.Slice && t.Elem() == elem },
		func() *abi.Type {
			s := &abi.SliceType{Type: head(Slice, text, 0), Elem: elem}
			s.Size = 24
			return &s.Type
		})
}

// ChanOf is a channel type.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.Size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	var text string
	switch dir {
	case SendDir:
		text = "chan<- " + elem.Str
	case RecvDir:
		text = "<-chan " + elem.Str
	case BothDir:
		text = "chan " + elem.Str
		if elem.Str[0] == '<' {
			text = "chan (" + elem.Str + ")"
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return toType(unique(text,
		func(t *abi.Type) bool { return t.Kind == abi.Chan && t.Elem() == elem && chanDir(t) == dir },
		func() *abi.Type {
			c := &abi.ChanType{Type: head(Chan, text, wordFlags|memoryFlags), Elem: elem, Dir: int(dir)}
			return &c.Type
		}))
}

// MapOf is the type map[key]elem.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if !k.Comparable() {
		panic("reflect.MapOf: invalid key type " + k.Str)
	}
	text := "map[" + k.Str + "]" + e.Str
	return toType(unique(text,
		func(t *abi.Type) bool { return t.Kind == abi.Map && t.Key() == k && t.Elem() == e },
		func() *abi.Type {
			m := &abi.MapType{Type: head(Map, text, wordFlags), Key: k, Elem: e}
			slot := &abi.Type{Flags: abi.FlagSynthetic, Align: max(k.Align, e.Align, 1)}
			m.ElemOffset = alignUp(k.Size, e.Align)
			slot.Size = alignUp(m.ElemOffset+e.Size, slot.Align)
			var mask bitmap
			mask.add(0, k)
			mask.add(m.ElemOffset, e)
			mask.store(slot)
			m.Slot = slot
			if holdsInterface(k) {
				m.HashMightPanic = 1
			}
			return &m.Type
		}))
}

func holdsInterface(t *abi.Type) bool {
	switch t.Kind {
	case abi.Interface:
		return true
	case abi.Array:
		return holdsInterface(t.Elem())
	case abi.Struct:
		fields := t.Struct().Fields()
		for i := range fields {
			if holdsInterface(fields[i].Type) {
				return true
			}
		}
	}
	return false
}

func alignUp(n uintptr, align uint8) uintptr {
	if align == 0 {
		return n
	}
	a := uintptr(align)
	return (n + a - 1) &^ (a - 1)
}

// bitmap collects which words hold pointers.
type bitmap struct {
	bits  []uint64
	words uintptr // up to and with the last pointer
}

// add takes the pointers of a value of type t at an offset.
func (b *bitmap) add(offset uintptr, t *abi.Type) {
	if t.PtrData == 0 {
		return
	}
	mask := unsafe.Slice(t.GCMask, (t.PtrData/8+7)/8)
	for i := uintptr(0); i < t.PtrData/8; i++ {
		if mask[i/8]>>(i%8)&1 == 0 {
			continue
		}
		at := offset/8 + i
		for uintptr(len(b.bits)) <= at/64 {
			b.bits = append(b.bits, 0)
		}
		b.bits[at/64] |= 1 << (at % 64)
		b.words = max(b.words, at+1)
	}
}

// store makes the bitmap that of t.
func (b *bitmap) store(t *abi.Type) {
	t.PtrData = b.words * 8
	t.GCMask = nil
	if b.words > 0 {
		t.GCMask = (*byte)(unsafe.Pointer(&b.bits[0]))
	}
}

// ArrayOf is the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	e := elem.common()
	text := "[" + itoa(length) + "]" + e.Str
	return toType(unique(text,
		func(t *abi.Type) bool { return t.Kind == abi.Array && t.Elem() == e && arrayLen(t) == length },
		func() *abi.Type {
			if e.Size > 0 && uintptr(length) > (1<<47)/e.Size {
				panic("reflect.ArrayOf: array size would exceed virtual address space")
			}
			a := &abi.ArrayType{Elem: e, Len: length}
			a.Type = abi.Type{Size: e.Size * uintptr(length), Hash: hash(text), Align: e.Align, Kind: abi.Array, Str: text}
			if e.Comparable() {
				a.Flags |= abi.FlagComparable
				if length == 0 || e.Flags&abi.FlagRegularMemory != 0 {
					a.Flags |= abi.FlagRegularMemory
				}
			}
			if length == 1 {
				a.Flags |= e.Flags & abi.FlagDirectIface
			}
			var mask bitmap
			if e.PtrData != 0 {
				for i := 0; i < length; i++ {
					mask.add(uintptr(i)*e.Size, e)
				}
			}
			mask.store(&a.Type)
			return &a.Type
		}))
}

// FuncOf is a function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return toType(funcOf(commons(in), commons(out), variadic))
}

func commons(types []Type) []*abi.Type {
	out := make([]*abi.Type, len(types))
	for i, t := range types {
		out[i] = t.common()
	}
	return out
}

func funcOf(in, out []*abi.Type, variadic bool) *abi.Type {
	b := []byte("func(")
	for i, t := range in {
		if i > 0 {
			b = append(b, ", "...)
		}
		if variadic && i == len(in)-1 {
			b = append(b, "..."...)
			t = t.Elem()
		}
		b = append(b, t.Str...)
	}
	b = append(b, ')')
	if len(out) == 1 {
		b = append(b, ' ')
	} else if len(out) > 1 {
		b = append(b, " ("...)
	}
	for i, t := range out {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, t.Str...)
	}
	if len(out) > 1 {
		b = append(b, ')')
	}
	text := string(b)
	return unique(text,
		func(t *abi.Type) bool {
			if t.Kind != abi.Func {
				return false
			}
			f := (*abi.FuncType)(unsafe.Pointer(t))
			return f.Variadic() == variadic && sameList(f.Params(), in, true) && sameList(f.Results(), out, true)
		},
		func() *abi.Type {
			f := &abi.FuncType{Type: head(Func, text, wordFlags)}
			f.ParamList, f.ParamCount = listOf(in)
			f.ResultList, f.ResultCount = listOf(out)
			if variadic {
				f.IsVariadic = 1
			}
			return &f.Type
		})
}

func listOf(types []*abi.Type) (**abi.Type, int) {
	if len(types) == 0 {
		return nil, 0
	}
	c := append([]*abi.Type(nil), types...)
	return &c[0], len(c)
}
