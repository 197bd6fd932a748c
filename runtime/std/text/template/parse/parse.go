// Package parse makes trees of templates for text/template.
package parse

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// Tree is a parsed template.
type Tree struct {
	// Name is the template's name.
	Name string
	// ParseName is the name of the top-level template, for errors.
	ParseName string
	// Root is the top of the tree.
	Root *ListNode
	// Mode changes what is parsed.
	Mode Mode

	text   string
	funcs  []map[string]any
	lex    *lexer
	back   [3]token
	peeked int
	vars   []string
	set    map[string]*Tree
	action int // the line where the action began that is being parsed, 0 outside
	loops  int
}

// Mode changes what is parsed.
type Mode uint

// Modes.
const (
	// ParseComments keeps comments in the tree.
	ParseComments Mode = 1 << iota
	// SkipFuncCheck allows functions that are not defined.
	SkipFuncCheck
)

// New is an empty tree.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name, funcs: funcs} }

// Parse parses a template and those that it defines.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	set := map[string]*Tree{}
	t := New(name)
	t.text = text
	_, err := t.Parse(text, leftDelim, rightDelim, set, funcs...)
	return set, err
}

// Copy is a deep copy without what parsing needs.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text}
}

// Parse parses text and adds it and the templates that it defines to treeSet.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer t.recover(&err)
	t.ParseName = t.Name
	lex := newLexer(text, leftDelim, rightDelim)
	t.start(funcs, lex, treeSet)
	t.text = text
	t.parse()
	t.add()
	t.stop()
	return t, nil
}

func (t *Tree) start(funcs []map[string]any, lex *lexer, set map[string]*Tree) {
	t.Root = nil
	t.lex = lex
	t.vars = []string{"$"}
	t.funcs = funcs
	t.set = set
	lex.comments = t.Mode&ParseComments != 0
	lex.breakOK = !t.hasFunction("break")
	lex.continueOK = !t.hasFunction("continue")
}

func (t *Tree) stop() {
	t.lex, t.vars, t.funcs, t.set = nil, nil, nil, nil
}

// recover turns the panic of a parse error into an error.
func (t *Tree) recover(err *error) {
	e := recover()
	if e == nil {
		return
	}
	if _, ok := e.(runtime.Error); ok {
		panic(e)
	}
	if t != nil {
		t.stop()
	}
	*err = e.(error)
}

// Tokens.

func (t *Tree) next() token {
	if t.peeked > 0 {
		t.peeked--
	} else {
		t.back[0] = t.lex.next()
	}
	return t.back[t.peeked]
}

func (t *Tree) backup() { t.peeked++ }

// backup2 puts a token back before the last one.
func (t *Tree) backup2(first token) {
	t.back[1] = first
	t.peeked = 2
}

func (t *Tree) backup3(second, first token) {
	t.back[1] = first
	t.back[2] = second
	t.peeked = 3
}

func (t *Tree) peek() token {
	if t.peeked > 0 {
		return t.back[t.peeked-1]
	}
	t.peeked = 1
	t.back[0] = t.lex.next()
	return t.back[0]
}

func (t *Tree) nextNonSpace() token {
	for {
		if tok := t.next(); tok.kind != tokSpace {
			return tok
		}
	}
}

func (t *Tree) peekNonSpace() token {
	tok := t.nextNonSpace()
	t.backup()
	return tok
}

// Errors.

func (t *Tree) errorf(format string, args ...any) {
	t.Root = nil
	line := 0
	if t.lex != nil {
		line = t.back[0].line
	}
	format = fmt.Sprintf("template: %s:%d: %s", t.ParseName, line, format)
	panic(fmt.Errorf(format, args...))
}

func (t *Tree) expect(k kind, context string) token {
	tok := t.nextNonSpace()
	if tok.kind != k {
		t.unexpected(tok, context)
	}
	return tok
}

func (t *Tree) expectOneOf(a, b kind, context string) token {
	tok := t.nextNonSpace()
	if tok.kind != a && tok.kind != b {
		t.unexpected(tok, context)
	}
	return tok
}

func (t *Tree) unexpected(tok token, context string) {
	if tok.kind == tokError {
		extra := ""
		if t.action != 0 && t.action != tok.line {
			extra = fmt.Sprintf(" in action started at %s:%d", t.ParseName, t.action)
			if strings.HasSuffix(tok.text, " action") {
				extra = extra[len(" in action"):]
			}
		}
		t.errorf("%s%s", tok, extra)
	}
	t.errorf("unexpected %s in %s", tok, context)
}

// ErrorContext says where a node is, and shows it.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	pos := int(n.Position())
	tree := n.tree()
	if tree == nil {
		tree = t
	}
	text := tree.text[:pos]
	column := pos
	if i := strings.LastIndex(text, "\n"); i >= 0 {
		column = pos - i - 1
	}
	context = n.String()
	return fmt.Sprintf("%s:%d:%d", tree.ParseName, 1+strings.Count(text, "\n"), column), context
}

// add puts the tree into the set; an empty one does not replace another.
func (t *Tree) add() {
	old := t.set[t.Name]
	if old == nil || IsEmptyTree(old.Root) {
		t.set[t.Name] = t
		return
	}
	if !IsEmptyTree(t.Root) {
		t.errorf("template: multiple definition of template %q", t.Name)
	}
}

// IsEmptyTree reports whether a tree has nothing but space, comments and definitions.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		if n == nil {
			return true
		}
		for _, e := range n.Nodes {
			if !IsEmptyTree(e) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	}
	return false
}

// Grammar.

func (t *Tree) parse() {
	t.Root = t.newList(t.peek().pos)
	for t.peek().kind != tokEOF {
		if t.peek().kind == tokLeft {
			left := t.next()
			if t.nextNonSpace().kind == tokDefine {
				n := New("definition")
				n.text = t.text
				n.Mode = t.Mode
				n.ParseName = t.ParseName
				n.start(t.funcs, t.lex, t.set)
				n.definition()
				continue
			}
			t.backup2(left)
		}
		switch n := t.textOrAction(); n.Type() {
		case nodeEnd, nodeElse:
			t.errorf("unexpected %s", n)
		default:
			t.Root.append(n)
		}
	}
}

// definition is what follows {{define.
func (t *Tree) definition() {
	const context = "define clause"
	name := t.expectOneOf(tokString, tokRawString, context)
	var err error
	t.Name, err = strconv.Unquote(name.text)
	if err != nil {
		t.errorf("%s", err)
	}
	t.expect(tokRight, context)
	var end Node
	t.Root, end = t.itemList()
	if end.Type() != nodeEnd {
		t.errorf("unexpected %s in %s", end, context)
	}
	t.add()
	t.stop()
}

// itemList goes up to {{end}} or {{else}}, which it returns too.
func (t *Tree) itemList() (*ListNode, Node) {
	list := t.newList(t.peekNonSpace().pos)
	for t.peekNonSpace().kind != tokEOF {
		n := t.textOrAction()
		switch n.Type() {
		case nodeEnd, nodeElse:
			return list, n
		}
		list.append(n)
	}
	t.errorf("unexpected EOF")
	return nil, nil
}

func (t *Tree) textOrAction() Node {
	switch tok := t.nextNonSpace(); tok.kind {
	case tokText:
		return &TextNode{NodeText, tok.pos, t, []byte(tok.text)}
	case tokLeft:
		t.action = tok.line
		defer func() { t.action = 0 }()
		return t.actionNode()
	case tokComment:
		return &CommentNode{NodeComment, tok.pos, t, tok.text}
	default:
		t.unexpected(tok, "input")
	}
	return nil
}

func (t *Tree) actionNode() Node {
	switch tok := t.nextNonSpace(); tok.kind {
	case tokBlock:
		return t.block()
	case tokBreak:
		return t.breakOrContinue(tok)
	case tokContinue:
		return t.breakOrContinue(tok)
	case tokElse:
		return t.elseControl()
	case tokEnd:
		return &endNode{nodeEnd, t.expect(tokRight, "end").pos, t}
	case tokIf:
		return &IfNode{t.branch(NodeIf, "if")}
	case tokRange:
		return &RangeNode{t.branch(NodeRange, "range")}
	case tokTemplate:
		return t.template()
	case tokWith:
		return &WithNode{t.branch(NodeWith, "with")}
	}
	t.backup()
	tok := t.peek()
	return &ActionNode{NodeAction, tok.pos, t, tok.line, t.pipeline("command", tokRight)}
}

func (t *Tree) breakOrContinue(tok token) Node {
	if end := t.nextNonSpace(); end.kind != tokRight {
		t.unexpected(end, "{{"+tok.text+"}}")
	}
	if t.loops == 0 {
		t.errorf("{{%s}} outside {{range}}", tok.text)
	}
	if tok.kind == tokBreak {
		return &BreakNode{t, NodeBreak, tok.pos, tok.line}
	}
	return &ContinueNode{t, NodeContinue, tok.pos, tok.line}
}

func (t *Tree) elseControl() Node {
	// {{else if}} and {{else with}} leave the word for branch.
	if p := t.peekNonSpace(); p.kind == tokIf || p.kind == tokWith {
		return &elseNode{nodeElse, p.pos, t, p.line}
	}
	tok := t.expect(tokRight, "else")
	return &elseNode{nodeElse, tok.pos, t, tok.line}
}

// branch is the rest of if, range and with.
func (t *Tree) branch(k NodeType, context string) BranchNode {
	defer func(vars int) { t.vars = t.vars[:vars] }(len(t.vars))
	n := BranchNode{NodeType: k, tr: t}
	n.Pipe = t.pipeline(context, tokRight)
	if k == NodeRange {
		t.loops++
	}
	var next Node
	n.List, next = t.itemList()
	if k == NodeRange {
		t.loops--
	}
	if next.Type() == nodeElse {
		// {{else if x}} is {{else}}{{if x}} with one {{end}} for both.
		tok := t.peek()
		switch {
		case context == "if" && tok.kind == tokIf:
			t.next()
			n.ElseList = t.newList(next.Position())
			n.ElseList.append(&IfNode{t.branch(NodeIf, "if")})
		case context == "with" && tok.kind == tokWith:
			t.next()
			n.ElseList = t.newList(next.Position())
			n.ElseList.append(&WithNode{t.branch(NodeWith, "with")})
		default:
			if tok.kind == tokIf || tok.kind == tokWith {
				// Not allowed here.
				t.expect(tokRight, "else")
			}
			n.ElseList, next = t.itemList()
			if next.Type() != nodeEnd {
				t.errorf("expected end; found %s", next)
			}
		}
	}
	n.Pos, n.Line = n.Pipe.Position(), n.Pipe.Line
	return n
}

// block is {{block "name" pipeline}}: a definition and its use.
func (t *Tree) block() Node {
	const context = "block clause"
	tok := t.nextNonSpace()
	name := t.templateName(tok, context)
	pipe := t.pipeline(context, tokRight)
	b := New(name)
	b.text = t.text
	b.Mode = t.Mode
	b.ParseName = t.ParseName
	b.start(t.funcs, t.lex, t.set)
	var end Node
	b.Root, end = b.itemList()
	if end.Type() != nodeEnd {
		t.errorf("unexpected %s in %s", end, context)
	}
	b.add()
	b.stop()
	return &TemplateNode{NodeTemplate, tok.pos, t, tok.line, name, pipe}
}

func (t *Tree) template() Node {
	const context = "template clause"
	tok := t.nextNonSpace()
	name := t.templateName(tok, context)
	var pipe *PipeNode
	if t.nextNonSpace().kind != tokRight {
		t.backup()
		pipe = t.pipeline(context, tokRight)
	}
	return &TemplateNode{NodeTemplate, tok.pos, t, tok.line, name, pipe}
}

func (t *Tree) templateName(tok token, context string) string {
	if tok.kind != tokString && tok.kind != tokRawString {
		t.unexpected(tok, context)
	}
	s, err := strconv.Unquote(tok.text)
	if err != nil {
		t.errorf("%s", err)
	}
	return s
}
