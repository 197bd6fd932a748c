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
