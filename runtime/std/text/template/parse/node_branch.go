package parse

import (
	"strconv"
	"strings"
)

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
