//! Conversions, explicit and implicit.

use super::Builder;
use crate::gcmodel::ir::{Data, N, NO_TYPE, Node, Op};
use golift_base::Pos;
use golift_types::{Basic, Const, Type, TypeId};

impl<'w> Builder<'w> {
    /// Converts to the type of the place that a value goes to.
    pub(super) fn implicit(&mut self, n: N, to: TypeId, pos: Pos) -> N {
        let from = self.nty(n);
        if to == NO_TYPE || from == NO_TYPE || from == to || self.w.identical(from, to) {
            return n;
        }
        if self.p.n(n).op == Op::Nil {
            self.p.n_mut(n).ty = to;
            return n;
        }
        self.convert(n, to, pos, true)
    }

    /// A conversion.
    pub(super) fn convert(&mut self, n: N, to: TypeId, pos: Pos, implicit: bool) -> N {
        let from = self.nty(n);
        let op = self.conversion_op(from, to);
        if op == Op::StrToRunes
            && let Data::Const(Const::String(text)) = &self.p.n(n).data
        {
            // A constant string's runes are a literal.
            let runes: Vec<i64> = String::from_utf8_lossy(text).chars().map(|c| i64::from(c as u32)).collect();
            let list = runes.iter().map(|&r| self.literal(Const::Int(r), Basic::Int32.id(), pos)).collect();
            let node = Node::new(Op::SliceLit, pos, to).list(list).data(Data::Const(Const::Int(runes.len() as i64)));
            return self.add(node);
        }
        if implicit && op == Op::Conv && (self.has_shape(to) || self.has_shape(from)) {
            // Shapes are as good as the types that have them.
            return n;
        }
        let mut node = Node::new(op, pos, to).x(n);
        node.implicit = implicit;
        self.add(node)
    }

    fn conversion_op(&self, from: TypeId, to: TypeId) -> Op {
        let w = self.w;
        if w.is_interface(to) {
            return if w.identical(from, to) { Op::Conv } else { Op::ConvIface };
        }
        if w.is_string(to) {
            return match w.under(from) {
                Type::Slice(elem) if w.size_of(*elem) == 1 => Op::BytesToStr,
                Type::Slice(_) => Op::RunesToStr,
                _ if w.is_integer(from) => Op::RuneToStr,
                _ => Op::Conv,
            };
        }
        match (w.under(from), w.under(to)) {
            (_, Type::Slice(elem)) if w.is_string(from) => {
                if w.size_of(*elem) == 1 { Op::StrToBytes } else { Op::StrToRunes }
            }
            (Type::Slice(_), Type::Array(..)) => Op::SliceToArray,
            (Type::Slice(_), Type::Pointer(elem)) if matches!(w.under(*elem), Type::Array(..)) => Op::SliceToArrayPtr,
            _ => Op::Conv,
        }
    }
}
