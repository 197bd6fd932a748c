//! What expressions make flow.

use super::Batch;
use super::graph::{BLANK, CALLEE, HEAP, Hole, MUTATOR};
use crate::gcmodel::ir::{Class, Data, N, NO_TYPE, Node, Op};
use crate::gcmodel::static_value::is_direct;
use golift_types::{Basic, Type};

impl Batch<'_, '_> {
    pub(super) fn discard(&mut self, n: Option<N>) {
        self.expr(Self::hole(BLANK), n);
    }

    pub(super) fn mutate(&mut self, n: Option<N>) {
        self.expr(Self::hole(MUTATOR), n);
    }

    /// The expression's value flows to `k`.
    pub(super) fn expr(&mut self, k: Hole, n: Option<N>) {
        let Some(n) = n else { return };
        let node = self.p.n(n).clone();
        self.stmts(&node.init);
        let mut k = k;
        if k.derefs >= 0 && node.ty != NO_TYPE && !self.is_tuple(node.ty) && !self.w.has_pointers(node.ty) {
            k.dst = BLANK;
        }
        match node.op {
            Op::Literal | Op::Nil | Op::FuncName | Op::MethExpr | Op::TypeExpr => {}
            Op::Name => {
                if let Some(v) = self.p.var_of(n)
                    && self.p.v(v).class != Class::Global
                {
                    let loc = self.var_location(v);
                    self.flow(k, loc);
                }
            }
            Op::Unary => self.discard(node.x),
            Op::Binary | Op::Logic => {
                self.discard(node.x);
                self.discard(node.y);
            }
            Op::Addr => {
                let k = self.addr(k, n, "address-of");
                self.expr(k, node.x);
            }
            Op::Deref => {
                let k = self.deref(k, n, "indirection");
                self.expr(k, node.x);
            }
            Op::Dot | Op::DotInter => {
                let k = self.note(k, n, "dot");
                self.expr(k, node.x);
            }
            Op::DotPtr => {
                let k = self.deref(k, n, "dot of pointer");
                self.expr(k, node.x);
            }
            Op::DotType => {
                let k = self.dot_type(k, node.ty, n, "dot");
                self.expr(k, node.x);
            }
            Op::Index => {
                let array = node.x.is_some_and(|x| matches!(self.w.under(self.p.n(x).ty), Type::Array(..)));
                let k = if array { self.note(k, n, "fixed-array-index-of") } else { self.deref(k, n, "dot of pointer") };
                self.expr(k, node.x);
                self.discard(node.y);
            }
            Op::IndexMap => {
                self.discard(node.x);
                self.discard(node.y);
            }
            Op::Slice => {
                let k = self.note(k, n, "slice");
                self.expr(k, node.x);
                self.discard(node.y);
                self.discard(node.z);
                self.discard(node.list.first().copied());
            }
            Op::Conv => {
                let unsafe_ptr = self.w.as_basic(node.ty) == Some(Basic::UnsafePointer);
                let from = node.x.map_or(NO_TYPE, |x| self.p.n(x).ty);
                if unsafe_ptr && self.w.as_basic(from) == Some(Basic::Uintptr) {
                    self.unsafe_value(k, node.x);
                } else {
                    self.expr(k, node.x);
                }
            }
            Op::ConvIface => {
                let from = node.x.map_or(NO_TYPE, |x| self.p.n(x).ty);
                if !self.w.is_interface(from) && !is_direct(self.w, from) {
                    k = self.spill(k, n);
                }
                let k = self.note(k, n, "interface-converted");
                self.expr(k, node.x);
            }
            Op::SliceToArray => {
                let k = self.deref(k, n, "slice-to-array");
                self.expr(k, node.x);
            }
            Op::SliceToArrayPtr => self.expr(k, node.x),
            Op::Recv => self.discard(node.x),
            Op::Call | Op::CallInter | Op::InlCall | Op::BuiltinCall => self.call_node(Some(&[k]), n, &node),
            Op::New => {
                let k = self.spill(k, n);
                if let Some(x) = node.x {
                    self.expr(k, Some(x));
                }
            }
            Op::MakeSlice | Op::MakeMap => {
                self.spill(k, n);
                self.discard(node.x);
                self.discard(node.y);
            }
            Op::MakeChan => self.discard(node.x),
            Op::MethValue => self.method_value(k, n, &node),
            Op::PtrLit => {
                let k = self.spill(k, n);
                self.expr(k, node.x);
            }
            Op::ArrayLit | Op::SliceLit => {
                let (k, why) = if node.op == Op::ArrayLit {
                    (k, "array literal element")
                } else {
                    (self.spill(k, n), "slice-literal-element")
                };
                for &el in &node.list {
                    let value = if self.p.n(el).op == Op::Key { self.p.n(el).y } else { Some(el) };
                    let k = self.note(k, n, why);
                    self.expr(k, value);
                }
            }
            Op::StructLit => {
                for &el in &node.list {
                    let k = self.note(k, n, "struct literal element");
                    let value = self.p.n(el).x;
                    self.expr(k, value);
                }
            }
            Op::MapLit => {
                self.spill(k, n);
                // Keys and values of maps are always on the heap.
                for &el in &node.list {
                    let (key, value) = (self.p.n(el).x, self.p.n(el).y);
                    self.assign_heap(key, "map literal key", n);
                    self.assign_heap(value, "map literal value", n);
                }
            }
            Op::Closure => self.closure(k, n, &node),
            Op::StrToBytes | Op::BytesToStr | Op::StrToRunes | Op::RunesToStr | Op::RuneToStr => {
                self.spill(k, n);
                self.discard(node.x);
            }
            Op::AddStr => {
                self.spill(k, n);
                for &x in &node.list {
                    self.discard(Some(x));
                }
            }
            Op::StructKey | Op::Key => self.expr(k, node.x),
            _ => {}
        }
    }

    fn is_tuple(&self, ty: golift_types::TypeId) -> bool {
        matches!(self.w.ty(ty), Type::Tuple(_))
    }

    fn closure(&mut self, k: Hole, n: N, node: &Node) {
        let Data::Func(f) = node.data else { return };
        let k = self.spill(k, n);
        self.closures.push((k, n));
        if !self.p.is_closure(f) {
            return;
        }
        for (v, _) in self.p.f(f).captures.clone() {
            let loc = self.var_location(v);
            let depth = self.loop_depth;
            let l = self.l_mut(loc);
            if !l.captured {
                l.captured = true;
                // Assignments in straight code before the first capture do not matter.
                if l.loop_depth == depth {
                    l.reassigned = false;
                }
            }
        }
        if !self.members.contains(&f) {
            self.members.insert(f);
            let (cur, depth) = (self.cur, self.loop_depth);
            self.init_func(f);
            self.cur = cur;
            self.loop_depth = depth;
        }
        self.walk_func(f);
    }

    /// Decides how a literal captures each variable, and lets them flow to it.
    pub(super) fn flow_closure(&mut self, k: Hole, n: N) {
        let Data::Func(f) = self.p.n(n).data else { return };
        for (v, pos) in self.p.f(f).captures.clone() {
            let loc = self.var_location(v);
            let l = self.l(loc);
            let size = self.w.size_of(self.p.v(v).ty);
            let (addr, assign) = (l.addr_taken, l.reassigned);
            let by_value = !addr && !assign && size <= 128;
            if self.verbose() {
                let how = if by_value { "value" } else { "ref" };
                let func = self.printer().func_name(self.p.v(v).func);
                let text = format!("{func} capturing by {how}: {} (addr={addr} assign={assign} width={size})", self.p.v(v).name);
                let at = self.p.v(v).pos;
                self.out.say(at, &text);
            }
            let mut k = k;
            if !by_value {
                k = Self::shift(k, -1);
                k = self.note_var(k, v, pos, "reference");
            }
            let k = self.note_var(k, v, pos, "captured by a closure");
            self.flow(k, loc);
        }
    }

    fn method_value(&mut self, k: Hole, n: N, node: &Node) {
        // The receiver flows to the value and to the method's receiver parameter; results go to unknown places.
        let closure = self.spill(k, n);
        let Data::Method(f, ..) = node.data else { return };
        let ks: Vec<Hole> = match f {
            Some(f) => self.p.f(f).results.iter().map(|_| Self::hole(HEAP)).collect(),
            None => Vec::new(),
        };
        let recv = match f {
            Some(f) => self.tag_hole(Some(&ks), f, 0, true),
            None => Self::hole(HEAP),
        };
        let k = self.tee(&[recv, closure]);
        self.expr(k, node.x);
    }

    /// An integer that may be an address.
    pub(super) fn unsafe_value(&mut self, k: Hole, n: Option<N>) {
        let Some(n) = n else { return };
        let node = self.p.n(n).clone();
        self.stmts(&node.init);
        match (&node.op, &node.data) {
            (Op::Conv, _) => {
                let from = node.x.map_or(NO_TYPE, |x| self.p.n(x).ty);
                if self.w.as_basic(from) == Some(Basic::UnsafePointer) {
                    self.expr(k, node.x);
                } else {
                    self.discard(node.x);
                }
            }
            (Op::DotPtr, _) if self.is_header_data(n) => {
                let k = self.deref(k, n, "reflect.Header.Data");
                self.expr(k, node.x);
            }
            (Op::Unary, _) => self.unsafe_value(k, node.x),
            (Op::Binary, Data::Bin(op)) if !op.is_comparison() => {
                self.unsafe_value(k, node.x);
                if op.is_shift() {
                    self.discard(node.y);
                } else {
                    self.unsafe_value(k, node.y);
                }
            }
            _ => self.discard(Some(n)),
        }
    }

    /// Whether this is the Data field of a `reflect.SliceHeader` or `reflect.StringHeader`.
    pub(super) fn is_header_data(&self, n: N) -> bool {
        let node = self.p.n(n);
        let Some(x) = node.x else { return false };
        let ty = self.w.deref(self.p.n(x).ty).0;
        let Some(named) = self.w.as_named(ty) else { return false };
        let obj = self.w.obj(self.w.named_data(named).obj);
        matches!(&node.data, Data::Field(name, _) if name.as_str() == "Data")
            && matches!(obj.name.as_str(), "SliceHeader" | "StringHeader")
            && obj.pkg.is_some_and(|p| self.w.package(p).path == "reflect")
    }

    /// Values that are called reach this hole.
    pub(super) fn callee_hole() -> Hole {
        Self::hole(CALLEE)
    }

}
