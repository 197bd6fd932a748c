// An expression evaluator with precedence, functions, variables and a constant folder.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type expr interface {
	eval(env map[string]float64) (float64, error)
	String() string
}

type num float64
type ref string
type binary struct {
	op   byte
	l, r expr
}
type neg struct{ x expr }
type call struct {
	name string
	args []expr
}

var errDivide = errors.New("division by zero")

func (n num) eval(map[string]float64) (float64, error) { return float64(n), nil }
func (n num) String() string                           { return fmt.Sprint(float64(n)) }
func (r ref) String() string                           { return string(r) }
func (r ref) eval(env map[string]float64) (float64, error) {
	if v, ok := env[string(r)]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("unknown variable %s", string(r))
}
func (b binary) String() string { return fmt.Sprintf("(%v %c %v)", b.l, b.op, b.r) }
func (b binary) eval(env map[string]float64) (float64, error) {
	l, err := b.l.eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.r.eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '^':
		p := 1.0
		for ; r > 0; r-- {
			p *= l
		}
		return p, nil
	}
	if r == 0 {
		return 0, fmt.Errorf("%v: %w", b, errDivide)
	}
	return l / r, nil
}
func (n neg) String() string { return "-" + n.x.String() }
func (n neg) eval(env map[string]float64) (float64, error) {
	v, err := n.x.eval(env)
	return -v, err
}
func (c call) String() string {
	var parts []string
	for _, a := range c.args {
		parts = append(parts, a.String())
	}
	return c.name + "(" + strings.Join(parts, ", ") + ")"
}
func (c call) eval(env map[string]float64) (float64, error) {
	var vals []float64
	for _, a := range c.args {
		v, err := a.eval(env)
		if err != nil {
			return 0, err
		}
		vals = append(vals, v)
	}
	fn, ok := map[string]func(...float64) float64{
		"sum": func(xs ...float64) (s float64) {
			for _, x := range xs {
				s += x
			}
			return
		},
		"max": func(xs ...float64) float64 {
			m := xs[0]
			for _, x := range xs[1:] {
				m = max(m, x)
			}
			return m
		},
	}[c.name]
	if !ok {
		return 0, errors.New("unknown function " + c.name)
	}
	return fn(vals...), nil
}

type parser struct{ rest string }

func (p *parser) next() byte {
	p.rest = strings.TrimLeft(p.rest, " ")
	if p.rest == "" {
		return 0
	}
	return p.rest[0]
}

func (p *parser) take(n int) (s string) { s, p.rest = p.rest[:n], p.rest[n:]; return }

var level = map[byte]int{'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}

func (p *parser) expr(min int) (expr, error) {
	left, err := p.unary()
	for err == nil {
		op := p.next()
		l := level[op]
		if l == 0 || l < min {
			return left, nil
		}
		p.take(1)
		if op != '^' {
			l++
		}
		var right expr
		if right, err = p.expr(l); err == nil {
			left = binary{op, left, right}
		}
	}
	return nil, err
}

func (p *parser) span(ok func(c byte) bool) int {
	n := 0
	for n < len(p.rest) && ok(p.rest[n]) {
		n++
	}
	return n
}

func (p *parser) unary() (expr, error) {
	switch c := p.next(); {
	case c == '-':
		p.take(1)
		x, err := p.unary()
		return neg{x}, err
	case c == '(':
		p.take(1)
		x, err := p.expr(1)
		if err == nil && p.next() != ')' {
			return nil, fmt.Errorf("missing ) before %q", p.rest)
		}
		if err == nil {
			p.take(1)
		}
		return x, err
	case c >= '0' && c <= '9':
		var f float64
		text := p.take(p.span(func(c byte) bool { return c == '.' || c >= '0' && c <= '9' }))
		whole, frac, _ := strings.Cut(text, ".")
		for _, d := range whole + frac {
			f = f*10 + float64(d-'0')
		}
		for range frac {
			f /= 10
		}
		return num(f), nil
	case c >= 'a' && c <= 'z':
		name := p.take(p.span(func(c byte) bool { return c >= 'a' && c <= 'z' }))
		if p.next() != '(' {
			return ref(name), nil
		}
		p.take(1)
		var args []expr
		for p.next() != ')' {
			a, err := p.expr(1)
			if err != nil {
				return nil, err
			}
			args = append(args, a)
			if p.next() == ',' {
				p.take(1)
			}
		}
		p.take(1)
		return call{name, args}, nil
	case c == 0:
		return nil, errors.New("unexpected end")
	default:
		return nil, fmt.Errorf("unexpected %q", c)
	}
}

func main() {
	env := map[string]float64{"x": 3, "y": 0.5}
	for _, s := range []string{"1 + 2*3", "2^3^2", "(1+2)*-x", "10 - 4 - 3", "x*x / y", "sum(1, x, max(2, y*10)) - 1.25", "1/(x-3)", "z+1", "f(1)", "(1+2", "1 + * 2", "", "--x", "100/8/2"} {
		p := &parser{s}
		e, err := p.expr(1)
		if err != nil {
			fmt.Printf("%q: %v\n", s, err)
			continue
		}
		v, err := e.eval(env)
		fmt.Println(e, "=", v, err, errors.Is(err, errDivide))
	}
}
