package template

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// pipeline is the value of a pipeline, which may set variables.
func (s *state) pipeline(dot reflect.Value, p *parse.PipeNode) (v reflect.Value) {
	if p == nil {
		return
	}
	s.at(p)
	v = missingValue
	for _, c := range p.Cmds {
		v = s.command(dot, c, v)
		if v.Kind() == reflect.Interface && v.Type().NumMethod() == 0 {
			v = v.Elem()
		}
	}
	for _, d := range p.Decl {
		if p.IsAssign {
			s.assign(d.Ident[0], v)
		} else {
			s.vars = append(s.vars, variable{d.Ident[0], v})
		}
	}
	return v
}

func (s *state) noArguments(args []parse.Node, final reflect.Value) {
	if len(args) > 1 || !isMissing(final) {
		s.errorf("can't give argument to non-function %s", args[0])
	}
}

func isMissing(v reflect.Value) bool { return v.IsValid() && v.Type() == missingTypeType }

func (s *state) command(dot reflect.Value, c *parse.CommandNode, final reflect.Value) reflect.Value {
	first := c.Args[0]
	switch n := first.(type) {
	case *parse.FieldNode:
		return s.fieldNode(dot, n, c.Args, final)
	case *parse.ChainNode:
		return s.chainNode(dot, n, c.Args, final)
	case *parse.IdentifierNode:
		return s.function(dot, n, c, c.Args, final)
	case *parse.PipeNode:
		s.noArguments(c.Args, final)
		return s.pipeline(dot, n)
	case *parse.VariableNode:
		return s.variableNode(dot, n, c.Args, final)
	}
	s.at(first)
	s.noArguments(c.Args, final)
	switch n := first.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		s.errorf("nil is not a command")
	case *parse.NumberNode:
		return s.constant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.errorf("can't evaluate command %q", first)
	return reflect.Value{}
}

// constant is a number in the type that Go would give it.
func (s *state) constant(n *parse.NumberNode) reflect.Value {
	s.at(n)
	isHexInt := len(n.Text) > 2 && n.Text[0] == '0' && (n.Text[1] == 'x' || n.Text[1] == 'X') && !strings.ContainsAny(n.Text, "pP")
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && !isHexInt && n.Text[0] != '\'' && strings.ContainsAny(n.Text, ".eEpP"):
		return reflect.ValueOf(n.Float64)
	case n.IsInt:
		return reflect.ValueOf(int(n.Int64))
	case n.IsUint:
		s.errorf("%s overflows int", n.Text)
	}
	return reflect.Value{}
}

func (s *state) fieldNode(dot reflect.Value, n *parse.FieldNode, args []parse.Node, final reflect.Value) reflect.Value {
	s.at(n)
	return s.fieldChain(dot, dot, n, n.Ident, args, final)
}

func (s *state) chainNode(dot reflect.Value, n *parse.ChainNode, args []parse.Node, final reflect.Value) reflect.Value {
	s.at(n)
	if len(n.Field) == 0 {
		s.errorf("internal error: no fields in evalChainNode")
	}
	if n.Node.Type() == parse.NodeNil {
		s.errorf("indirection through explicit nil in %s", n)
	}
	return s.fieldChain(dot, s.arg(dot, nil, n.Node), n, n.Field, args, final)
}

func (s *state) variableNode(dot reflect.Value, n *parse.VariableNode, args []parse.Node, final reflect.Value) reflect.Value {
	s.at(n)
	v := s.lookup(n.Ident[0])
	if len(n.Ident) == 1 {
		s.noArguments(args, final)
		return v
	}
	return s.fieldChain(dot, v, n, n.Ident[1:], args, final)
}

// fieldChain follows names; the arguments are for the last one.
func (s *state) fieldChain(dot, receiver reflect.Value, n parse.Node, ident []string, args []parse.Node, final reflect.Value) reflect.Value {
	last := len(ident) - 1
	for _, name := range ident[:last] {
		receiver = s.field(dot, name, n, nil, missingValue, receiver)
	}
	return s.field(dot, ident[last], n, args, final, receiver)
}

func (s *state) function(dot reflect.Value, n *parse.IdentifierNode, c parse.Node, args []parse.Node, final reflect.Value) reflect.Value {
	s.at(n)
	f, isBuiltin, ok := findFunction(n.Ident, s.tmpl)
	if !ok {
		s.errorf("%q is not a defined function", n.Ident)
	}
	return s.call(dot, f, isBuiltin, c, n.Ident, args, final)
}

// field is a method, field or map element of the receiver.
func (s *state) field(dot reflect.Value, name string, n parse.Node, args []parse.Node, final, receiver reflect.Value) reflect.Value {
	if !receiver.IsValid() {
		if s.tmpl.missing == missingError {
			s.errorf("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	typ := receiver.Type()
	receiver, isNil := indirect(receiver)
	if receiver.Kind() == reflect.Interface && isNil {
		s.errorf("nil pointer evaluating %s.%s", typ, name)
	}
	ptr := receiver
	if ptr.Kind() != reflect.Interface && ptr.Kind() != reflect.Pointer && ptr.CanAddr() {
		ptr = ptr.Addr()
	}
	if m := ptr.MethodByName(name); m.IsValid() {
		return s.call(dot, m, false, n, name, args, final)
	}
	hasArgs := len(args) > 1 || !isMissing(final)
	switch receiver.Kind() {
	case reflect.Struct:
		if f, ok := receiver.Type().FieldByName(name); ok {
			x, err := receiver.FieldByIndexErr(f.Index)
			if !f.IsExported() {
				s.errorf("%s is an unexported field of struct type %s", name, typ)
			}
			if err != nil {
				s.errorf("%v", err)
			}
			if hasArgs {
				s.errorf("%s has arguments but cannot be invoked as function", name)
			}
			return x
		}
	case reflect.Map:
		k := reflect.ValueOf(name)
		if k.Type().AssignableTo(receiver.Type().Key()) {
			if hasArgs {
				s.errorf("%s is not a method but has arguments", name)
			}
			x := receiver.MapIndex(k)
			if !x.IsValid() {
				switch s.tmpl.missing {
				case missingInvalid:
					// Just use the invalid value.
				case missingZero:
					x = reflect.Zero(receiver.Type().Elem())
				case missingError:
					s.errorf("map has no entry for key %q", name)
				}
			}
			return x
		}
	case reflect.Pointer:
		if e := receiver.Type().Elem(); e.Kind() == reflect.Struct {
			if _, ok := e.FieldByName(name); !ok {
				break
			}
		}
		if isNil {
			s.errorf("nil pointer evaluating %s.%s", typ, name)
		}
	}
	s.errorf("can't evaluate field %s in type %s", name, typ)
	return reflect.Value{}
}

func unwrap(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Type() == reflectValue {
		v = v.Interface().(reflect.Value)
	}
	return v
}

// call calls a function or method; args[0] is its name.
func (s *state) call(dot, f reflect.Value, isBuiltin bool, n parse.Node, name string, args []parse.Node, final reflect.Value) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	t := f.Type()
	count := len(args)
	if !isMissing(final) {
		count++
	}
	fixed := len(args)
	if t.IsVariadic() {
		fixed = t.NumIn() - 1
		if count < fixed {
			s.errorf("wrong number of args for %s: want at least %d got %d", name, t.NumIn()-1, len(args))
		}
	} else if count != t.NumIn() {
		s.errorf("wrong number of args for %s: want %d got %d", name, t.NumIn(), count)
	}
	if err := goodFunc(name, t); err != nil {
		s.errorf("%v", err)
	}
	if isBuiltin && (name == "and" || name == "or") {
		// Arguments are evaluated only as far as needed.
		arg := t.In(0)
		var v reflect.Value
		for _, a := range args {
			v = s.arg(dot, arg, a)
			if truth(v) == (name == "or") {
				return unwrap(v)
			}
		}
		if !isMissing(final) {
			v = s.validate(final, arg)
		}
		return unwrap(v)
	}
	argv := make([]reflect.Value, count)
	i := 0
	for ; i < fixed && i < len(args); i++ {
		argv[i] = s.arg(dot, t.In(i), args[i])
	}
	if t.IsVariadic() {
		elem := t.In(t.NumIn() - 1).Elem()
		for ; i < len(args); i++ {
			argv[i] = s.arg(dot, elem, args[i])
		}
	}
	if !isMissing(final) {
		last := t.In(t.NumIn() - 1)
		if t.IsVariadic() {
			if count-1 < fixed {
				// The final argument is one of the fixed ones.
				last = t.In(count - 1)
			} else {
				last = last.Elem()
			}
		}
		argv[i] = s.validate(final, last)
	}
	if isBuiltin && name == "call" {
		// Messages name the expression.
		callee := "nil"
		if len(args) > 0 {
			callee = args[0].String()
		}
		v, err := call(callee, argv[0], argv[1:])
		if err != nil {
			s.at(n)
			s.errorf("error calling %s: %w", name, err)
		}
		return unwrap(v)
	}
	v, err := safeCall(f, argv)
	if err != nil {
		s.at(n)
		s.errorf("error calling %s: %w", name, err)
	}
	return unwrap(v)
}
