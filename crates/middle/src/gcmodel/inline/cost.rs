//! The cost of a body, a node at a time.

use super::{BUDGET, Inliner, LITERAL_BUDGET};
use crate::gcmodel::ir::{Class, Data, F, Inline, N, Node, Op};
use crate::gcmodel::static_value::is_no_op;
use golift_types::{Builtin, Const, Type, TypeId};

/// What a call costs beyond its node.
const CALL: i32 = 57;
/// A call of a parameter or captured variable, which may become static in a copy.
const PARAM_CALL: i32 = 17;
/// A function literal beyond its node.
const LITERAL: i32 = 15;
/// `panic` beyond its node.
const PANIC: i32 = 1;
/// `runtime.throw` beyond its node.
const THROW: i32 = 80;

struct Visit {
    f: F,
    budget: i32,
    big: bool,
    reason: Option<&'static str>,
    early: bool,
}

impl Inliner<'_, '_> {
    /// Finds out whether a function can be inlined, and says so.
    pub(super) fn check(&mut self, f: F) {
        if !matches!(self.p.f(f).inl, Inline::Unknown) || self.p.f(f).checking {
            return;
        }
        self.p.f_mut(f).checking = true;
        let mut answer = self.decide(f);
        self.p.f_mut(f).checking = false;
        let known = if self.p.f(f).pkg == self.target { None } else { crate::gcmodel::std_facts::inline_cost(self.w, self.p, f) };
        match known {
            Some(Some(cost)) => {
                // Where golift's own body is another sort of code, the call is only announced.
                if matches!(answer, Inline::Yes(_)) && !self.calls_internal(f) {
                    self.keep_pristine(f);
                }
                self.p.f_mut(f).inl = Inline::Yes(cost);
                return;
            }
            Some(None) => answer = Inline::No(String::from("too expensive")),
            None => {}
        }
        let pos = self.p.f(f).pos;
        let name = self.printer().func_name(f);
        match &answer {
            Inline::No(reason) => {
                if self.out.level > 1 {
                    self.out.say(pos, &format!("cannot inline {name}: {reason}"));
                }
            }
            Inline::Yes(cost) => match self.out.level {
                0 => {}
                1 => self.out.say(pos, &format!("can inline {name}")),
                _ => {
                    let body = self.p.f(f).body.clone().unwrap_or_default();
                    let text = format!("can inline {name} with cost {cost} as: {} {{ {} }}", self.signature(f), self.printer().body(&body));
                    self.out.say(pos, &text);
                }
            },
            Inline::Unknown => {}
        }
        if matches!(answer, Inline::Yes(_)) {
            self.keep_pristine(f);
        }
        self.p.f_mut(f).inl = answer;
    }

    /// Whether a body calls what only golift's library has.
    fn calls_internal(&self, f: F) -> bool {
        let mut todo: Vec<N> = self.p.f(f).body.iter().flatten().copied().collect();
        while let Some(n) = todo.pop() {
            let node = self.p.n(n);
            if node.op == Op::FuncName
                && let Data::Func(g) = node.data
                && self.w.package(self.p.f(g).pkg).path.starts_with("internal/")
            {
                return true;
            }
            todo.extend(node.children());
        }
        false
    }

    fn decide(&mut self, f: F) -> Inline {
        let func = self.p.f(f);
        let pragma = func.pragma;
        let marked = [
            (pragma.noinline, "marked go:noinline"),
            (pragma.uintptr_keep_alive, "marked as having a keep-alive uintptr argument"),
            (pragma.uintptr_escapes, "marked as having an escaping uintptr argument"),
            (pragma.yes_write_barrier_rec, "marked go:yeswritebarrierrec"),
            (func.body.is_none(), "no function body"),
        ];
        if let Some((_, why)) = marked.into_iter().find(|(yes, _)| *yes) {
            return Inline::No(why.to_owned());
        }
        let max = if func.outer.is_some() { LITERAL_BUDGET } else { BUDGET };
        let body = func.body.clone().unwrap_or_default();
        let big = self.node_count(f) > super::BIG_NODES;
        let mut v = Visit { f, budget: max, big, reason: None, early: self.out.level < 2 };
        for n in body {
            if self.cost(n, &mut v) {
                return Inline::No(v.reason.unwrap_or("too expensive").to_owned());
            }
        }
        if v.budget < 0 {
            return Inline::No(format!("function too complex: cost {} exceeds budget {max}", max - v.budget));
        }
        Inline::Yes(max - v.budget)
    }

    fn stop(v: &mut Visit, why: &'static str) -> bool {
        v.reason = Some(why);
        true
    }

    /// Charges for a node and what is below it; true when it cannot be inlined at all.
    fn cost(&mut self, n: N, v: &mut Visit) -> bool {
        let node = self.p.n(n).clone();
        match node.op {
            Op::Call => {
                if self.call_cost(&node, v) {
                    return true;
                }
            }
            Op::CallInter => v.budget -= CALL,
            Op::BuiltinCall => match node.data {
                Data::Builtin(Builtin::Panic) => {
                    if node.list.first().is_some_and(|&x| self.p.n(x).op == Op::ConvIface && self.p.n(x).implicit) {
                        v.budget += 1;
                    }
                    v.budget -= PANIC;
                }
                Data::Builtin(Builtin::Recover) => return Self::stop(v, "call to recover"),
                _ => {}
            },
            Op::Closure => v.budget -= LITERAL,
            Op::Go => return Self::stop(v, "unhandled op GO"),
            Op::Defer => return Self::stop(v, "unhandled op DEFER"),
            Op::Addr => {
                // The address of a first field is that of the struct.
                if let Some(x) = node.x
                    && matches!(self.p.n(x).op, Op::Dot | Op::DotPtr)
                    && self.p.n(x).x.is_some_and(|b| self.p.n(b).op == Op::Name)
                    && self.field_offset(x) == 0
                {
                    v.budget += 2;
                }
            }
            Op::Deref => {
                let mut at = node.x;
                while let Some(x) = at.filter(|&x| is_no_op(self.w, self.p, self.p.n(x))) {
                    at = self.p.n(x).x;
                }
                if at.is_some_and(|x| self.p.n(x).op == Op::Addr) {
                    v.budget += 1;
                }
            }
            Op::Conv if is_no_op(self.w, self.p, &node) => v.budget += 1,
            Op::Fallthrough | Op::TypeExpr => return false,
            Op::If => {
                if let Some(Data::Const(Const::Bool(value))) = node.x.map(|x| self.p.n(x)).filter(|x| x.op == Op::Literal).map(|x| x.data.clone()) {
                    let list = if value { &node.body } else { &node.rhs };
                    let all: Vec<N> = node.init.iter().chain(list).copied().collect();
                    return all.into_iter().any(|c| self.cost(c, v));
                }
            }
            Op::Block => v.budget += 1,
            Op::MethValue | Op::SliceLit => v.budget -= 1,
            Op::MethExpr => v.budget += 1,
            Op::AssignPair => {
                let init = node.rhs.first().map(|&r| &self.p.n(r).init);
                if init.is_some_and(|i| i.len() == 1) {
                    v.budget += 4 * node.list.len() as i32 + 1;
                }
            }
            // The clause's variable, and the name in the guard, are nodes of their own.
            Op::Case if matches!(node.data, Data::Var(_)) => v.budget -= 1,
            Op::TypeGuard if node.flag => v.budget -= 1,
            _ => {}
        }
        v.budget -= 1;
        if v.budget < 0 && v.early {
            return Self::stop(v, "too expensive");
        }
        node.children().into_iter().any(|c| self.cost(c, v))
    }

    fn field_offset(&self, dot: N) -> u64 {
        let node = self.p.n(dot);
        let (Some(x), Data::Field(_, i)) = (node.x, &node.data) else { return 1 };
        let ty = self.w.deref(self.p.n(x).ty).0;
        self.w.field_offsets(ty).get(*i as usize).copied().unwrap_or(1)
    }

    fn call_cost(&mut self, node: &Node, v: &mut Visit) -> bool {
        let Some(fun) = node.x else { return false };
        let mut extra = CALL;
        if matches!(&self.p.n(fun).data, Data::Sym(name) if name.as_str() == "runtime.panicrangestate") {
            return false;
        }
        if let Some(f) = crate::gcmodel::static_value::callee_of(self.p, fun)
            && self.p.f(f).outer.is_none()
        {
            let path = self.w.package(self.p.f(f).pkg).path.as_str();
            let name = self.p.f(f).name.as_str();
            match (path, name) {
                ("runtime", "throw") => {
                    v.budget -= THROW;
                    return false;
                }
                ("runtime", "getcallerpc" | "getcallersp") => return Self::stop(v, "call to getcallerpc"),
                _ if super::intrinsics::is_cheap(path, name) => return false,
                _ if super::intrinsics::is_intrinsic(path, name) => return false,
                _ => {}
            }
        }
        if let Some(var) = self.p.var_of(fun)
            && (self.p.v(var).class == Class::Param || self.p.v(var).class != Class::Global && self.p.v(var).func != v.f)
        {
            extra = PARAM_CALL;
        }
        if let Some(callee) = self.callee(v.f, fun)
            && self.affordable(callee, v.big, false)
            && let Inline::Yes(cost) = self.p.f(callee).inl
        {
            v.budget -= cost;
            return false;
        }
        v.budget -= extra;
        false
    }

    /// A function's type as the reports print it: without names.
    fn signature(&self, f: F) -> String {
        let func = self.p.f(f);
        let printer = self.printer();
        let list = |tys: Vec<TypeId>, variadic: bool| {
            let n = tys.len();
            let text: Vec<String> = tys
                .into_iter()
                .enumerate()
                .map(|(i, t)| match self.w.under(t) {
                    Type::Slice(elem) if variadic && i + 1 == n => format!("...{}", printer.ty(*elem)),
                    _ => printer.ty(t),
                })
                .collect();
            text.join(", ")
        };
        let params = list(func.params.iter().map(|p| p.ty).collect(), func.variadic);
        let results: Vec<TypeId> = func.results.iter().map(|&v| self.p.v(v).ty).collect();
        let results = match results.len() {
            0 => String::new(),
            1 => format!(" {}", list(results, false)),
            _ => format!(" ({})", list(results, false)),
        };
        let recv = func.recv.as_ref().map_or(String::new(), |r| format!("method({}) ", printer.ty(r.ty)));
        format!("{recv}func({params}){results}")
    }
}
