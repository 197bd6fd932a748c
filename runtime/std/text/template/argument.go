package template

import (
	"reflect"
	"text/template/parse"
)

// validate makes v assignable to a type.
func (s *state) validate(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.IsValid() {
		if t == nil {
			return reflect.ValueOf(nil)
		}
		if canBeNil(t) {
			return reflect.Zero(t)
		}
		s.errorf("invalid value; expected %s", t)
	}
	if t == reflectValue && v.Type() != t {
		return reflect.ValueOf(v)
	}
	if t != nil && !v.Type().AssignableTo(t) {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			v = v.Elem()
			if v.Type().AssignableTo(t) {
				return v
			}
		}
		switch {
		case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
			v = v.Elem()
			if !v.IsValid() {
				s.errorf("dereference of nil pointer of type %s", t)
			}
		case reflect.PointerTo(v.Type()).AssignableTo(t) && v.CanAddr():
			v = v.Addr()
		default:
			s.errorf("wrong type for value; expected %s; got %s", t, v.Type())
		}
	}
	return v
}

func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	case reflect.Struct:
		return t == reflectValue
	}
	return false
}

// arg is the value of an argument as type t.
func (s *state) arg(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	s.at(n)
	switch a := n.(type) {
	case *parse.DotNode:
		return s.validate(dot, t)
	case *parse.NilNode:
		if t != nil && canBeNil(t) {
			return reflect.Zero(t)
		}
		s.errorf("cannot assign nil to %s", t)
	case *parse.FieldNode:
		return s.validate(s.fieldNode(dot, a, []parse.Node{n}, missingValue), t)
	case *parse.VariableNode:
		return s.validate(s.variableNode(dot, a, nil, missingValue), t)
	case *parse.PipeNode:
		return s.validate(s.pipeline(dot, a), t)
	case *parse.IdentifierNode:
		return s.validate(s.function(dot, a, a, nil, missingValue), t)
	case *parse.ChainNode:
		return s.validate(s.chainNode(dot, a, nil, missingValue), t)
	}
	if t == nil {
		return s.argAny(dot, n)
	}
	switch k := t.Kind(); k {
	case reflect.Bool:
		if b, ok := n.(*parse.BoolNode); ok {
			return set(t, func(v reflect.Value) { v.SetBool(b.True) })
		}
		s.errorf("expected bool; found %s", n)
	case reflect.String:
		if x, ok := n.(*parse.StringNode); ok {
			return set(t, func(v reflect.Value) { v.SetString(x.Text) })
		}
		s.errorf("expected string; found %s", n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if x, ok := n.(*parse.NumberNode); ok && x.IsInt {
			return set(t, func(v reflect.Value) { v.SetInt(x.Int64) })
		}
		s.errorf("expected integer; found %s", n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if x, ok := n.(*parse.NumberNode); ok && x.IsUint {
			return set(t, func(v reflect.Value) { v.SetUint(x.Uint64) })
		}
		s.errorf("expected unsigned integer; found %s", n)
	case reflect.Float32, reflect.Float64:
		if x, ok := n.(*parse.NumberNode); ok && x.IsFloat {
			return set(t, func(v reflect.Value) { v.SetFloat(x.Float64) })
		}
		s.errorf("expected float; found %s", n)
	case reflect.Complex64, reflect.Complex128:
		if x, ok := n.(*parse.NumberNode); ok && x.IsComplex {
			return set(t, func(v reflect.Value) { v.SetComplex(x.Complex128) })
		}
		s.errorf("expected complex; found %s", n)
	case reflect.Interface:
		if t.NumMethod() == 0 {
			return s.argAny(dot, n)
		}
	case reflect.Struct:
		if t == reflectValue {
			return reflect.ValueOf(s.argAny(dot, n))
		}
	}
	s.errorf("can't handle %s for arg of type %s", n, t)
	return reflect.Value{}
}

func set(t reflect.Type, f func(reflect.Value)) reflect.Value {
	v := reflect.New(t).Elem()
	f(v)
	return v
}

func (s *state) argAny(dot reflect.Value, n parse.Node) reflect.Value {
	s.at(n)
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return s.fieldNode(dot, n, nil, missingValue)
	case *parse.IdentifierNode:
		return s.function(dot, n, n, nil, missingValue)
	case *parse.NilNode:
		s.errorf("evalEmptyInterface: nil (can't happen)")
	case *parse.NumberNode:
		return s.constant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	case *parse.VariableNode:
		return s.variableNode(dot, n, nil, missingValue)
	case *parse.PipeNode:
		return s.pipeline(dot, n)
	}
	s.errorf("can't handle assignment of %s to empty interface argument", n)
	return reflect.Value{}
}
