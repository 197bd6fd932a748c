package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// A Node is a part of a parsed template.
type Node interface {
	// Type is the sort of node.
	Type() NodeType
	// String is the node as template text.
	String() string
	// Copy is a deep copy.
	Copy() Node
	// Position is the offset in the template.
	Position() Pos

	tree() *Tree
	writeTo(*strings.Builder)
}

// NodeType is the sort of a node.
type NodeType int

// Pos is a byte offset in a template.
type Pos int

// Position is the offset.
func (p Pos) Position() Pos { return p }

// Type is the sort itself.
func (t NodeType) Type() NodeType { return t }

// The sorts of nodes.
const (
	NodeText    NodeType = iota // plain text
	NodeAction                  // an evaluation
	NodeBool                    // true, false
	NodeChain                   // fields of a parenthesised value
	NodeCommand                 // an element of a pipeline
	NodeDot                     // .
	nodeElse
	nodeEnd
	NodeField      // .Field
	NodeIdentifier // a function's name
	NodeIf         // {{if}}
	NodeList       // nodes one after another
	NodeNil        // nil
	NodeNumber     // a number
	NodePipe       // a pipeline
	NodeRange      // {{range}}
	NodeString     // a string
	NodeTemplate   // {{template}}
	NodeVariable   // $x
	NodeWith       // {{with}}
	NodeComment    // {{/* */}}
	NodeBreak      // {{break}}
	NodeContinue   // {{continue}}
)

func text(n Node) string {
	var b strings.Builder
	n.writeTo(&b)
	return b.String()
}

// ListNode is a sequence of nodes.
type ListNode struct {
	NodeType
	Pos
	tr    *Tree
	Nodes []Node
}

func (t *Tree) newList(pos Pos) *ListNode { return &ListNode{NodeType: NodeList, Pos: pos, tr: t} }

func (l *ListNode) append(n Node) { l.Nodes = append(l.Nodes, n) }

func (l *ListNode) tree() *Tree    { return l.tr }
func (l *ListNode) String() string { return text(l) }
func (l *ListNode) writeTo(b *strings.Builder) {
	for _, n := range l.Nodes {
		n.writeTo(b)
	}
}

// CopyList is a deep copy; nil of nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	n := l.tr.newList(l.Pos)
	for _, e := range l.Nodes {
		n.append(e.Copy())
	}
	return n
}

// Copy is a deep copy.
func (l *ListNode) Copy() Node { return l.CopyList() }

// TextNode is plain text.
type TextNode struct {
	NodeType
	Pos
	tr   *Tree
	Text []byte
}

func (t *TextNode) tree() *Tree                { return t.tr }
func (t *TextNode) String() string             { return fmt.Sprintf("%s", t.Text) }
func (t *TextNode) writeTo(b *strings.Builder) { b.WriteString(t.String()) }

// Copy is a deep copy.
func (t *TextNode) Copy() Node {
	return &TextNode{NodeText, t.Pos, t.tr, append([]byte{}, t.Text...)}
}

// CommentNode is a comment.
type CommentNode struct {
	NodeType
	Pos
	tr   *Tree
	Text string
}

func (c *CommentNode) tree() *Tree                { return c.tr }
func (c *CommentNode) String() string             { return text(c) }
func (c *CommentNode) writeTo(b *strings.Builder) { b.WriteString("{{" + c.Text + "}}") }

// Copy is a copy.
func (c *CommentNode) Copy() Node { n := *c; return &n }

// PipeNode is a pipeline, perhaps with variables that it sets.
type PipeNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int
	IsAssign bool
	Decl     []*VariableNode
	Cmds     []*CommandNode
}

func (p *PipeNode) tree() *Tree    { return p.tr }
func (p *PipeNode) String() string { return text(p) }
func (p *PipeNode) writeTo(b *strings.Builder) {
	if len(p.Decl) > 0 {
		for i, v := range p.Decl {
			if i > 0 {
				b.WriteString(", ")
			}
			v.writeTo(b)
		}
		if p.IsAssign {
			b.WriteString(" = ")
		} else {
			b.WriteString(" := ")
		}
	}
	for i, c := range p.Cmds {
		if i > 0 {
			b.WriteString(" | ")
		}
		c.writeTo(b)
	}
}

// CopyPipe is a deep copy; nil of nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	n := &PipeNode{NodeType: NodePipe, Pos: p.Pos, tr: p.tr, Line: p.Line, IsAssign: p.IsAssign}
	for _, d := range p.Decl {
		n.Decl = append(n.Decl, d.Copy().(*VariableNode))
	}
	for _, c := range p.Cmds {
		n.Cmds = append(n.Cmds, c.Copy().(*CommandNode))
	}
	return n
}

// Copy is a deep copy.
func (p *PipeNode) Copy() Node { return p.CopyPipe() }

// ActionNode is {{pipeline}}.
type ActionNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Pipe *PipeNode
}

func (a *ActionNode) tree() *Tree    { return a.tr }
func (a *ActionNode) String() string { return text(a) }
func (a *ActionNode) writeTo(b *strings.Builder) {
	b.WriteString("{{")
	a.Pipe.writeTo(b)
	b.WriteString("}}")
}

// Copy is a deep copy.
func (a *ActionNode) Copy() Node {
	return &ActionNode{NodeAction, a.Pos, a.tr, a.Line, a.Pipe.CopyPipe()}
}

// CommandNode is a function or value with arguments.
type CommandNode struct {
	NodeType
	Pos
	tr   *Tree
	Args []Node
}

func (c *CommandNode) tree() *Tree    { return c.tr }
func (c *CommandNode) String() string { return text(c) }
func (c *CommandNode) writeTo(b *strings.Builder) {
	for i, a := range c.Args {
		if i > 0 {
			b.WriteByte(' ')
		}
		if p, ok := a.(*PipeNode); ok {
			b.WriteByte('(')
			p.writeTo(b)
			b.WriteByte(')')
			continue
		}
		a.writeTo(b)
	}
}

// Copy is a deep copy.
func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	n := &CommandNode{NodeType: NodeCommand, Pos: c.Pos, tr: c.tr}
	for _, a := range c.Args {
		n.Args = append(n.Args, a.Copy())
	}
	return n
}

// IdentifierNode is a function's name.
type IdentifierNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident string
}

// NewIdentifier is a node without a place.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the place and returns the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree and returns the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) tree() *Tree                { return i.tr }
func (i *IdentifierNode) String() string             { return i.Ident }
func (i *IdentifierNode) writeTo(b *strings.Builder) { b.WriteString(i.Ident) }

// Copy is a copy.
func (i *IdentifierNode) Copy() Node { n := *i; return &n }

// VariableNode is $x, perhaps with fields.
type VariableNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (v *VariableNode) tree() *Tree                { return v.tr }
func (v *VariableNode) String() string             { return text(v) }
func (v *VariableNode) writeTo(b *strings.Builder) { b.WriteString(strings.Join(v.Ident, ".")) }

// Copy is a deep copy.
func (v *VariableNode) Copy() Node {
	return &VariableNode{NodeVariable, v.Pos, v.tr, append([]string{}, v.Ident...)}
}

// DotNode is the dot.
type DotNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type is NodeDot.
func (d *DotNode) Type() NodeType { return NodeDot }

func (d *DotNode) tree() *Tree                { return d.tr }
func (d *DotNode) String() string             { return "." }
func (d *DotNode) writeTo(b *strings.Builder) { b.WriteByte('.') }

// Copy is a copy.
func (d *DotNode) Copy() Node { n := *d; return &n }

// NilNode is nil.
type NilNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type is NodeNil.
func (n *NilNode) Type() NodeType { return NodeNil }

func (n *NilNode) tree() *Tree                { return n.tr }
func (n *NilNode) String() string             { return "nil" }
func (n *NilNode) writeTo(b *strings.Builder) { b.WriteString("nil") }

// Copy is a copy.
func (n *NilNode) Copy() Node { c := *n; return &c }

// FieldNode is .A.B.
type FieldNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (f *FieldNode) tree() *Tree                { return f.tr }
func (f *FieldNode) String() string             { return text(f) }
func (f *FieldNode) writeTo(b *strings.Builder) { b.WriteString("." + strings.Join(f.Ident, ".")) }

// Copy is a deep copy.
func (f *FieldNode) Copy() Node {
	return &FieldNode{NodeField, f.Pos, f.tr, append([]string{}, f.Ident...)}
}

// ChainNode is fields of a term: (x).A.B.
type ChainNode struct {
	NodeType
	Pos
	tr    *Tree
	Node  Node
	Field []string
}

// Add appends a field, with its dot.
func (c *ChainNode) Add(field string) {
	if len(field) == 0 || field[0] != '.' {
		panic("no dot in field")
	}
	field = field[1:]
	if field == "" {
		panic("empty field")
	}
	c.Field = append(c.Field, field)
}

func (c *ChainNode) tree() *Tree    { return c.tr }
func (c *ChainNode) String() string { return text(c) }
func (c *ChainNode) writeTo(b *strings.Builder) {
	if p, ok := c.Node.(*PipeNode); ok {
		b.WriteByte('(')
		p.writeTo(b)
		b.WriteByte(')')
	} else {
		c.Node.writeTo(b)
	}
	for _, f := range c.Field {
		b.WriteString("." + f)
	}
}

// Copy is a deep copy.
func (c *ChainNode) Copy() Node {
	return &ChainNode{NodeChain, c.Pos, c.tr, c.Node, append([]string{}, c.Field...)}
}

// BoolNode is true or false.
type BoolNode struct {
	NodeType
	Pos
	tr   *Tree
	True bool
}

func (n *BoolNode) tree() *Tree                { return n.tr }
func (n *BoolNode) String() string             { return strconv.FormatBool(n.True) }
func (n *BoolNode) writeTo(b *strings.Builder) { b.WriteString(n.String()) }

// Copy is a copy.
func (n *BoolNode) Copy() Node { c := *n; return &c }

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

// StringNode is a string.
type StringNode struct {
	NodeType
	Pos
	tr     *Tree
	Quoted string
	Text   string
}

func (s *StringNode) tree() *Tree                { return s.tr }
func (s *StringNode) String() string             { return s.Quoted }
func (s *StringNode) writeTo(b *strings.Builder) { b.WriteString(s.Quoted) }

// Copy is a copy.
func (s *StringNode) Copy() Node { c := *s; return &c }

// endNode is {{end}}; elseNode is {{else}}. They are not part of trees.
type endNode struct {
	NodeType
	Pos
	tr *Tree
}

func (e *endNode) tree() *Tree                { return e.tr }
func (e *endNode) String() string             { return "{{end}}" }
func (e *endNode) writeTo(b *strings.Builder) { b.WriteString("{{end}}") }
func (e *endNode) Copy() Node                 { c := *e; return &c }

type elseNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
}

func (e *elseNode) tree() *Tree                { return e.tr }
func (e *elseNode) String() string             { return "{{else}}" }
func (e *elseNode) writeTo(b *strings.Builder) { b.WriteString("{{else}}") }
func (e *elseNode) Copy() Node                 { c := *e; return &c }

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode
}

func (n *BranchNode) tree() *Tree    { return n.tr }
func (n *BranchNode) String() string { return text(n) }
func (n *BranchNode) writeTo(b *strings.Builder) {
	name := "if"
	switch n.NodeType {
	case NodeRange:
		name = "range"
	case NodeWith:
		name = "with"
	}
	b.WriteString("{{" + name + " ")
	n.Pipe.writeTo(b)
	b.WriteString("}}")
	n.List.writeTo(b)
	if n.ElseList != nil {
		b.WriteString("{{else}}")
		n.ElseList.writeTo(b)
	}
	b.WriteString("{{end}}")
}

func (n *BranchNode) copied() BranchNode {
	return BranchNode{n.NodeType, n.Pos, n.tr, n.Line, n.Pipe.CopyPipe(), n.List.CopyList(), n.ElseList.CopyList()}
}

// Copy is a deep copy, of the node's own sort.
func (n *BranchNode) Copy() Node {
	switch n.NodeType {
	case NodeIf:
		return &IfNode{n.copied()}
	case NodeRange:
		return &RangeNode{n.copied()}
	}
	return &WithNode{n.copied()}
}

// IfNode is {{if}}.
type IfNode struct{ BranchNode }

// Copy is a deep copy.
func (i *IfNode) Copy() Node { return &IfNode{i.copied()} }

// RangeNode is {{range}}.
type RangeNode struct{ BranchNode }

// Copy is a deep copy.
func (r *RangeNode) Copy() Node { return &RangeNode{r.copied()} }

// WithNode is {{with}}.
type WithNode struct{ BranchNode }

// Copy is a deep copy.
func (w *WithNode) Copy() Node { return &WithNode{w.copied()} }

// BreakNode is {{break}}.
type BreakNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (n *BreakNode) tree() *Tree                { return n.tr }
func (n *BreakNode) String() string             { return "{{break}}" }
func (n *BreakNode) writeTo(b *strings.Builder) { b.WriteString("{{break}}") }

// Copy is a copy.
func (n *BreakNode) Copy() Node { c := *n; return &c }

// ContinueNode is {{continue}}.
type ContinueNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (n *ContinueNode) tree() *Tree                { return n.tr }
func (n *ContinueNode) String() string             { return "{{continue}}" }
func (n *ContinueNode) writeTo(b *strings.Builder) { b.WriteString("{{continue}}") }

// Copy is a copy.
func (n *ContinueNode) Copy() Node { c := *n; return &c }

// TemplateNode is {{template}}.
type TemplateNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Name string
	Pipe *PipeNode
}

func (t *TemplateNode) tree() *Tree    { return t.tr }
func (t *TemplateNode) String() string { return text(t) }
func (t *TemplateNode) writeTo(b *strings.Builder) {
	b.WriteString("{{template " + strconv.Quote(t.Name))
	if t.Pipe != nil {
		b.WriteByte(' ')
		t.Pipe.writeTo(b)
	}
	b.WriteString("}}")
}

// Copy is a deep copy.
func (t *TemplateNode) Copy() Node {
	return &TemplateNode{NodeTemplate, t.Pos, t.tr, t.Line, t.Name, t.Pipe.CopyPipe()}
}
