package json

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// field is a field that has a place in the JSON form of a struct.
type field struct {
	name      string
	tagged    bool // the name stands in the tag
	index     []int
	typ       reflect.Type
	omitEmpty bool
	omitZero  bool
	quoted    bool
	key       [2]string // `"name":` with and without HTML escapes
}

// fieldList is what is known of a struct type.
type fieldList struct {
	list   []field
	byName map[string]int
}

var fieldCache struct {
	sync.Mutex
	m map[reflect.Type]*fieldList
}

func cachedFields(t reflect.Type) *fieldList {
	fieldCache.Lock()
	f := fieldCache.m[t]
	fieldCache.Unlock()
	if f != nil {
		return f
	}
	f = typeFields(t)
	fieldCache.Lock()
	if fieldCache.m == nil {
		fieldCache.m = map[reflect.Type]*fieldList{}
	}
	fieldCache.m[t] = f
	fieldCache.Unlock()
	return f
}

// find is the field for a key: the same name, else one that differs in case only.
func (f *fieldList) find(key string) *field {
	if i, ok := f.byName[key]; ok {
		return &f.list[i]
	}
	for i := range f.list {
		if strings.EqualFold(f.list[i].name, key) {
			return &f.list[i]
		}
	}
	return nil
}

// validName reports whether a tag's name can be a key.
func validName(s string) bool {
	if s == "" {
		return false
	}
	for _, c := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return true
}

// typeFields lists the fields of a struct type as Go's rules for embedding see them, changed by tags: among several
// of a name the least deep wins, among those the only tagged one; else none has the name.
func typeFields(t reflect.Type) *fieldList {
	type embedded struct {
		typ   reflect.Type
		index []int
	}
	var all []field
	visited := map[reflect.Type]bool{}
	next := []embedded{{typ: t}}
	var count, nextCount map[reflect.Type]int
	for len(next) > 0 {
		current := next
		next = nil
		count, nextCount = nextCount, map[reflect.Type]int{}
		for _, e := range current {
			if visited[e.typ] {
				continue
			}
			visited[e.typ] = true
			for i := 0; i < e.typ.NumField(); i++ {
				sf := e.typ.Field(i)
				if sf.Anonymous {
					at := sf.Type
					if at.Kind() == reflect.Pointer {
						at = at.Elem()
					}
					if !sf.IsExported() && at.Kind() != reflect.Struct {
						continue
					}
				} else if !sf.IsExported() {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !validName(name) {
					name = ""
				}
				index := append(append([]int(nil), e.index...), i)
				ft := sf.Type
				if ft.Name() == "" && ft.Kind() == reflect.Pointer {
					ft = ft.Elem()
				}
				if name == "" && sf.Anonymous && ft.Kind() == reflect.Struct {
					nextCount[ft]++
					if nextCount[ft] == 1 {
						next = append(next, embedded{ft, index})
					}
					continue
				}
				f := field{name: name, tagged: name != "", index: index, typ: sf.Type}
				if name == "" {
					f.name = sf.Name
				}
				for _, o := range strings.Split(options, ",") {
					switch o {
					case "omitempty":
						f.omitEmpty = true
					case "omitzero":
						f.omitZero = true
					case "string":
						switch ft.Kind() {
						case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
							reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr,
							reflect.Float32, reflect.Float64, reflect.String:
							f.quoted = true
						}
					}
				}
				all = append(all, f)
				if count[e.typ] > 1 {
					// The struct is embedded several times at this depth: its fields hide each other.
					all = append(all, f)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b field) int {
		if c := strings.Compare(a.name, b.name); c != 0 {
			return c
		}
		if c := len(a.index) - len(b.index); c != 0 {
			return c
		}
		if a.tagged != b.tagged {
			if a.tagged {
				return -1
			}
			return 1
		}
		return slices.Compare(a.index, b.index)
	})
	out := &fieldList{byName: map[string]int{}}
	for i := 0; i < len(all); {
		n := i + 1
		for n < len(all) && all[n].name == all[i].name {
			n++
		}
		if n == i+1 || len(all[i].index) != len(all[i+1].index) || all[i].tagged != all[i+1].tagged {
			out.list = append(out.list, all[i])
		}
		i = n
	}
	slices.SortFunc(out.list, func(a, b field) int { return slices.Compare(a.index, b.index) })
	for i := range out.list {
		f := &out.list[i]
		f.key[0] = string(appendString(nil, f.name, false)) + ":"
		f.key[1] = string(appendString(nil, f.name, true)) + ":"
		out.byName[f.name] = i
	}
	return out
}
