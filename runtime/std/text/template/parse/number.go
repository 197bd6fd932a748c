package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// NumberNode is a number in all the types that can hold it.
type NumberNode struct {
	NodeType
	Pos
	tr         *Tree
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string
}

func (n *NumberNode) tree() *Tree                { return n.tr }
func (n *NumberNode) String() string             { return n.Text }
func (n *NumberNode) writeTo(b *strings.Builder) { b.WriteString(n.Text) }

// Copy is a copy.
func (n *NumberNode) Copy() Node { c := *n; return &c }

func (t *Tree) newNumber(pos Pos, s string, k kind) (*NumberNode, error) {
	n := &NumberNode{NodeType: NodeNumber, Pos: pos, tr: t, Text: s}
	if k == tokCharConst {
		r, _, tail, err := strconv.UnquoteChar(s[1:], s[0])
		if err != nil {
			return nil, err
		}
		if tail != "'" {
			return nil, fmt.Errorf("malformed character constant: %s", s)
		}
		n.Int64, n.IsInt = int64(r), true
		n.Uint64, n.IsUint = uint64(r), true
		n.Float64, n.IsFloat = float64(r), true
		return n, nil
	}
	if strings.HasSuffix(s, "i") {
		var c complex128
		if _, err := fmt.Sscan(s, &c); err != nil {
			f, err := strconv.ParseFloat(s[:len(s)-1], 64)
			if err != nil {
				return nil, fmt.Errorf("illegal number syntax: %q", s)
			}
			c = complex(0, f)
		}
		n.Complex128, n.IsComplex = c, true
		n.simplify()
		return n, nil
	}
	if u, err := strconv.ParseUint(s, 0, 64); err == nil {
		n.IsUint, n.Uint64 = true, u
	}
	if i, err := strconv.ParseInt(s, 0, 64); err == nil {
		n.IsInt, n.Int64 = true, i
		if i == 0 {
			// Also -0.
			n.IsUint, n.Uint64 = true, 0
		}
	}
	switch {
	case n.IsInt:
		n.IsFloat, n.Float64 = true, float64(n.Int64)
	case n.IsUint:
		n.IsFloat, n.Float64 = true, float64(n.Uint64)
	default:
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			if !strings.ContainsAny(s, ".eEpP") {
				return nil, fmt.Errorf("integer overflow: %q", s)
			}
			n.IsFloat, n.Float64 = true, f
			if i := int64(f); float64(i) == f {
				n.IsInt, n.Int64 = true, i
			}
			if u := uint64(f); float64(u) == f {
				n.IsUint, n.Uint64 = true, u
			}
		}
	}
	if !n.IsInt && !n.IsUint && !n.IsFloat {
		return nil, fmt.Errorf("illegal number syntax: %q", s)
	}
	return n, nil
}

// simplify finds the other types of a complex number without imaginary part.
func (n *NumberNode) simplify() {
	n.IsFloat = imag(n.Complex128) == 0
	if n.IsFloat {
		n.Float64 = real(n.Complex128)
		if n.IsInt = float64(int64(n.Float64)) == n.Float64; n.IsInt {
			n.Int64 = int64(n.Float64)
		}
		if n.IsUint = float64(uint64(n.Float64)) == n.Float64; n.IsUint {
			n.Uint64 = uint64(n.Float64)
		}
	}
}
