package reflect

import (
	abi "internal/rtype"
	"iter"
)

// A StructField describes a field of a struct.
type StructField struct {
	// Name is the field's name.
	Name string
	// PkgPath is the package of an unexported field, "" for exported ones.
	PkgPath string
	// Type is the field's type.
	Type Type
	// Tag is the tag.
	Tag StructTag
	// Offset is in bytes.
	Offset uintptr
	// Index leads to the field by Type.FieldByIndex.
	Index []int
	// Anonymous says that the field is embedded.
	Anonymous bool
}

// IsExported reports whether other packages may use the field.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

func (t *rtype) structType(method string) *abi.StructType {
	if t.kind() != Struct {
		panic("reflect: " + method + " of non-struct type " + t.String())
	}
	return t.t.Struct()
}

func (t *rtype) NumField() int { return t.structType("NumField").NumField() }

func (t *rtype) Field(i int) StructField {
	s := t.structType("Field")
	if i < 0 || i >= s.NumField() {
		panic("reflect: Field index out of bounds")
	}
	return structField(s, i)
}

func structField(s *abi.StructType, i int) StructField {
	f := &s.Fields()[i]
	out := StructField{Name: f.Name, Type: toType(f.Type), Tag: StructTag(f.Tag), Offset: f.Offset, Anonymous: f.Embedded()}
	if !f.Exported() {
		out.PkgPath = s.PkgPath
	}
	out.Index = []int{i}
	return out
}

func (t *rtype) Fields() iter.Seq[StructField] {
	s := t.structType("Fields")
	return func(yield func(StructField) bool) {
		for i := 0; i < s.NumField(); i++ {
			if !yield(structField(s, i)) {
				return
			}
		}
	}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.structType("FieldByIndex")
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 {
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(x)
		at = f.Type
	}
	if len(index) == 0 {
		f.Type = t
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	s := t.structType("FieldByName")
	hasEmbedded := false
	if name != "" {
		fields := s.Fields()
		for i := range fields {
			if fields[i].Name == name {
				return structField(s, i), true
			}
			if fields[i].Embedded() {
				hasEmbedded = true
			}
		}
	}
	if !hasEmbedded {
		return StructField{}, false
	}
	return findField(s, func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	return findField(t.structType("FieldByNameFunc"), match)
}

// level is an embedded struct at the depth that findField looks at.
type level struct {
	s     *abi.StructType
	index []int
	many  bool // reached along several paths
}

// findField searches breadth first. A name that matches twice at the least depth where it matches hides all deeper
// ones and is not found itself.
func findField(s *abi.StructType, match func(string) bool) (StructField, bool) {
	current := []level{{s: s}}
	visited := map[*abi.StructType]bool{}
	for len(current) > 0 {
		var next []level
		var found StructField
		ok, twice := false, false
		for _, l := range current {
			if visited[l.s] {
				continue
			}
			visited[l.s] = true
			fields := l.s.Fields()
			for i := range fields {
				f := &fields[i]
				if match(f.Name) {
					if ok || l.many {
						twice = true
					}
					if !ok {
						found = structField(l.s, i)
						found.Index = append(append([]int(nil), l.index...), i)
						ok = true
					}
					continue
				}
				if !f.Embedded() {
					continue
				}
				ft := f.Type
				if ft.Kind == abi.Pointer {
					ft = ft.Elem()
				}
				if ft.Kind != abi.Struct {
					continue
				}
				st := ft.Struct()
				known := false
				for j := range next {
					if next[j].s == st {
						next[j].many = true
						known = true
					}
				}
				if !known {
					next = append(next, level{st, append(append([]int(nil), l.index...), i), l.many})
				}
			}
		}
		if ok {
			if twice {
				return StructField{}, false
			}
			return found, true
		}
		current = next
	}
	return StructField{}, false
}

// VisibleFields lists the fields of struct type t that selectors reach, promoted ones included: each embedded struct
// is followed by its promoted fields.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := &fieldWalk{byName: map[string]int{}, visiting: map[Type]bool{}}
	w.walk(t)
	// Hidden fields have lost their name.
	n := 0
	for i := range w.fields {
		f := &w.fields[i]
		if f.Name == "" {
			continue
		}
		if i != n {
			w.fields[n] = *f
		}
		n++
	}
	return w.fields[:n]
}

type fieldWalk struct {
	byName   map[string]int
	visiting map[Type]bool
	fields   []StructField
	index    []int
}

func (w *fieldWalk) walk(t Type) {
	if w.visiting[t] {
		return
	}
	w.visiting[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		w.index = append(w.index, i)
		add := true
		if at, ok := w.byName[f.Name]; ok {
			old := &w.fields[at]
			switch {
			case len(w.index) == len(old.Index):
				// Two at one depth hide each other.
				old.Name = ""
				add = false
			case len(w.index) < len(old.Index):
				old.Name = ""
			default:
				add = false
			}
		}
		if add {
			f.Index = append([]int(nil), w.index...)
			w.byName[f.Name] = len(w.fields)
			w.fields = append(w.fields, f)
		}
		if f.Anonymous {
			ft := f.Type
			if ft.Kind() == Pointer {
				ft = ft.Elem()
			}
			if ft.Kind() == Struct {
				w.walk(ft)
			}
		}
		w.index = w.index[:len(w.index)-1]
	}
	delete(w.visiting, t)
}

