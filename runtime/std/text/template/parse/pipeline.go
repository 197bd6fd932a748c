package parse

import "strconv"

func (t *Tree) pipeline(context string, end kind) *PipeNode {
	first := t.peekNonSpace()
	p := &PipeNode{NodeType: NodePipe, Pos: first.pos, tr: t, Line: first.line}
	for {
		v := t.peekNonSpace()
		if v.kind != tokVariable {
			break
		}
		t.next()
		// The space matters: `$x 23` begins a command.
		after := t.peek()
		next := t.peekNonSpace()
		declared := false
		switch {
		case next.kind == tokAssign, next.kind == tokDeclare:
			p.IsAssign = next.kind == tokAssign
			t.nextNonSpace()
			p.Decl = append(p.Decl, &VariableNode{NodeVariable, v.pos, t, []string{v.text}})
			t.vars = append(t.vars, v.text)
			declared = true
		case next.kind == tokChar && next.text == ",":
			t.nextNonSpace()
			p.Decl = append(p.Decl, &VariableNode{NodeVariable, v.pos, t, []string{v.text}})
			t.vars = append(t.vars, v.text)
			if context == "range" && len(p.Decl) < 2 {
				if k := t.peekNonSpace().kind; k == tokVariable || k == tokRight || k == tokRightParen {
					continue
				}
				t.errorf("range can only initialize variables")
			}
			t.errorf("too many declarations in %s", context)
		case after.kind == tokSpace:
			t.backup3(v, after)
		default:
			t.backup2(v)
		}
		if !declared {
			break
		}
		break
	}
	for {
		switch tok := t.nextNonSpace(); tok.kind {
		case end:
			t.checkPipeline(p, context)
			return p
		case tokBool, tokCharConst, tokDot, tokField, tokIdent, tokNumber, tokNil, tokRawString, tokString, tokVariable, tokLeftParen:
			t.backup()
			p.Cmds = append(p.Cmds, t.command())
		default:
			t.unexpected(tok, context)
		}
	}
}

func (t *Tree) checkPipeline(p *PipeNode, context string) {
	if len(p.Cmds) == 0 {
		t.errorf("missing value for %s", context)
	}
	for i, c := range p.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.errorf("non executable command in pipeline stage %d", i+2)
		}
	}
}

func (t *Tree) command() *CommandNode {
	c := &CommandNode{NodeType: NodeCommand, Pos: t.peekNonSpace().pos, tr: t}
	for {
		t.peekNonSpace()
		if n := t.operand(); n != nil {
			c.Args = append(c.Args, n)
		}
		switch tok := t.next(); tok.kind {
		case tokSpace:
			continue
		case tokRight, tokRightParen:
			t.backup()
		case tokPipe:
		default:
			t.unexpected(tok, "operand")
		}
		break
	}
	if len(c.Args) == 0 {
		t.errorf("empty command")
	}
	return c
}

// operand is a term and its fields.
func (t *Tree) operand() Node {
	n := t.term()
	if n == nil {
		return nil
	}
	if t.peek().kind == tokField {
		c := &ChainNode{NodeType: NodeChain, Pos: t.peek().pos, tr: t, Node: n}
		for t.peek().kind == tokField {
			c.Add(t.next().text)
		}
		switch n.Type() {
		case NodeField:
			return &FieldNode{NodeField, c.Position(), t, append(n.(*FieldNode).Ident, c.Field...)}
		case NodeVariable:
			return &VariableNode{NodeVariable, c.Position(), t, append(n.(*VariableNode).Ident, c.Field...)}
		case NodeBool, NodeString, NodeNumber, NodeNil, NodeDot:
			t.errorf("unexpected . after term %q", n.String())
		default:
			return c
		}
	}
	return n
}

func (t *Tree) term() Node {
	switch tok := t.nextNonSpace(); tok.kind {
	case tokIdent:
		if t.Mode&SkipFuncCheck == 0 && !t.hasFunction(tok.text) {
			t.errorf("function %q not defined", tok.text)
		}
		return NewIdentifier(tok.text).SetTree(t).SetPos(tok.pos)
	case tokDot:
		return &DotNode{NodeDot, tok.pos, t}
	case tokNil:
		return &NilNode{NodeNil, tok.pos, t}
	case tokVariable:
		for _, v := range t.vars {
			if v == tok.text {
				return &VariableNode{NodeVariable, tok.pos, t, []string{tok.text}}
			}
		}
		t.errorf("undefined variable %q", tok.text)
	case tokField:
		return &FieldNode{NodeField, tok.pos, t, []string{tok.text[1:]}}
	case tokBool:
		return &BoolNode{NodeBool, tok.pos, t, tok.text == "true"}
	case tokCharConst, tokNumber:
		n, err := t.newNumber(tok.pos, tok.text, tok.kind)
		if err != nil {
			t.errorf("%s", err)
		}
		return n
	case tokLeftParen:
		return t.pipeline("parenthesized pipeline", tokRightParen)
	case tokString, tokRawString:
		s, err := strconv.Unquote(tok.text)
		if err != nil {
			t.errorf("%s", err)
		}
		return &StringNode{NodeString, tok.pos, t, tok.text, s}
	}
	t.backup()
	return nil
}

func (t *Tree) hasFunction(name string) bool {
	for _, m := range t.funcs {
		if m != nil && m[name] != nil {
			return true
		}
	}
	return false
}
