//! Constants, names.

use super::Builder;
use crate::gcmodel::ir::{Data, N, Node, Op};
use golift_base::Pos;
use golift_frontend::ast::{Expr, NodeId};
use golift_types::{Basic, Const, ObjId, ObjKind, TypeId};

impl<'w> Builder<'w> {
    pub(super) fn literal(&mut self, value: Const, ty: TypeId, pos: Pos) -> N {
        self.add(Node::new(Op::Literal, pos, ty).data(Data::Const(value)))
    }

    pub(super) fn int_literal(&mut self, value: i64, pos: Pos) -> N {
        self.literal(Const::Int(value), Basic::Int.id(), pos)
    }

    pub(super) fn nil(&mut self, ty: TypeId, pos: Pos) -> N {
        self.add(Node::new(Op::Nil, pos, ty))
    }

    /// The constant that an expression is, if it is one.
    pub(super) fn constant(&self, e: &Expr) -> Option<&'w Const> {
        self.tv(e).and_then(|t| t.value.as_ref())
    }

    /// What a name or qualified identifier denotes.
    pub(super) fn object(&mut self, obj: ObjId, id: NodeId, ty: TypeId, pos: Pos) -> N {
        match self.w.obj(obj).kind {
            ObjKind::Func(_) => {
                let targs: Vec<TypeId> = self.w.info.instances.get(&id).map_or(Vec::new(), |l| l.iter().map(|&t| self.sub(t)).collect());
                if !targs.is_empty() {
                    return self.instance_value(obj, id, &targs, ty, pos);
                }
                match self.func_for(obj, &targs) {
                    Some(f) => self.add(Node::new(Op::FuncName, pos, ty).data(Data::Func(f))),
                    None => self.add(Node::new(Op::FuncName, pos, ty).data(Data::Sym(self.w.obj(obj).name))),
                }
            }
            ObjKind::Nil => self.nil(ty, pos),
            _ => match self.env.get(&obj) {
                Some(&v) => self.use_var(v, pos),
                None => self.global_name(obj, pos),
            },
        }
    }

    /// An instance of a generic function as a value.
    fn instance_value(&mut self, obj: ObjId, id: NodeId, targs: &[TypeId], ty: TypeId, pos: Pos) -> N {
        let node = |f: Option<crate::gcmodel::ir::F>| match f {
            Some(f) => Node::new(Op::FuncName, pos, ty).data(Data::Func(f)),
            None => Node::new(Op::FuncName, pos, ty).data(Data::Sym(self.w.obj(obj).name)),
        };
        if !targs.iter().any(|&t| self.has_shape(t)) {
            let f = self.concrete_func(obj, targs);
            let n = node(f);
            return self.add(n);
        }
        let f = self.func_for(obj, targs);
        self.note_instance_call(obj, id);
        let callee = node(f);
        let callee = self.add(callee);
        let dict = self.dictionary(obj, targs, pos);
        self.curry(callee, vec![dict], false, ty, pos)
    }

    /// Notes that the code being built calls an instance with these type arguments.
    pub(super) fn note_instance_call(&mut self, obj: ObjId, id: NodeId) {
        if let Some(raw) = self.w.info.instances.get(&id) {
            self.note_call(obj, raw);
        }
    }
}
