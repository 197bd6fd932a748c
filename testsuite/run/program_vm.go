// A stack machine with an assembler, calls, and errors with positions.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

type opcode byte

const (
	push opcode = iota
	add
	sub
	mul
	div
	dup
	swap
	jump
	jumpZero
	call
	ret
	load
	store
	print1
	halt
)

var mnemonics = map[string]opcode{
	"push": push, "add": add, "sub": sub, "mul": mul, "div": div, "dup": dup, "swap": swap, "jmp": jump,
	"jz": jumpZero, "call": call, "ret": ret, "load": load, "store": store, "print": print1, "halt": halt,
}

type instr struct {
	op   opcode
	arg  int
	line int
}

func assemble(src string) (prog []instr, err error) {
	labels := map[string]int{}
	fixups := map[int]string{}
	for n, line := range strings.Split(src, "\n") {
		line, _, _ = strings.Cut(line, ";")
		f := strings.Fields(line)
		if len(f) > 0 && strings.HasSuffix(f[0], ":") {
			labels[strings.TrimSuffix(f[0], ":")] = len(prog)
			f = f[1:]
		}
		if len(f) == 0 {
			continue
		}
		op, ok := mnemonics[f[0]]
		if !ok {
			return nil, fmt.Errorf("line %d: unknown instruction %q", n+1, f[0])
		}
		in := instr{op: op, line: n + 1}
		if len(f) > 1 {
			if in.arg, err = strconv.Atoi(f[1]); err != nil {
				fixups[len(prog)] = f[1]
			}
		}
		prog = append(prog, in)
	}
	for at := range prog {
		if name, ok := fixups[at]; ok {
			target, ok := labels[name]
			if !ok {
				return nil, fmt.Errorf("line %d: unknown label %q", prog[at].line, name)
			}
			prog[at].arg = target
		}
	}
	return prog, nil
}

type machine struct {
	prog   []instr
	stack  []int
	frames []int
	memory [16]int
	steps  int
	out    []string
}

func (m *machine) pop() int {
	v := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	return v
}

func (m *machine) run() (err error) {
	pc := 0
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("line %d: %v", m.prog[pc].line, r)
		}
	}()
	for {
		in := m.prog[pc]
		m.steps++
		next := pc + 1
		switch in.op {
		case push:
			m.stack = append(m.stack, in.arg)
		case add, sub, mul, div:
			b, a := m.pop(), m.pop()
			switch in.op {
			case add:
				a += b
			case sub:
				a -= b
			case mul:
				a *= b
			case div:
				a /= b
			}
			m.stack = append(m.stack, a)
		case dup:
			v := m.pop()
			m.stack = append(m.stack, v, v)
		case swap:
			b, a := m.pop(), m.pop()
			m.stack = append(m.stack, b, a)
		case jumpZero:
			if m.pop() != 0 {
				break
			}
			fallthrough
		case jump:
			next = in.arg
		case call:
			m.frames = append(m.frames, next)
			next = in.arg
		case ret:
			next = m.frames[len(m.frames)-1]
			m.frames = m.frames[:len(m.frames)-1]
		case load:
			m.stack = append(m.stack, m.memory[in.arg])
		case store:
			m.memory[in.arg] = m.pop()
		case print1:
			m.out = append(m.out, strconv.Itoa(m.pop()))
		case halt:
			return nil
		}
		pc = next
	}
}

func main() {
	for _, src := range []string{`
		push 10
		store 0
		push 1
		store 1
	loop:	load 0
		jz done
		load 1
		load 0
		mul
		store 1
		load 0
		push 1
		sub
		store 0
		jmp loop
	done:	load 1
		print
		push 7
		call square ; a call
		print
		halt
	square:	dup
		mul
		ret`,
		"push 1\npush 0\ndiv\nhalt", "add", "frob 1", "jmp nowhere", "push 1\nstore 99", "ret", "push 1",
	} {
		prog, err := assemble(src)
		if err != nil {
			fmt.Println("assembler:", err)
			continue
		}
		m := &machine{prog: append(prog[:len(prog):len(prog)], instr{op: halt, line: -1})}
		err = m.run()
		fmt.Println(m.out, m.steps, len(m.stack), err)
	}
}
