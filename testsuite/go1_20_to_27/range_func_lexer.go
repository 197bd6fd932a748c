// A lexer and a parser as iterators: state in the iterator, errors as second values, lookahead in the consumer.
package main

import (
	"fmt"
	"strconv"
)

type token struct {
	kind byte
	text string
}

func lex(s string) func(func(token, error) bool) {
	return func(yield func(token, error) bool) {
		for i := 0; i < len(s); {
			switch c := s[i]; {
			case c == ' ':
				i++
			case '0' <= c && c <= '9':
				j := i
				for j < len(s) && '0' <= s[j] && s[j] <= '9' {
					j++
				}
				if !yield(token{'n', s[i:j]}, nil) {
					return
				}
				i = j
			case c == '+' || c == '*' || c == '(' || c == ')' || c == '-':
				if !yield(token{c, string(c)}, nil) {
					return
				}
				i++
			default:
				if !yield(token{}, fmt.Errorf("bad %q at %d", c, i)) {
					return
				}
				i++
			}
		}
	}
}

func eval(s string) (int, error) {
	var values []int
	var ops []byte
	prec := map[byte]int{'+': 1, '-': 1, '*': 2}
	apply := func() error {
		if len(values) < 2 {
			return fmt.Errorf("missing operand")
		}
		a, b := values[len(values)-2], values[len(values)-1]
		values = values[:len(values)-1]
		op := ops[len(ops)-1]
		ops = ops[:len(ops)-1]
		switch op {
		case '+':
			a += b
		case '-':
			a -= b
		case '*':
			a *= b
		}
		values[len(values)-1] = a
		return nil
	}
	for t, err := range lex(s) {
		if err != nil {
			return 0, err
		}
		switch t.kind {
		case 'n':
			n, _ := strconv.Atoi(t.text)
			values = append(values, n)
		case '(':
			ops = append(ops, '(')
		case ')':
			for len(ops) > 0 && ops[len(ops)-1] != '(' {
				if err := apply(); err != nil {
					return 0, err
				}
			}
			if len(ops) == 0 {
				return 0, fmt.Errorf("unmatched )")
			}
			ops = ops[:len(ops)-1]
		default:
			for len(ops) > 0 && prec[ops[len(ops)-1]] >= prec[t.kind] {
				if err := apply(); err != nil {
					return 0, err
				}
			}
			ops = append(ops, t.kind)
		}
	}
	for len(ops) > 0 {
		if err := apply(); err != nil {
			return 0, err
		}
	}
	if len(values) != 1 {
		return 0, fmt.Errorf("%d values", len(values))
	}
	return values[0], nil
}

func main() {
	for _, s := range []string{"1 + 2*3", "(1+2)*3 - 4", "2*(3+(4-1))*5", "1 + x", "1 +", ") 2", "1 2", ""} {
		v, err := eval(s)
		fmt.Printf("%q = %d %v\n", s, v, err)
	}
	bad := 0
	for _, err := range lex("a1b2") {
		if err != nil {
			bad++
			continue
		}
	}
	fmt.Println(bad)
}
