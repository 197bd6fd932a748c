//! What is too large for the stack, or of unknown size.

use super::Batch;
use super::graph::{HEAP, What};
use crate::gcmodel::ir::{Class, Data, N, Node, Op};
use crate::gcmodel::static_value::{static_int, static_value};
use golift_types::{Basic, Const, Type};

/// Variables beyond this go to the heap.
const MAX_VAR: u64 = 128 << 10;
/// Implicit variables (new, &T{}, make, literals) beyond this go to the heap.
const MAX_IMPLICIT: u64 = 64 << 10;

impl Batch<'_, '_> {
    /// Sends to the heap what cannot be on the stack.
    pub(super) fn heap_reasons(&mut self) {
        for i in 0..self.all.len() {
            let id = self.all[i];
            if let What::Node(n) = self.l(id).what {
                self.use_known_values(n, self.l(id).func);
            }
            if let Some(why) = self.heap_reason(self.l(id).what) {
                let mut k = Self::shift(Self::hole(HEAP), -1);
                k = match self.l(id).what {
                    What::Node(n) => self.note(k, n, why),
                    What::Var(v) => {
                        let pos = self.p.v(v).pos;
                        self.note_var(k, v, pos, why)
                    }
                    What::Temp => k,
                };
                self.flow(k, id);
            }
        }
    }

    /// Sizes and converted values that are known become constants.
    fn use_known_values(&mut self, n: N, func: crate::gcmodel::ir::F) {
        let node = self.p.n(n).clone();
        match node.op {
            Op::MakeSlice => {
                let Some(size) = node.y.or(node.x) else { return };
                if self.p.n(size).op == Op::Literal {
                    return;
                }
                self.reassigned(func);
                let top = self.p.top_level(func);
                if let Some(value) = static_int(self.w, self.p, &self.reassigned[&top], size) {
                    let lit = Node::new(Op::Literal, node.pos, Basic::Int.id()).data(Data::Const(Const::Int(value)));
                    let lit = self.p.add(lit);
                    let make = self.p.n_mut(n);
                    if make.y.is_some() { make.y = Some(lit) } else { make.x = Some(lit) }
                }
            }
            Op::ConvIface => {
                let Some(x) = node.x else { return };
                let from = self.p.n(x).ty;
                if self.p.n(x).op == Op::Literal || self.w.is_interface(from) {
                    return;
                }
                self.reassigned(func);
                let top = self.p.top_level(func);
                let value = static_value(self.w, self.p, &self.reassigned[&top], x);
                if self.p.n(value).op == Op::Literal {
                    let lit = Node::new(Op::Literal, node.pos, from).data(self.p.n(value).data.clone());
                    let lit = self.p.add(lit);
                    self.p.n_mut(n).x = Some(lit);
                }
            }
            _ => {}
        }
    }

    fn heap_reason(&self, what: What) -> Option<&'static str> {
        let (ty, node) = match what {
            What::Temp => return None,
            What::Var(v) => {
                let var = self.p.v(v);
                if var.class != Class::Auto {
                    return None;
                }
                (var.ty, None)
            }
            What::Node(n) => (self.p.n(n).ty, Some(self.p.n(n))),
        };
        if ty == crate::gcmodel::ir::NO_TYPE {
            return None;
        }
        if self.w.size_of(ty) > MAX_VAR {
            return Some("too large for stack");
        }
        let node = node?;
        match node.op {
            Op::New | Op::PtrLit => {
                let elem = self.w.pointer_elem(ty)?;
                (self.w.size_of(elem) > MAX_IMPLICIT).then_some("too large for stack")
            }
            Op::MakeSlice => {
                let size = node.y.or(node.x)?;
                let Type::Slice(elem) = *self.w.under(ty) else { return None };
                let elem = self.w.size_of(elem);
                if elem == 0 {
                    return Some("zero-sized element");
                }
                let size = self.p.n(size);
                let Data::Const(c) = &size.data else { return None };
                let n = c.as_u64().unwrap_or(u64::MAX);
                (n > MAX_IMPLICIT / elem).then_some("too large for stack")
            }
            Op::Closure => {
                let Data::Func(f) = node.data else { return None };
                let size: u64 = self.p.f(f).captures.iter().map(|&(v, _)| self.capture_size(v)).sum();
                (size + 8 > MAX_IMPLICIT).then_some("too large for stack")
            }
            Op::MethValue => {
                let recv = node.x.map_or(0, |x| self.w.size_of(self.p.n(x).ty));
                (recv + 8 > MAX_IMPLICIT).then_some("too large for stack")
            }
            _ => None,
        }
    }

    /// The size of a captured variable in a literal.
    fn capture_size(&self, v: crate::gcmodel::ir::V) -> u64 {
        let size = self.w.size_of(self.p.v(v).ty);
        if size <= 128 { size } else { 8 }
    }
}
