package template

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// maxDepth limits templates that use each other.
const maxDepth = 100000

// variable is a $ variable.
type variable struct {
	name  string
	value reflect.Value
}

// state is an execution.
type state struct {
	tmpl  *Template
	wr    io.Writer
	node  parse.Node // for errors
	vars  []variable
	depth int
}

// ExecError is an error of an execution.
type ExecError struct {
	Name string
	Err  error
}

// Error is the text.
func (e ExecError) Error() string { return e.Err.Error() }

// Unwrap is the cause.
func (e ExecError) Unwrap() error { return e.Err }

// writeError is the panic for an error of the writer.
type writeError struct{ Err error }

// walkBreak and walkContinue are what a walk returns at {{break}} and {{continue}}.
type control int

const (
	goOn control = iota
	breakLoop
	nextIteration
)

// missing stands for the key that a map lacks.
var missingValue = reflect.ValueOf(missingType{})

type missingType struct{}

var (
	errorType       = reflect.TypeFor[error]()
	stringerType    = reflect.TypeFor[fmt.Stringer]()
	reflectValue    = reflect.TypeFor[reflect.Value]()
	missingTypeType = reflect.TypeFor[missingType]()
)

// ExecuteTemplate executes the associated template with a name.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	x := t.Lookup(name)
	if x == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return x.Execute(wr, data)
}

// Execute writes the template's text for data.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case writeError:
			err = r.Err
		case ExecError:
			err = r
		default:
			panic(r)
		}
	}()
	v, ok := data.(reflect.Value)
	if !ok {
		v = reflect.ValueOf(data)
	}
	s := &state{tmpl: t, wr: wr, vars: []variable{{"$", v}}}
	if t.Tree == nil || t.Root == nil {
		s.errorf("%q is an incomplete or empty template", t.Name())
	}
	s.walk(v, t.Root)
	return nil
}

func doublePercent(s string) string { return strings.ReplaceAll(s, "%", "%%") }

func (s *state) errorf(format string, args ...any) {
	name := doublePercent(s.tmpl.Name())
	if s.node == nil {
		format = fmt.Sprintf("template: %s: %s", name, format)
	} else {
		location, context := s.tmpl.ErrorContext(s.node)
		if len(context) > 20 {
			context = fmt.Sprintf("%.20s...", context)
		}
		format = fmt.Sprintf("template: %s: executing %q at <%s>: %s", location, name, doublePercent(context), format)
	}
	panic(ExecError{s.tmpl.Name(), fmt.Errorf(format, args...)})
}

func (s *state) at(n parse.Node) { s.node = n }

func (s *state) lookup(name string) reflect.Value {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i].value
		}
	}
	s.errorf("undefined variable: %s", name)
	return reflect.Value{}
}

func (s *state) assign(name string, v reflect.Value) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			s.vars[i].value = v
			return
		}
	}
	s.errorf("undefined variable: %s", name)
}

// walk executes a node.
func (s *state) walk(dot reflect.Value, n parse.Node) control {
	s.at(n)
	switch n := n.(type) {
	case *parse.ActionNode:
		v := s.pipeline(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			s.print(n, v)
		}
	case *parse.BreakNode:
		return breakLoop
	case *parse.CommentNode:
	case *parse.ContinueNode:
		return nextIteration
	case *parse.IfNode:
		return s.ifOrWith(n.Type(), dot, n.Pipe, n.List, n.ElseList)
	case *parse.ListNode:
		for _, e := range n.Nodes {
			if c := s.walk(dot, e); c != goOn {
				return c
			}
		}
	case *parse.RangeNode:
		s.rangeOver(dot, n)
	case *parse.TemplateNode:
		s.template(dot, n)
	case *parse.TextNode:
		if _, err := s.wr.Write(n.Text); err != nil {
			panic(writeError{err})
		}
	case *parse.WithNode:
		return s.ifOrWith(n.Type(), dot, n.Pipe, n.List, n.ElseList)
	default:
		s.errorf("unknown node: %s", n)
	}
	return goOn
}

func (s *state) ifOrWith(k parse.NodeType, dot reflect.Value, pipe *parse.PipeNode, list, elseList *parse.ListNode) control {
	defer func(n int) { s.vars = s.vars[:n] }(len(s.vars))
	v := s.pipeline(dot, pipe)
	truth, ok := isTrue(indirectInterface(v))
	if !ok {
		s.errorf("if/with can't use %v", v)
	}
	switch {
	case truth && k == parse.NodeWith:
		return s.walk(v, list)
	case truth:
		return s.walk(dot, list)
	case elseList != nil:
		return s.walk(dot, elseList)
	}
	return goOn
}

// IsTrue reports whether a value counts as true, and whether that has a meaning.
func IsTrue(val any) (truth, ok bool) { return isTrue(reflect.ValueOf(val)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	if !v.IsValid() {
		return false, true
	}
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Bool:
		return v.Bool(), true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil(), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int() != 0, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return v.Uint() != 0, true
	case reflect.Struct:
		return true, true
	}
	return false, false
}

func (s *state) rangeOver(dot reflect.Value, r *parse.RangeNode) {
	s.at(r)
	defer func(n int) { s.vars = s.vars[:n] }(len(s.vars))
	v, _ := indirect(s.pipeline(dot, r.Pipe))
	mark := len(s.vars)
	// one runs the body and reports whether to go on.
	one := func(index, elem reflect.Value, only bool) bool {
		if n := len(r.Pipe.Decl); n > 0 {
			last := elem
			if n > 1 {
				if r.Pipe.IsAssign {
					s.assign(r.Pipe.Decl[0].Ident[0], index)
				} else {
					s.vars[len(s.vars)-2].value = index
				}
			} else if only {
				last = index
			}
			if r.Pipe.IsAssign {
				s.assign(r.Pipe.Decl[n-1].Ident[0], last)
			} else {
				s.vars[len(s.vars)-1].value = last
			}
		}
		c := s.walk(elem, r.List)
		s.vars = s.vars[:mark]
		return c != breakLoop
	}
	ran := false
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if len(r.Pipe.Decl) > 1 {
			s.errorf("can't use %v to iterate over more than one variable", v)
		}
		v.Seq()(func(i reflect.Value) bool {
			ran = true
			return one(i, i, true)
		})
	case reflect.Array, reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			ran = true
			if !one(reflect.ValueOf(i), v.Index(i), false) {
				break
			}
		}
	case reflect.Map:
		for _, k := range sortedKeys(v) {
			ran = true
			if !one(k, v.MapIndex(k), false) {
				break
			}
		}
	case reflect.Chan:
		if v.IsNil() {
			break
		}
		if v.Type().ChanDir() == reflect.SendDir {
			s.errorf("range over send-only channel %v", v)
		}
		for i := 0; ; i++ {
			e, ok := v.Recv()
			if !ok {
				break
			}
			ran = true
			if !one(reflect.ValueOf(i), e, false) {
				break
			}
		}
	case reflect.Invalid:
	case reflect.Func:
		switch {
		case v.Type().CanSeq():
			if len(r.Pipe.Decl) > 1 {
				s.errorf("can't use %v iterate over more than one variable", v)
			}
			v.Seq()(func(x reflect.Value) bool {
				ran = true
				return one(x, x, true)
			})
		case v.Type().CanSeq2():
			v.Seq2()(func(k, e reflect.Value) bool {
				ran = true
				if len(r.Pipe.Decl) > 1 {
					return one(k, e, false)
				}
				return one(k, e, true)
			})
		default:
			s.errorf("range can't iterate over %v", v)
		}
	default:
		s.errorf("range can't iterate over %v", v)
	}
	if !ran && r.ElseList != nil {
		s.walk(dot, r.ElseList)
	}
}

// sortedKeys orders keys of numbers and strings; others as they come.
func sortedKeys(m reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	slices.SortStableFunc(keys, compareKeys)
	return keys
}

func compareKeys(a, b reflect.Value) int {
	less := func(x, y bool) int {
		switch {
		case x:
			return -1
		case y:
			return 1
		}
		return 0
	}
	if a.Kind() != b.Kind() {
		return 0
	}
	switch {
	case a.CanInt():
		return less(a.Int() < b.Int(), a.Int() > b.Int())
	case a.CanUint():
		return less(a.Uint() < b.Uint(), a.Uint() > b.Uint())
	case a.CanFloat():
		return less(a.Float() < b.Float(), a.Float() > b.Float())
	case a.Kind() == reflect.String:
		return strings.Compare(a.String(), b.String())
	case a.Kind() == reflect.Bool:
		return less(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case a.Kind() == reflect.Interface:
		return compareKeys(a.Elem(), b.Elem())
	}
	return 0
}

func (s *state) template(dot reflect.Value, n *parse.TemplateNode) {
	s.at(n)
	x := s.tmpl.Lookup(n.Name)
	if x == nil {
		s.errorf("template %q not defined", n.Name)
	}
	if s.depth == maxDepth {
		s.errorf("exceeded maximum template depth (%v)", maxDepth)
	}
	dot = s.pipeline(dot, n.Pipe)
	inner := *s
	inner.depth++
	inner.tmpl = x
	inner.vars = []variable{{"$", dot}}
	inner.walk(dot, x.Root)
}

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

// indirect follows pointers and interfaces to a value; isNil if it stops at a nil one.
func indirect(v reflect.Value) (_ reflect.Value, isNil bool) {
	for ; v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface; v = v.Elem() {
		if v.IsNil() {
			return v, true
		}
	}
	return v, false
}

// indirectInterface is what an interface holds.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Interface {
		return v
	}
	if v.IsNil() {
		return reflect.Value{}
	}
	return v.Elem()
}

func (s *state) print(n parse.Node, v reflect.Value) {
	s.at(n)
	x, ok := printable(v)
	if !ok {
		s.errorf("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(s.wr, x); err != nil {
		panic(writeError{err})
	}
}

// printable is what fmt prints for v.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if !v.Type().Implements(errorType) && !v.Type().Implements(stringerType) {
		if p := reflect.PointerTo(v.Type()); v.CanAddr() && (p.Implements(errorType) || p.Implements(stringerType)) {
			v = v.Addr()
		} else {
			switch v.Kind() {
			case reflect.Chan, reflect.Func:
				return nil, false
			}
		}
	}
	return v.Interface(), true
}

// safeCall turns panics of the function into errors.
func safeCall(f reflect.Value, args []reflect.Value) (v reflect.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
			} else {
				err = fmt.Errorf("%v", r)
			}
		}
	}()
	out := f.Call(args)
	if len(out) == 2 && !out[1].IsNil() {
		return out[0], out[1].Interface().(error)
	}
	return out[0], nil
}
