package fmt

import (
	"internal/fmtsort"
	"internal/rtype"
)

// printValue prints a value by its kind; parts of values (depth > 0) by their methods first. arg is the argument that
// the value is, if it is one.
func (p *printer) printValue(arg any, v rtype.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() && (verb == 'w' || v.Kind() == rtype.Interface || len(v.Typ.Unc.Methods()) > 0) {
		part := v.Borrowed()
		if p.callMethods(part, verb) {
			return
		}
	}
	fits := true
	switch v.Kind() {
	case rtype.Invalid:
		switch {
		case depth == 0:
			p.buf = append(p.buf, "<invalid reflect.Value>"...)
		case verb == 'v':
			p.buf = append(p.buf, "<nil>"...)
		default:
			fits = false
		}
	case rtype.Bool:
		fits = p.formatBool(v.Bool(), verb)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		fits = p.formatInteger(uint64(v.Int()), true, verb)
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		fits = p.formatInteger(v.Uint(), false, verb)
	case rtype.Float32, rtype.Float64:
		fits = p.formatFloat(v.Float(), int(v.Typ.Size)*8, verb)
	case rtype.Complex64, rtype.Complex128:
		fits = p.formatComplex(v.Complex(), int(v.Typ.Size)*4, verb)
	case rtype.String:
		fits = p.formatString(v.String(), verb)
	case rtype.Map:
		p.printMap(v, verb, depth)
	case rtype.Struct:
		p.printStruct(v, verb, depth)
	case rtype.Interface:
		e := v.Elem()
		switch {
		case e.IsValid():
			p.printValue(nil, e, verb, depth+1)
		case p.sharpV:
			p.buf = append(p.buf, v.Typ.Str...)
			p.buf = append(p.buf, "(nil)"...)
		default:
			p.buf = append(p.buf, "<nil>"...)
		}
	case rtype.Array, rtype.Slice:
		p.printList(v, verb, depth)
	case rtype.Pointer:
		if depth == 0 && !v.IsNil() {
			switch v.Typ.Elem().Kind {
			case rtype.Array, rtype.Slice, rtype.Struct, rtype.Map:
				p.buf = append(p.buf, '&')
				p.printValue(nil, v.Elem(), verb, depth+1)
				return
			}
		}
		fits = p.formatPointer(v, verb)
	default:
		fits = p.formatPointer(v, verb)
	}
	if !fits {
		p.badVerb(arg, v, verb)
	}
}

func (p *printer) separator() {
	if p.sharpV {
		p.buf = append(p.buf, ", "...)
	} else {
		p.buf = append(p.buf, ' ')
	}
}

func (p *printer) printMap(v rtype.Value, verb rune, depth int) {
	if p.sharpV {
		p.buf = append(p.buf, v.Typ.Str...)
		if v.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		p.buf = append(p.buf, '{')
	} else {
		p.buf = append(p.buf, "map["...)
	}
	for i, e := range fmtsort.Sort(v) {
		if i > 0 {
			p.separator()
		}
		p.printValue(nil, e.Key, verb, depth+1)
		p.buf = append(p.buf, ':')
		p.printValue(nil, e.Value, verb, depth+1)
	}
	if p.sharpV {
		p.buf = append(p.buf, '}')
	} else {
		p.buf = append(p.buf, ']')
	}
}

func (p *printer) printStruct(v rtype.Value, verb rune, depth int) {
	if p.sharpV {
		p.buf = append(p.buf, v.Typ.Str...)
	}
	p.buf = append(p.buf, '{')
	fields := v.Typ.Struct().Fields()
	for i := range fields {
		if i > 0 {
			p.separator()
		}
		if p.plusV || p.sharpV {
			p.buf = append(p.buf, fields[i].Name...)
			p.buf = append(p.buf, ':')
		}
		f := v.Field(i)
		if f.Kind() == rtype.Interface && !f.IsNil() {
			f = f.Elem()
		}
		p.printValue(nil, f, verb, depth+1)
	}
	p.buf = append(p.buf, '}')
}

func (p *printer) printList(v rtype.Value, verb rune, depth int) {
	t := v.Typ
	n := v.Len()
	switch verb {
	case 's', 'q', 'x', 'X':
		if t.Elem().Kind == rtype.Uint8 {
			var b []byte
			if t.Kind == rtype.Slice || v.Ptr != nil {
				b = v.Bytes()
			}
			p.formatBytes(b, verb, t.Str)
			return
		}
	}
	open, end := byte('['), byte(']')
	if p.sharpV {
		p.buf = append(p.buf, t.Str...)
		if t.Kind == rtype.Slice && v.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		open, end = '{', '}'
	}
	p.buf = append(p.buf, open)
	for i := 0; i < n; i++ {
		if i > 0 {
			p.separator()
		}
		p.printValue(nil, v.Index(i), verb, depth+1)
	}
	p.buf = append(p.buf, end)
}

func (p *printer) formatPointer(v rtype.Value, verb rune) bool {
	var u uint64
	switch v.Kind() {
	case rtype.Chan, rtype.Func, rtype.Map, rtype.Pointer, rtype.Slice, rtype.UnsafePointer:
		u = uint64(uintptr(v.Pointer()))
		if v.Kind() == rtype.Func && u != 0 {
			// A function's address is the first word of its closure.
			u = uint64(*(*uintptr)(v.Pointer()))
		}
	default:
		return false
	}
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.buf = append(p.buf, '(')
			p.buf = append(p.buf, v.Typ.Str...)
			p.buf = append(p.buf, ")("...)
			if u == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.formatHex(u, true)
			}
			p.buf = append(p.buf, ')')
		case u == 0:
			p.padString("<nil>")
		default:
			p.formatHex(u, !p.sharp)
		}
	case 'p':
		p.formatHex(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.formatInteger(u, false, verb)
	default:
		return false
	}
	return true
}
