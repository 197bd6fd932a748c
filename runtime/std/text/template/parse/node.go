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
