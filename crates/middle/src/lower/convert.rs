//! Conversions, interfaces, type assertions. (Spec, Conversions; Type assertions.)

use super::func::{FuncLowerer, expr_pos};
use golift_frontend::unparen;
use super::value::{CONST, SAFE, Val};
use golift_abi::Builtin;
use golift_abi::typedesc::ITAB_TYPE;
use golift_abi::{BoundsKind};
use golift_base::Pos;
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::{CmpOp, ConvOp, Data, DataKind, Op, Reloc, RelocTarget, SiteKind, Ty, ValueId};
use golift_types::{Basic, Const, Mode, Type, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// Whether the interface has no methods.
    pub fn is_empty_interface(&self, ty: TypeId) -> bool {
        self.w.type_set(self.w.under_id(ty)).methods.is_empty()
    }

    /// Whether interface data words hold values of the type themselves.
    pub fn is_direct(&mut self, ty: TypeId) -> bool {
        self.m.is_direct_iface(ty)
    }

    /// The first word of interface type `iface` for dynamic type `ty`.
    pub fn type_word(&mut self, iface: TypeId, ty: TypeId) -> ValueId {
        let d = if self.is_empty_interface(iface) { self.m.type_desc(ty) } else { self.m.itab(iface, ty) };
        self.data(d)
    }

    /// The descriptor in the first word of an interface value, nil for nil.
    pub fn dynamic_type(&mut self, word: ValueId, iface: TypeId) -> ValueId {
        if self.is_empty_interface(iface) {
            return word;
        }
        let (some, join) = (self.b.new_block(), self.b.new_block());
        let result = self.b.block_param(join, Ty::Ptr);
        let nil = self.is_nil(word);
        let call = |block, args| golift_ssa::BlockCall { block, args };
        let none = self.nil();
        self.b.terminate(golift_ssa::Terminator::Branch {
            cond: nil,
            then: call(join, vec![none]),
            else_: call(some, Vec::new()),
        });
        self.b.enter_sealed(some);
        let d = self.load_scalar(word, ITAB_TYPE as i64, Ty::Ptr, CONST);
        self.b.jump_with(join, &[d]);
        self.b.enter_sealed(join);
        result
    }

    /// Converts a value to an interface type that it implements.
    pub fn to_interface(&mut self, v: Val, from: TypeId, target: TypeId, e: Option<&'p Expr>) -> Val {
        if self.w.is_interface(from) {
            return self.between_interfaces(v, from, target);
        }
        let d = if self.is_empty_interface(target) { self.m.boxed_desc(from) } else { self.m.itab(target, from) };
        let word = self.data(d);
        Val::of(&[word, self.box_data(v, from, e)])
    }

    fn between_interfaces(&mut self, v: Val, from: TypeId, target: TypeId) -> Val {
        let (fe, te) = (self.is_empty_interface(from), self.is_empty_interface(target));
        if (fe && te) || self.same_methods(from, target) {
            return v;
        }
        let d = self.dynamic_type(v.at(0), from);
        if te {
            return Val::of(&[d, v.at(1)]);
        }
        // The dynamic type has the methods; a nil type gives a nil itab.
        let want = self.desc(target);
        let itab = self.builtin1(Builtin::rt_find_itab, &[want, d], None);
        Val::of(&[itab, v.at(1)])
    }

    fn same_methods(&self, a: TypeId, b: TypeId) -> bool {
        self.w.identical(a, b)
    }

    /// The data word for a value of a concrete type.
    fn box_data(&mut self, v: Val, ty: TypeId, e: Option<&'p Expr>) -> ValueId {
        if self.is_direct(ty) {
            return v.scalar();
        }
        let size = self.size_of(ty);
        if size == 0 {
            let d = self.m.const_bytes(&[0; 8], 8);
            return self.data(d);
        }
        if let Some(c) = e.and_then(|e| self.const_value(e)) {
            if let Some(d) = self.static_box(c, ty) {
                return self.data(d);
            }
        }
        if size == 1 {
            let table: Vec<u8> = (0..256u64).flat_map(|i| i.to_le_bytes()).collect();
            let d = self.m.const_bytes(&table, 8);
            let base = self.data(d);
            let v = self.spill_scalar(&v, ty);
            let i = self.conv(ConvOp::ZExt, v, Ty::I64);
            return self.elem_addr(base, i, 8);
        }
        let layout = self.m.layout(ty);
        let (pos, text) = match e {
            Some(e) => (self.box_pos(e), self.text(e)),
            None => (self.pos(), String::from("value")),
        };
        let kind = match *self.w.under(ty) {
            Type::Basic(Basic::String) => SiteKind::BoxString,
            Type::Slice(_) => SiteKind::BoxSlice,
            _ => SiteKind::Box,
        };
        let site = self.site(pos, text, kind, Some(layout));
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        self.store(a, 0, ty, &v, SAFE);
        a
    }

    fn spill_scalar(&mut self, v: &Val, ty: TypeId) -> ValueId {
        match v {
            Val::Flat(vs) if vs.len() == 1 => vs[0],
            other => {
                let a = self.spill(other, ty);
                self.load_scalar(a, 0, Ty::I8, SAFE)
            }
        }
    }

    /// The position that reports give to a conversion: that of the operand.
    fn conversion_pos(&self, e: &'p Expr) -> Pos {
        match &unparen(e).kind {
            ExprKind::Call { fun, args, .. } if self.mode(fun) == Mode::Type => expr_pos(&args[0]),
            _ => expr_pos(e),
        }
    }

    /// The position that reports give to a value that is boxed, or to a conversion to an interface.
    fn box_pos(&mut self, e: &'p Expr) -> Pos {
        if self.w.is_interface(self.ty(e)) { self.conversion_pos(e) } else { expr_pos(e) }
    }

    /// The current position.
    pub fn pos(&self) -> Pos {
        self.b.loc().map_or(Pos::NONE, |l| self.b.func.locs[l].pos)
    }

    /// Read-only memory that holds a constant.
    fn static_box(&mut self, c: &Const, ty: TypeId) -> Option<golift_ssa::DataId> {
        let Type::Basic(b) = *self.w.under(ty) else {
            return None;
        };
        let size = self.size_of(ty) as usize;
        let bytes: Vec<u8> = match b {
            Basic::Bool => vec![c.as_bool()? as u8],
            Basic::Float32 => c.as_f32()?.to_bits().to_le_bytes().to_vec(),
            Basic::Float64 => c.as_f64()?.to_bits().to_le_bytes().to_vec(),
            Basic::Complex64 => {
                let (re, im) = c.parts()?;
                [re.as_f32()?.to_bits().to_le_bytes(), im.as_f32()?.to_bits().to_le_bytes()].concat()
            }
            Basic::Complex128 => {
                let (re, im) = c.parts()?;
                [re.as_f64()?.to_bits().to_le_bytes(), im.as_f64()?.to_bits().to_le_bytes()].concat()
            }
            Basic::String => {
                let s = c.as_bytes()?;
                if let Some(&d) = self.m.body_cache.boxed_strings.get(s) {
                    return Some(d);
                }
                let mut bytes = vec![0; 8];
                bytes.extend((s.len() as u64).to_le_bytes());
                let mut relocs = Vec::new();
                if !s.is_empty() {
                    let target = RelocTarget::Data(self.m.string_data(s));
                    relocs.push(Reloc { offset: 0, target, addend: 0 });
                }
                let name = self.m.unique_name("go:box.string");
                let data = Data { name, kind: DataKind::ReadOnly, align: 8, size: 16, bytes, relocs, pointers: false };
                let d = self.m.add_data(data);
                self.m.body_cache.boxed_strings.insert(s.to_vec(), d);
                return Some(d);
            }
            b if b.is_integer() => c.to_int().low_bits()?.to_le_bytes()[..size].to_vec(),
            _ => return None,
        };
        Some(self.m.const_bytes(&bytes, self.w.align_of(ty)))
    }

    /// `x.(T)`: the value, and with `comma_ok` whether the assertion holds.
    pub fn type_assert(&mut self, e: &'p Expr, x: &'p Expr, comma_ok: bool) -> (Val, Option<ValueId>) {
        let from = self.ty(x);
        let mut target = self.ty(e);
        if comma_ok {
            if let Type::Tuple(ts) = self.w.ty(target) {
                target = self.m.subst(ts[0]);
            }
        }
        let v = self.expr(x);
        self.b.set_pos(expr_pos(e));
        self.assert_value(&v, from, target, comma_ok)
    }

    /// Asserts that an interface value has type `target`.
    pub fn assert_value(&mut self, v: &Val, from: TypeId, target: TypeId, comma_ok: bool) -> (Val, Option<ValueId>) {
        if self.w.is_interface(target) {
            let d = self.dynamic_type(v.at(0), from);
            let want = self.desc(target);
            if !comma_ok {
                let source = self.desc(from);
                let word = if self.is_empty_interface(target) {
                    let (bad, ok) = (self.b.new_cold_block(), self.b.new_block());
                    let nil = self.is_nil(d);
                    self.b.branch(nil, bad, ok);
                    self.b.enter_sealed(bad);
                    self.builtin(Builtin::rt_assert_itab, &[want, d, source], None);
                    self.b.terminate(golift_ssa::Terminator::Unreachable);
                    self.b.enter_sealed(ok);
                    d
                } else {
                    self.builtin1(Builtin::rt_assert_itab, &[want, d, source], None)
                };
                return (Val::of(&[word, v.at(1)]), None);
            }
            let word = if self.is_empty_interface(target) {
                d
            } else {
                self.builtin1(Builtin::rt_find_itab, &[want, d], None)
            };
            let nil = self.nil();
            let ok = self.cmp(CmpOp::Ne, word, nil);
            let data = self.b.emit(Op::Select, &[ok, v.at(1), nil], Ty::Ptr);
            return (Val::of(&[word, data]), Some(ok));
        }
        let want = self.type_word(from, target);
        let same = self.cmp(CmpOp::Eq, v.at(0), want);
        if !comma_ok {
            let (bad, good) = (self.b.new_cold_block(), self.b.new_block());
            self.b.branch(same, good, bad);
            self.b.enter_sealed(bad);
            let d = self.dynamic_type(v.at(0), from);
            let (want, source) = (self.desc(target), self.desc(from));
            self.builtin(Builtin::rt_panicdottype, &[d, want, source], None);
            self.b.terminate(golift_ssa::Terminator::Unreachable);
            self.b.enter_sealed(good);
            return (self.unbox(v.at(1), target), None);
        }
        (self.unbox_if(same, v.at(1), target), Some(same))
    }

    /// The value in a data word if `ok`, else the zero value.
    pub fn unbox_if(&mut self, ok: ValueId, data: ValueId, ty: TypeId) -> Val {
        if self.is_direct(ty) {
            let nil = self.nil();
            return Val::one(self.b.emit(Op::Select, &[ok, data, nil], Ty::Ptr));
        }
        let zero = self.zero(ty);
        let (good, join) = (self.b.new_block(), self.b.new_block());
        let tys: Vec<Ty> = match &zero {
            Val::Flat(vs) => vs.iter().map(|&v| self.b.func.ty(v)).collect(),
            Val::Mem(_) => vec![Ty::Ptr],
        };
        let params: Vec<ValueId> = tys.iter().map(|&t| self.b.block_param(join, t)).collect();
        let call = |block, args| golift_ssa::BlockCall { block, args };
        let none = match &zero {
            Val::Flat(vs) => vs.to_vec(),
            Val::Mem(a) => vec![*a],
        };
        self.b.terminate(golift_ssa::Terminator::Branch {
            cond: ok,
            then: call(good, Vec::new()),
            else_: call(join, none),
        });
        self.b.enter_sealed(good);
        match self.unbox(data, ty) {
            Val::Flat(vs) => self.b.jump_with(join, &vs),
            Val::Mem(a) => self.b.jump_with(join, &[a]),
        }
        self.b.enter_sealed(join);
        match zero {
            Val::Flat(_) => Val::of(&params),
            Val::Mem(_) => Val::Mem(params[0]),
        }
    }

    /// The byte slice behind `string(b)`, if `e` is that conversion.
    pub fn bytes_behind_string(&mut self, e: &'p Expr) -> Option<&'p Expr> {
        let e = unparen(e);
        if self.hoisted.contains_key(&e.id) || self.const_value(e).is_some() {
            return None;
        }
        let ExprKind::Call { fun, args, .. } = &e.kind else {
            return None;
        };
        if self.mode(fun) != Mode::Type {
            return None;
        }
        let (to, from) = (self.ty(e), self.ty(&args[0]));
        (self.w.is_string(to) && self.w.is_bytes(from) && !self.has_call(&args[0])).then(|| &args[0])
    }

    /// The string behind `[]byte(s)`, if `e` is that conversion.
    pub fn string_behind_bytes(&mut self, e: &'p Expr) -> Option<&'p Expr> {
        let e = unparen(e);
        if self.hoisted.contains_key(&e.id) {
            return None;
        }
        let ExprKind::Call { fun, args, .. } = &e.kind else {
            return None;
        };
        if self.mode(fun) != Mode::Type {
            return None;
        }
        let (to, from) = (self.ty(e), self.ty(&args[0]));
        (self.w.is_bytes(to) && self.w.is_string(from)).then(|| &args[0])
    }

    /// The conversion `T(x)`.
    pub fn conversion(&mut self, e: &'p Expr, x: &'p Expr) -> Val {
        let target = self.ty(e);
        if self.mode(x) == Mode::Nil {
            return self.zero(target);
        }
        let from = self.ty(x);
        // A constant converted to a type parameter is a constant of the type argument.
        if let (Some(c), Some(to)) = (self.const_value(x), self.w.as_basic(target))
            && to.is_numeric()
            && self.w.as_basic(from).is_some_and(|f| f.is_numeric())
        {
            return self.const_val(c, target);
        }
        let v = self.expr(x);
        self.b.set_pos(expr_pos(e));
        if self.w.is_interface(target) {
            let shown = if self.const_value(x).is_some() { x } else { e };
            return self.implicit(v, from, target, Some(shown));
        }
        self.convert(v, from, target, Some(e))
    }

    /// Converts a value of type `from` to `target`, neither an interface.
    fn convert(&mut self, v: Val, from: TypeId, target: TypeId, e: Option<&'p Expr>) -> Val {
        let (fu, tu) = (self.w.under(from), self.w.under(target));
        match (fu, tu) {
            (Type::Basic(f), Type::Basic(t)) => self.convert_basic(v, *f, *t, target, e),
            (Type::Basic(f), Type::Slice(elem)) if f.is_string() => {
                if self.w.as_basic(*elem) == Some(Basic::Uint8) {
                    self.string_to_bytes(&v, e)
                } else {
                    self.string_to_runes(&v, e)
                }
            }
            (Type::Slice(elem), Type::Basic(t)) if t.is_string() => {
                let b = if self.w.as_basic(*elem) == Some(Basic::Uint8) {
                    Builtin::rt_bytes_to_string
                } else {
                    Builtin::rt_runes_to_string
                };
                self.to_string_call(b, &[v.at(0), v.at(1)], e)
            }
            (Type::Slice(_), Type::Array(_, n)) => {
                let len = v.at(1);
                let want = self.int(*n as i64);
                self.bounds(want, len, BoundsKind::Convert, true);
                if *n == 0 {
                    return self.zero(target);
                }
                self.load(v.at(0), 0, target, SAFE)
            }
            (Type::Slice(_), Type::Pointer(arr)) => {
                let Type::Array(_, n) = *self.w.under(*arr) else {
                    return v;
                };
                let want = self.int(n as i64);
                self.bounds(want, v.at(1), BoundsKind::Convert, true);
                Val::one(v.at(0))
            }
            (Type::Basic(f), _) if f.is_integer() && *f == Basic::Uintptr => {
                Val::one(self.conv(ConvOp::IntToPtr, v.scalar(), Ty::Ptr))
            }
            _ => v,
        }
    }

    fn convert_basic(&mut self, v: Val, f: Basic, t: Basic, target: TypeId, e: Option<&'p Expr>) -> Val {
        if t.is_string() {
            if f.is_string() {
                return v;
            }
            let n = self.extend(v.scalar(), !f.is_unsigned());
            return self.to_string_call(Builtin::rt_rune_to_string, &[n], e);
        }
        if f == Basic::UnsafePointer || t == Basic::UnsafePointer {
            return match (f == Basic::UnsafePointer, t == Basic::UnsafePointer) {
                (true, true) => v,
                (true, false) => Val::one(self.conv(ConvOp::PtrToInt, v.scalar(), Ty::I64)),
                _ => Val::one(self.conv(ConvOp::IntToPtr, v.scalar(), Ty::Ptr)),
            };
        }
        if f.is_boolean() {
            return v;
        }
        if f.is_complex() {
            let narrow = t == Basic::Complex64;
            let parts = v.flat().to_vec();
            return Val::Flat(parts.into_iter().map(|p| self.to_float_width(p, narrow)).collect());
        }
        let to = self.m.repr(target).single().expect("a number is one scalar");
        Val::one(self.convert_number(v.scalar(), f, t, to))
    }

    fn to_float_width(&mut self, v: ValueId, narrow: bool) -> ValueId {
        match (self.b.func.ty(v), narrow) {
            (Ty::F64, true) => self.conv(ConvOp::FDemote, v, Ty::F32),
            (Ty::F32, false) => self.conv(ConvOp::FPromote, v, Ty::F64),
            _ => v,
        }
    }

    fn convert_number(&mut self, v: ValueId, f: Basic, t: Basic, to: Ty) -> ValueId {
        let from = self.b.func.ty(v);
        match (f.is_float(), t.is_float()) {
            (false, false) => self.resize(v, !f.is_unsigned(), to),
            (true, true) => self.to_float_width(v, to == Ty::F32),
            (false, true) => {
                let wide = self.extend(v, !f.is_unsigned());
                let unsigned64 = f.is_unsigned() && from == Ty::I64;
                self.conv(if unsigned64 { ConvOp::UToF } else { ConvOp::SToF }, wide, to)
            }
            (true, false) => {
                let wide = if t.is_unsigned() && to == Ty::I64 {
                    self.conv(ConvOp::FToU, v, Ty::I64)
                } else if to == Ty::I32 && !t.is_unsigned() {
                    return self.conv(ConvOp::FToS, v, Ty::I32);
                } else if to == Ty::I64 || (to == Ty::I32 && t.is_unsigned()) {
                    self.conv(ConvOp::FToS, v, Ty::I64)
                } else {
                    self.conv(ConvOp::FToS, v, Ty::I32)
                };
                self.resize(wide, true, to)
            }
        }
    }

    /// An integer of another width.
    pub fn resize(&mut self, v: ValueId, signed: bool, to: Ty) -> ValueId {
        let width = |t: Ty| match t {
            Ty::I8 => 8,
            Ty::I16 => 16,
            Ty::I32 => 32,
            _ => 64,
        };
        let from = self.b.func.ty(v);
        match width(to).cmp(&width(from)) {
            std::cmp::Ordering::Less => self.conv(ConvOp::Trunc, v, to),
            std::cmp::Ordering::Equal => v,
            std::cmp::Ordering::Greater => self.conv(if signed { ConvOp::SExt } else { ConvOp::ZExt }, v, to),
        }
    }

    /// A conversion to string that may allocate.
    fn to_string_call(&mut self, b: Builtin, args: &[ValueId], e: Option<&'p Expr>) -> Val {
        let site = self.conv_site(e);
        let mut all = vec![self.nil()];
        all.extend(args);
        let r = self.builtin(b, &all, Some(site));
        Val::of(&r)
    }

    fn conv_site(&mut self, e: Option<&'p Expr>) -> golift_ssa::SiteId {
        let (pos, text) = match e {
            Some(e) => (self.conversion_pos(e), self.text(e)),
            None => (self.pos(), String::new()),
        };
        self.site(pos, text, SiteKind::StringConv, None)
    }

    fn string_to_bytes(&mut self, v: &Val, e: Option<&'p Expr>) -> Val {
        let site = self.conv_site(e);
        let nil = self.nil();
        let r = self.builtin(Builtin::rt_string_to_bytes, &[nil, v.at(0), v.at(1)], Some(site));
        Val::of(&[r[0], v.at(1), r[1]])
    }

    fn string_to_runes(&mut self, v: &Val, e: Option<&'p Expr>) -> Val {
        let site = self.conv_site(e);
        let out = self.temp(Basic::Int.id());
        let r = self.builtin(Builtin::rt_string_to_runes, &[v.at(0), v.at(1), out], Some(site));
        let cap = self.load_scalar(out, 0, Ty::I64, SAFE);
        Val::of(&[r[0], r[1], cap])
    }
}
