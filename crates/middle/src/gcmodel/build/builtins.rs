//! Calls of predeclared functions.

use super::Builder;
use crate::gcmodel::ir::{Data, N, Node, Op};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Pos;
use golift_frontend::ast::Expr;
use golift_types::{Basic, Builtin, Const, Mode, Type, TypeId};

impl<'w> Builder<'w> {
    pub(super) fn builtin(&mut self, b: Builtin, args: &[Expr], spread: bool, pos: Pos, ty: TypeId) -> N {
        if let [one] = args
            && let Some(types) = self.tuple(one)
        {
            // One call gives all arguments; what it does is seen, its results are not followed.
            let mut list = vec![self.expr(one)];
            list.extend(types.iter().skip(1).map(|&t| self.nil(t, pos)));
            return self.add(Node::new(Op::BuiltinCall, pos, ty).list(list).data(Data::Builtin(b)));
        }
        match b {
            Builtin::New => self.new_call(args, pos, ty),
            Builtin::Make => self.make_call(args, pos, ty),
            Builtin::Append => {
                let slice = ty;
                let elem = match *self.w.under(slice) {
                    Type::Slice(elem) => self.sub(elem),
                    _ => slice,
                };
                let mut list = vec![self.expr_as(&args[0], slice)];
                for a in &args[1..] {
                    let n = if spread { self.expr(a) } else { self.expr_as(a, elem) };
                    list.push(n);
                }
                let mut node = Node::new(Op::BuiltinCall, pos, ty).list(list).data(Data::Builtin(b));
                node.flag = spread;
                self.add(node)
            }
            Builtin::Panic => {
                let any = self.any();
                let x = self.expr_as(&args[0], any);
                self.add(Node::new(Op::BuiltinCall, pos, ty).list(vec![x]).data(Data::Builtin(b)))
            }
            // With one argument that has both values the general case serves.
            Builtin::Delete if args.len() == 2 => {
                let m = self.expr(&args[0]);
                let mt = self.ty(&args[0]);
                let key = match *self.w.under(mt) {
                    Type::Map(key, _) => self.sub(key),
                    _ => mt,
                };
                let k = self.expr_as(&args[1], key);
                self.add(Node::new(Op::BuiltinCall, pos, ty).list(vec![m, k]).data(Data::Builtin(b)))
            }
            Builtin::Min | Builtin::Max | Builtin::Complex => {
                let list = args.iter().map(|a| self.expr_as(a, ty)).collect();
                self.add(Node::new(Op::BuiltinCall, pos, ty).list(list).data(Data::Builtin(b)))
            }
            _ => {
                let list = args.iter().map(|a| self.expr(a)).collect();
                self.add(Node::new(Op::BuiltinCall, pos, ty).list(list).data(Data::Builtin(b)))
            }
        }
    }

    pub(super) fn any(&self) -> TypeId {
        self.w.add_type(Type::Interface { methods: Vec::new(), embeds: Vec::new(), implicit: false })
    }

    /// `new(T)`, and `new(x)` for a value.
    fn new_call(&mut self, args: &[Expr], pos: Pos, ty: TypeId) -> N {
        let arg = unparen(&args[0]);
        if self.tv(arg).is_some_and(|t| t.mode == Mode::Type) {
            return self.add(Node::new(Op::New, pos, ty));
        }
        let elem = self.w.pointer_elem(ty).unwrap_or(ty);
        let x = self.expr_as(arg, elem);
        // A value is put in a temporary, whose address is the result.
        let v = self.temp(elem, pos);
        let assign = self.define(v, x, pos);
        let name = self.p.name(v, pos);
        let mut addr = Node::new(Op::Addr, pos, ty).x(name);
        addr.init = vec![assign];
        self.add(addr)
    }

    fn make_call(&mut self, args: &[Expr], pos: Pos, ty: TypeId) -> N {
        let sizes: Vec<N> = args[1..].iter().map(|a| self.size(a)).collect();
        let op = match self.w.under(ty) {
            Type::Slice(_) => Op::MakeSlice,
            Type::Map(..) => Op::MakeMap,
            _ => Op::MakeChan,
        };
        let mut node = Node::new(op, pos, ty);
        node.x = sizes.first().copied();
        if node.x.is_none() {
            let zero = self.int_literal(0, pos);
            self.p.n_mut(zero).implicit = true;
            node.x = Some(zero);
        }
        node.y = sizes.get(1).copied();
        self.add(node)
    }

    /// A length or capacity: constants are integers.
    fn size(&mut self, e: &Expr) -> N {
        if let Some(value) = self.constant(e) {
            let value = value.to_int();
            let ty = self.ty(e);
            let ty = if self.w.is_integer(ty) { ty } else { Basic::Int.id() };
            let pos = expr_pos(e);
            return self.literal(if let Const::Unknown = value { Const::Int(0) } else { value }, ty, pos);
        }
        self.expr(e)
    }
}
