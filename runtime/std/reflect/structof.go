package reflect

import (
	abi "internal/rtype"
	"strconv"
	"unicode"
	"unicode/utf8"
)

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || r >= utf8.RuneSelf && unicode.IsLetter(r)
}

func isValidFieldName(name string) bool {
	for i, r := range name {
		if i == 0 && !isLetter(r) || !(isLetter(r) || unicode.IsDigit(r)) {
			return false
		}
	}
	return len(name) > 0
}

// StructOf is a struct type with these fields; their Offset and Index do not matter.
func StructOf(fields []StructField) Type {
	list := make([]abi.Field, len(fields))
	names := map[string]bool{}
	pkg := ""
	var offset, lastZero uintptr
	align := uint8(1)
	flags := uint8(abi.FlagComparable | abi.FlagRegularMemory)
	var methods []abi.Method
	var mask bitmap
	text := []byte("struct {")
	for i, f := range fields {
		switch {
		case f.Name == "":
			panic("reflect.StructOf: field " + itoa(i) + " has no name")
		case !isValidFieldName(f.Name):
			panic("reflect.StructOf: field " + itoa(i) + " has invalid name")
		case f.Type == nil:
			panic("reflect.StructOf: field " + itoa(i) + " has no type")
		case f.Anonymous && f.PkgPath != "":
			panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
		}
		if f.PkgPath == "" {
			if c := f.Name[0]; 'a' <= c && c <= 'z' || c == '_' {
				panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
			}
		} else if pkg == "" {
			pkg = f.PkgPath
		} else if pkg != f.PkgPath {
			panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
		}
		t := f.Type.common()
		out := &list[i]
		*out = abi.Field{Name: f.Name, Type: t, Tag: string(f.Tag)}
		if f.PkgPath == "" {
			out.Flags |= abi.FieldExported
		}
		if i > 0 {
			text = append(text, ';')
		}
		text = append(text, ' ')
		if f.Anonymous {
			out.Flags |= abi.FieldEmbedded
			methods = append(methods, promoted(f, i, len(fields))...)
		} else {
			text = append(append(text, f.Name...), ' ')
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		text = append(text, t.Str...)
		if f.Tag != "" {
			text = append(append(text, ' '), strconv.Quote(string(f.Tag))...)
		}

		at := alignUp(offset, t.Align)
		if at != offset || f.Name == "_" || t.Flags&abi.FlagRegularMemory == 0 {
			flags &^= abi.FlagRegularMemory
		}
		if !t.Comparable() {
			flags &^= abi.FlagComparable
		}
		offset = at + t.Size
		if offset < at || offset > 1<<47 {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		out.Offset = at
		align = max(align, t.Align)
		mask.add(at, t)
		if t.Size == 0 {
			lastZero = offset
		}
	}
	if len(fields) > 0 {
		text = append(text, ' ')
	}
	text = append(text, '}')
	end := offset
	if offset > 0 && lastZero == offset {
		// The address of a last field of size 0 is inside the struct.
		offset++
	}
	size := alignUp(offset, align)
	if size != end || flags&abi.FlagComparable == 0 {
		flags &^= abi.FlagRegularMemory
	}
	if len(fields) == 1 {
		flags |= list[0].Type.Flags & abi.FlagDirectIface
	}
	name := string(text)
	return toType(unique(name,
		func(t *abi.Type) bool {
			if t.Kind != abi.Struct || t.Struct().NumField() != len(list) || t.Struct().PkgPath != pkg {
				return false
			}
			for i, f := range t.Struct().Fields() {
				if f != list[i] {
					return false
				}
			}
			return true
		},
		func() *abi.Type {
			s := &abi.StructType{PkgPath: pkg, FieldCount: len(list)}
			s.Type = abi.Type{Size: size, Hash: hash(name), Flags: flags, Align: align, Kind: abi.Struct, Str: name}
			if len(list) > 0 {
				s.FieldList = &list[0]
			}
			mask.store(&s.Type)
			if len(methods) > 0 {
				s.Unc = &abi.Uncommon{MethodList: &methods[0], MethodCount: len(methods)}
			}
			return &s.Type
		}))
}

// promoted is the methods that the struct gets from its embedded field i of n. They take the struct's data word in
// place of the field's, so the field must be the first one, and alone if it is a pointer.
func promoted(f StructField, i, n int) []abi.Method {
	t := f.Type.common()
	switch f.Type.Kind() {
	case Interface:
		for _, m := range interfaceMethods(t) {
			if m.PkgPath != "" {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
		}
		if len(interfaceMethods(t)) > 0 {
			panic("reflect.StructOf: embedded field with methods not implemented for interface type " + t.Str)
		}
		return nil
	case Pointer:
		if e := t.Elem(); e.Kind == abi.Pointer || e.Kind == abi.Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.Str)
		}
	}
	all := t.Unc.Methods()
	if len(all) == 0 {
		return nil
	}
	if i > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
	if n > 1 && t.Direct() {
		if f.Type.Kind() == Pointer {
			panic("reflect: embedded type with methods not implemented if there is more than one field")
		}
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
	for _, m := range all {
		if m.PkgPath != "" {
			panic("reflect: embedded interface with unexported method(s) not implemented")
		}
	}
	return append([]abi.Method(nil), all...)
}

