//! Calls: conversions, predeclared functions, functions, methods, and how arguments meet parameters.

use super::Builder;
use crate::gcmodel::ir::{Data, N, Node, Op};
use crate::lower::func::expr_pos;
use golift_frontend::unparen;
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};
use golift_types::{Mode, ObjKind, SelectionKind, Type, TypeId};

impl<'w> Builder<'w> {
    pub(super) fn call_expr(&mut self, e: &Expr) -> N {
        let ExprKind::Call { fun, args, spread, .. } = &e.kind else { return self.nil(crate::gcmodel::ir::NO_TYPE, e.span.lo) };
        let pos = expr_pos(e);
        let ty = self.ty(e);
        let fun = unparen(fun);
        match self.tv(fun).map(|t| t.mode) {
            Some(Mode::Type) => {
                let x = self.expr(&args[0]);
                let at = expr_pos(unparen(&args[0]));
                return self.convert(x, ty, at, false);
            }
            Some(Mode::Builtin) => {
                let id = match &fun.kind {
                    ExprKind::Selector(_, sel) => sel.id,
                    _ => fun.id,
                };
                if let Some(obj) = self.use_of(id)
                    && let ObjKind::Builtin(b) = self.w.obj(obj).kind
                {
                    return self.builtin(b, args, *spread, pos, ty);
                }
            }
            _ => {}
        }
        let mut first = Vec::new();
        let (callee, recv, dict) = self.callee(fun, &mut first);
        // Shaped code's own types meet the arguments.
        let sig_ty = match (&self.p.n(callee).data, dict) {
            (Data::Func(f) | Data::Method(Some(f), ..), Some(_)) => self.shaped_signature(*f),
            _ => self.ty(fun),
        };
        let mut node = Node::new(if self.p.n(callee).op == Op::DotInter { Op::CallInter } else { Op::Call }, pos, ty).x(callee);
        let (list, init) = self.arguments(recv, args, *spread, sig_ty, pos);
        node.flag = *spread || self.is_variadic(sig_ty);
        node.list = list;
        if let Some(dict) = dict {
            node.list.insert(usize::from(recv.is_some()), dict);
        }
        first.extend(init);
        node.init = first;
        let shaped = self.call_result(sig_ty, ty);
        node.ty = shaped;
        let call = self.add(node);
        if shaped != ty && self.tuple(e).is_none() { self.implicit(call, ty, pos) } else { call }
    }

    /// A call's type where the callee's is `sig`, and the checker says `ty`.
    fn call_result(&self, sig: TypeId, ty: TypeId) -> TypeId {
        match self.w.as_signature(self.w.under_id(sig)).map(|s| &s.results[..]) {
            Some([one]) => one.ty,
            Some(many) if many.len() > 1 => self.w.add_type(Type::Tuple(many.iter().map(|r| r.ty).collect())),
            _ => ty,
        }
    }

    /// The type of shaped code, without dictionary.
    fn shaped_signature(&self, f: crate::gcmodel::ir::F) -> TypeId {
        let func = self.p.f(f);
        let Some(obj) = func.obj else { return func.ty };
        let Some((_, shapes)) = self.shapes_of.iter().rev().find(|(g, _)| *g == f) else { return func.ty };
        let params = self.type_params(obj);
        self.w.subst(func.ty, &golift_types::subst::Substitution::new(&params, shapes))
    }

    fn is_variadic(&self, ty: TypeId) -> bool {
        self.w.as_signature(self.w.under_id(ty)).is_some_and(|s| s.variadic)
    }

    /// The callee, the receiver where it becomes the first argument, and the dictionary of shaped code.
    fn callee(&mut self, fun: &Expr, first: &mut Vec<N>) -> (N, Option<N>, Option<N>) {
        let selector = match &fun.kind {
            ExprKind::Index { x, .. } => unparen(x),
            _ => fun,
        };
        if let ExprKind::Selector(x, sel) = &selector.kind
            && let Some(s) = self.w.info.selections.get(&selector.id)
            && s.kind == SelectionKind::Method
        {
            let pos = expr_pos(selector);
            let ty = self.ty(fun);
            let base = self.expr(x);
            let base = self.without_calls(base, first);
            let path = &s.path[..s.path.len().saturating_sub(1)];
            let m = self.method_on(base, path, s.obj, sel, pos);
            let name = self.w.obj(m.obj).name;
            if self.is_shape(m.recv_ty) {
                if self.w.is_interface(m.recv_ty) && !self.remarks.contains(&pos) {
                    self.remarks.push(pos);
                }
                let callee = self.parameter_method(m.recv_ty, ty, pos);
                return (callee, Some(m.recv), None);
            }
            if m.dynamic {
                let n = self.add(Node::new(Op::DotInter, pos, ty).x(m.recv).data(Data::Method(None, name, m.recv_ty)));
                return (n, None, None);
            }
            let mut recv = m.recv;
            let mut recv_ty = m.recv_ty;
            let mut dict = None;
            if !m.targs.is_empty() {
                recv_ty = self.shaped_type(recv_ty);
                recv = self.implicit(recv, recv_ty, pos);
                dict = Some(self.dictionary(m.obj, &m.targs, pos));
            }
            let n = self.add(Node::new(Op::MethExpr, pos, ty).data(Data::Method(m.func, name, recv_ty)));
            return (n, Some(recv), dict);
        }
        // A generic function.
        let id = match &selector.kind {
            ExprKind::Selector(_, sel) => sel.id,
            _ => selector.id,
        };
        if matches!(selector.kind, ExprKind::Name(_) | ExprKind::Selector(..))
            && let Some(list) = self.w.info.instances.get(&id)
            && let Some(obj) = self.use_of(id)
            && matches!(self.w.obj(obj).kind, ObjKind::Func(_))
        {
            let targs: Vec<TypeId> = list.iter().map(|&t| self.sub(t)).collect();
            if let Some(f) = self.func_for(obj, &targs) {
                let (pos, ty) = (expr_pos(fun), self.ty(fun));
                self.note_instance_call(obj, id);
                if self.whole && !targs.iter().any(|&t| self.has_shape(t)) {
                    self.concrete_func(obj, &targs);
                }
                let dict = self.dictionary(obj, &targs, pos);
                return (self.add(Node::new(Op::FuncName, pos, ty).data(Data::Func(f))), None, Some(dict));
            }
        }
        let n = self.expr(fun);
        (self.without_calls(n, first), None, None)
    }

    /// What is called is evaluated to a temporary if that needs calls.
    pub(super) fn without_calls(&mut self, n: N, first: &mut Vec<N>) -> N {
        if matches!(self.p.n(n).op, Op::Closure | Op::FuncName) || !self.has_call(n) {
            return n;
        }
        let (ty, pos) = (self.nty(n), self.p.n(n).pos);
        let v = self.temp(ty, pos);
        let name = self.p.name(v, pos);
        let dcl = self.add(Node::new(Op::Dcl, pos, crate::gcmodel::ir::NO_TYPE).x(name));
        let target = self.p.name(v, pos);
        let mut assign = Node::new(Op::Assign, pos, crate::gcmodel::ir::NO_TYPE).x(target).y(n);
        assign.init = vec![dcl];
        let assign = self.add(assign);
        self.p.v_mut(v).defn = Some(assign);
        first.push(assign);
        self.p.name(v, pos)
    }

    fn has_call(&self, n: N) -> bool {
        let node = self.p.n(n);
        matches!(node.op, Op::Call | Op::CallInter | Op::BuiltinCall | Op::Recv | Op::MakeSlice | Op::MakeMap | Op::MakeChan)
            || node.children().into_iter().any(|c| self.has_call(c))
    }

    /// Arguments as the parameters take them, and statements that run first.
    fn arguments(&mut self, recv: Option<N>, args: &[Expr], spread: bool, sig: TypeId, pos: Pos) -> (Vec<N>, Vec<N>) {
        let sig = self.w.under_id(sig);
        let (params, variadic): (Vec<TypeId>, bool) = match self.w.as_signature(sig) {
            Some(s) => (s.params.iter().map(|p| self.sub(p.ty)).collect(), s.variadic),
            None => (Vec::new(), false),
        };
        let mut init = Vec::new();
        let mut values: Vec<N> = Vec::new();
        if args.len() == 1 && self.tuple(&args[0]).is_some() {
            let tuple = self.tuple(&args[0]).unwrap_or_default();
            let call = self.expr(&args[0]);
            let temps: Vec<N> = tuple
                .iter()
                .map(|&t| {
                    let v = self.temp(t, pos);
                    let n = self.p.name(v, pos);
                    let dcl = self.add(Node::new(Op::Dcl, pos, crate::gcmodel::ir::NO_TYPE).x(n));
                    init.push(dcl);
                    self.p.name(v, pos)
                })
                .collect();
            let mut node = Node::new(Op::AssignFunc, pos, crate::gcmodel::ir::NO_TYPE).list(temps.clone());
            node.rhs = vec![call];
            node.flag = true;
            let stmt = self.add(node);
            init.push(stmt);
            for t in &temps {
                if let Some(v) = self.p.var_of(*t) {
                    self.p.v_mut(v).defn = Some(stmt);
                    values.push(self.p.name(v, pos));
                }
            }
        } else {
            values.extend(args.iter().map(|a| self.expr(a)));
        }
        let single = args.len() == values.len();
        let at = |i: usize| args.get(i).filter(|_| single).map_or(pos, |a| expr_pos(unparen(a)));
        let fixed = if variadic && !spread { params.len() - 1 } else { params.len() };
        let mut out: Vec<N> = recv.into_iter().collect();
        let rest = values.split_off(fixed.min(values.len()));
        for (i, v) in values.into_iter().enumerate() {
            out.push(self.implicit(v, params[i], at(i)));
        }
        if variadic && !spread {
            let slice = params[fixed];
            out.push(self.variadic(rest, slice, pos, |i| at(fixed + i)));
        }
        (out, init)
    }

    /// The slice of variadic arguments.
    pub(super) fn variadic(&mut self, rest: Vec<N>, slice: TypeId, pos: Pos, at: impl Fn(usize) -> Pos) -> N {
        if rest.is_empty() {
            return self.add(Node::new(Op::Nil, pos, slice));
        }
        let elem = match *self.w.under(slice) {
            Type::Slice(elem) => self.sub(elem),
            _ => slice,
        };
        let list = rest.into_iter().enumerate().map(|(i, v)| self.implicit(v, elem, at(i))).collect();
        self.add(Node::new(Op::SliceLit, pos, slice).list(list).implicit())
    }

    /// The types of an expression with several values.
    pub(super) fn tuple(&self, e: &Expr) -> Option<Vec<TypeId>> {
        let t = self.tv(e)?;
        if t.mode == Mode::CommaOk {
            return None;
        }
        match self.w.ty(self.sub(t.ty)) {
            Type::Tuple(ts) => Some(ts.clone()),
            _ => None,
        }
    }

}
