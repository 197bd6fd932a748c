package reflect

import (
	"internal/sys"
	"unsafe"
)

// MakeChan is make(chan T, buffer).
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, sys.MakeChan(unsafe.Pointer(t), buffer), 0}
}

// Close closes a channel.
func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if chanDir(v.typ)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	sys.CloseChan(v.word())
}

// Send sends x.
func (v Value) Send(x Value) {
	v.mustBe(Chan, "Send")
	v.mustBeExported("Send")
	v.send(x, true)
}

// TrySend sends x if that does not block, and reports whether it did.
func (v Value) TrySend(x Value) bool {
	v.mustBe(Chan, "TrySend")
	v.mustBeExported("TrySend")
	return v.send(x, false)
}

func (v Value) send(x Value, block bool) bool {
	if chanDir(v.typ)&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported("Send")
	x = x.assignTo("reflect.Value.Send", v.typ.Elem())
	p := x.frozen()
	if block {
		sys.ChanSend(v.word(), p)
		return true
	}
	c := []runtimeCase{{v.word(), p, 0}}
	i, _ := sys.Select(unsafe.Pointer(&c[0]), 1, 0)
	return i == 0
}

// Recv receives a value; ok is false if the channel is closed and drained.
func (v Value) Recv() (x Value, ok bool) {
	v.mustBe(Chan, "Recv")
	v.mustBeExported("Recv")
	return v.recv("reflect: recv on send-only channel", true)
}

// TryRecv receives a value if that does not block; else it returns the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustBe(Chan, "TryRecv")
	v.mustBeExported("TryRecv")
	return v.recv("reflect: recv on send-only channel", false)
}

func (v Value) recv(wrong string, block bool) (Value, bool) {
	if chanDir(v.typ)&RecvDir == 0 {
		panic(wrong)
	}
	t := v.typ.Elem()
	p := newObject(t)
	if block {
		ok := sys.ChanRecv(v.word(), p)
		return fresh(t, p), ok
	}
	c := []runtimeCase{{v.word(), p, 1}}
	i, ok := sys.Select(unsafe.Pointer(&c[0]), 1, 0)
	if i < 0 {
		return Value{}, false
	}
	return fresh(t, p), ok != 0
}

// runtimeCase is what the runtime knows of a case of a select.
type runtimeCase struct {
	ch   unsafe.Pointer
	elem unsafe.Pointer
	recv uint64
}

// SelectDir is what a case of Select does.
type SelectDir int

// What a case does.
const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is a case of Select.
type SelectCase struct {
	// Dir is what it does.
	Dir SelectDir
	// Chan is the channel; the zero Value never gets ready.
	Chan Value
	// Send is what to send.
	Send Value
}

// Select runs a select statement: the index of the case that was chosen, and what it received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	list := make([]runtimeCase, 0, len(cases)+1)
	index := make([]int, 0, len(cases))
	fallback := -1
	for i, c := range cases {
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if fallback >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			fallback = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBe(Chan, "")
			ch.mustBeExported("")
			if chanDir(ch.typ)&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			x := c.Send
			if !x.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			x.mustBeExported("")
			x = x.assignTo("reflect.Select", ch.typ.Elem())
			list = append(list, runtimeCase{ch.word(), x.frozen(), 0})
			index = append(index, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBe(Chan, "")
			ch.mustBeExported("")
			if chanDir(ch.typ)&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			list = append(list, runtimeCase{ch.word(), newObject(ch.typ.Elem()), 1})
			index = append(index, i)
		}
	}
	block := 1
	if fallback >= 0 {
		block = 0
	}
	n := len(list)
	list = append(list, runtimeCase{})
	at, ok := sys.Select(unsafe.Pointer(&list[0]), n, block)
	if at < 0 {
		return fallback, Value{}, false
	}
	i := index[at]
	if cases[i].Dir == SelectRecv {
		recv = fresh(cases[i].Chan.typ.Elem(), list[at].elem)
		recvOK = ok != 0
	}
	return i, recv, recvOK
}

