package rtype

// Zero is the zero value of v's type; for a pointer it is a pointer to a new zero value.
func Zero(v any) any {
	t := TypeOf(v)
	if t.Kind == Pointer {
		return pack(t, newObject(t.Elem()))
	}
	if t.Direct() {
		return pack(t, nil)
	}
	return pack(t, newObject(t))
}
