//! Calls of predeclared functions. (Spec, Built-in functions.)

use super::func::{FuncLowerer, expr_pos};
use golift_frontend::unparen;
use super::value::{SAFE, Val};
use golift_abi::Builtin as Rt;
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::{BinOp, CmpOp, ConvOp, Op, SiteKind, Terminator, Ty, ValueId};
use golift_types::{Builtin, ObjKind, Type, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// The predeclared function that `fun` names.
    pub fn builtin_named(&self, fun: &Expr) -> Builtin {
        let f = unparen(fun);
        let id = match &f.kind {
            ExprKind::Selector(_, sel) => sel.id,
            _ => f.id,
        };
        match self.use_of(id).map(|o| &self.w.obj(o).kind) {
            Some(ObjKind::Builtin(b)) => *b,
            other => panic!("lower: {}: builtin call of {other:?}", self.name),
        }
    }

    /// A call of a predeclared function; its value, if it has one.
    pub fn builtin_call(&mut self, e: &'p Expr, fun: &'p Expr, args: &'p [Expr], spread: bool) -> Option<Val> {
        let pos = expr_pos(e);
        let named = self.builtin_named(fun);
        if args.len() == 1 && self.is_multi(&args[0]) && matches!(named, Builtin::Append | Builtin::Copy | Builtin::Delete) {
            return self.builtin_of_call(e, named, &args[0]);
        }
        match named {
            Builtin::Append => Some(self.append(e, args, spread)),
            Builtin::Len | Builtin::Cap => {
                let cap = matches!(self.builtin_named(fun), Builtin::Cap);
                Some(Val::one(self.len_cap(&args[0], cap)))
            }
            Builtin::Clear => {
                let ty = self.ty(&args[0]);
                let v = self.expr(&args[0]);
                self.b.set_pos(pos);
                match *self.w.under(ty) {
                    Type::Map(..) => {
                        let d = self.desc(ty);
                        self.builtin(Rt::rt_mapclear, &[d, v.scalar()], None);
                    }
                    Type::Slice(elem) => {
                        let n = self.bytes_of(v.at(1), elem);
                        self.builtin(Rt::rt_memclr, &[v.at(0), n], None);
                    }
                    ref other => panic!("lower: clear of {other:?}"),
                }
                None
            }
            Builtin::Close => {
                let c = self.scalar(&args[0]);
                self.b.set_pos(pos);
                self.builtin(Rt::rt_closechan, &[c], None);
                None
            }
            Builtin::Complex => {
                let ty = self.ty(e);
                let parts: Vec<ValueId> = self.builtin_values(args).into_iter().map(|(v, _)| v.scalar()).collect();
                let want = self.m.repr(ty).components[0].ty;
                let parts: Vec<ValueId> = parts.into_iter().map(|p| self.float_to(p, want)).collect();
                Some(Val::of(&parts))
            }
            Builtin::Real => {
                let v = self.expr(&args[0]);
                Some(Val::one(v.at(0)))
            }
            Builtin::Imag => {
                let v = self.expr(&args[0]);
                Some(Val::one(v.at(1)))
            }
            Builtin::Copy => Some(Val::one(self.copy(args, pos))),
            Builtin::Delete => {
                self.map_delete(&args[0], &args[1], pos);
                None
            }
            Builtin::Make => Some(self.make(e, args)),
            Builtin::Max | Builtin::Min => {
                let max = matches!(self.builtin_named(fun), Builtin::Max);
                Some(self.min_max(e, args, max))
            }
            Builtin::New => Some(self.new_object(e, &args[0])),
            Builtin::Panic => {
                let any = golift_types::universe::EMPTY_INTERFACE;
                let v = self.expr_as(&args[0], any);
                self.b.set_pos(pos);
                self.builtin(Rt::rt_gopanic, v.flat(), None);
                None
            }
            Builtin::Print => {
                self.b.set_pos(pos);
                self.print(args, false);
                None
            }
            Builtin::Println => {
                self.b.set_pos(pos);
                self.print(args, true);
                None
            }
            Builtin::Recover => {
                self.b.set_pos(pos);
                if self.range.is_some() {
                    // The body of a loop over a function is called by the iterator: as in the official compiler,
                    // `recover` finds nothing there.
                    let nil = self.nil();
                    return Some(Val::of(&[nil, nil]));
                }
                self.b.func.flags.has_recover = true;
                let fp = self.b.emit(Op::FramePtr, &[], Ty::Ptr);
                let r = self.builtin(Rt::rt_gorecover, &[fp], None);
                Some(Val::of(&r))
            }
            b => Some(self.unsafe_call(e, b, args)),
        }
    }

    /// The arguments' values and types; a single call may give all of them.
    pub fn builtin_values(&mut self, args: &'p [Expr]) -> Vec<(Val, TypeId)> {
        if let [a] = args {
            if self.is_multi(a) {
                return self.multi(a);
            }
        }
        self.hoist_all(&args.iter().collect::<Vec<_>>());
        args.iter()
            .map(|a| {
                let ty = self.ty(a);
                (self.expr(a), ty)
            })
            .collect()
    }

    fn float_to(&mut self, v: ValueId, want: Ty) -> ValueId {
        match (self.b.func.ty(v), want) {
            (Ty::F64, Ty::F32) => self.conv(ConvOp::FDemote, v, Ty::F32),
            (Ty::F32, Ty::F64) => self.conv(ConvOp::FPromote, v, Ty::F64),
            _ => v,
        }
    }

    /// `n` elements in bytes.
    pub fn bytes_of(&mut self, n: ValueId, elem: TypeId) -> ValueId {
        let size = self.size_of(elem);
        if size == 1 {
            return n;
        }
        let s = self.int(size as i64);
        self.bin(BinOp::Mul, n, s)
    }

    /// `len(x)` or `cap(x)`.
    fn len_cap(&mut self, x: &'p Expr, cap: bool) -> ValueId {
        let ty = self.ty(x);
        match *self.w.under(ty) {
            Type::Array(_, n) => {
                self.expr_effects(x);
                self.int(n as i64)
            }
            Type::Pointer(arr) => {
                self.expr_effects(x);
                match *self.w.under(arr) {
                    Type::Array(_, n) => self.int(n as i64),
                    ref other => panic!("lower: len of a pointer to {other:?}"),
                }
            }
            Type::Map(..) => {
                let m = self.scalar(x);
                self.map_len(m)
            }
            Type::Chan(..) => {
                let c = self.scalar(x);
                let at = if cap { golift_abi::CHAN_CAP_OFFSET } else { golift_abi::CHAN_LEN_OFFSET };
                self.word_or_zero(c, at)
            }
            Type::Slice(_) => {
                if let Some(s) = self.string_behind_bytes(x) {
                    if !cap {
                        return self.expr(s).at(1);
                    }
                }
                if let Some(runes) = self.runes_of_string(x).filter(|_| !cap) {
                    let s = self.expr(runes);
                    return self.builtin1(Rt::rt_countrunes, &[s.at(0), s.at(1)], None);
                }
                let v = self.expr(x);
                v.at(if cap { 2 } else { 1 })
            }
            _ => {
                let v = match self.bytes_behind_string(x) {
                    Some(b) => self.expr(b),
                    None => self.expr(x),
                };
                v.at(1)
            }
        }
    }

    /// The string behind `[]rune(s)`, if `e` is that conversion.
    fn runes_of_string(&mut self, e: &'p Expr) -> Option<&'p Expr> {
        let x = unparen(e);
        let ExprKind::Call { fun, args, .. } = &x.kind else {
            return None;
        };
        if self.mode(fun) != golift_types::Mode::Type || self.hoisted.contains_key(&x.id) {
            return None;
        }
        let (to, from) = (self.ty(x), self.ty(&args[0]));
        let runes = self.w.is_bytes_or_runes(to) && !self.w.is_bytes(to);
        (runes && self.w.is_string(from)).then(|| &args[0])
    }

    /// Evaluates an array or pointer for its effects only.
    fn expr_effects(&mut self, x: &'p Expr) {
        if self.has_call(x) {
            self.expr(x);
        }
    }

    /// `append(f())`, `copy(f())`, `delete(f())` with a call of several results.
    fn builtin_of_call(&mut self, e: &'p Expr, named: Builtin, call: &'p Expr) -> Option<Val> {
        let pos = expr_pos(e);
        let mut values = self.multi(call).into_iter();
        let (first, ty) = values.next().expect("a call of several results");
        self.b.set_pos(pos);
        match named {
            Builtin::Append => {
                let Type::Slice(elem) = *self.w.under(ty) else {
                    panic!("lower: append to another type");
                };
                let elem = self.m.subst(elem);
                let values: Vec<Val> = values.map(|(v, from)| self.implicit(v, from, elem, None)).collect();
                Some(self.append_values(&first, &values, elem, pos))
            }
            Builtin::Copy => {
                let (src, _) = values.next().expect("copy has two arguments");
                Some(Val::one(self.copy_values(&first, &src, ty)))
            }
            _ => {
                let (key, from) = values.next().expect("delete has two arguments");
                let (kt, _) = self.map_types(ty);
                let key = self.implicit(key, from, kt, None);
                self.map_delete_value(first.scalar(), ty, &key);
                None
            }
        }
    }

    /// `copy(dst, src)`.
    fn copy(&mut self, args: &'p [Expr], pos: golift_base::Pos) -> ValueId {
        self.hoist_all(&[&args[0], &args[1]]);
        let dt = self.ty(&args[0]);
        let dst = self.expr(&args[0]);
        let src = match self.string_behind_bytes(&args[1]) {
            Some(s) if !self.has_call(s) => self.expr(s),
            _ => self.expr(&args[1]),
        };
        self.b.set_pos(pos);
        self.copy_values(&dst, &src, dt)
    }

    fn copy_values(&mut self, dst: &Val, src: &Val, dt: TypeId) -> ValueId {
        let Type::Slice(elem) = *self.w.under(dt) else {
            panic!("lower: copy to another type");
        };
        let less = self.cmp(CmpOp::Slt, dst.at(1), src.at(1));
        let n = self.b.emit(Op::Select, &[less, dst.at(1), src.at(1)], Ty::I64);
        let bytes = self.bytes_of(n, elem);
        self.move_elements(dst.at(0), src.at(0), bytes, elem);
        n
    }

    /// `make(T, args...)`.
    fn make(&mut self, e: &'p Expr, args: &'p [Expr]) -> Val {
        let pos = expr_pos(e);
        let ty = self.ty(e);
        let text = self.text(e);
        match *self.w.under(ty) {
            Type::Slice(elem) => {
                let elem = self.m.subst(elem);
                let sizes: Vec<&'p Expr> = args[1..].iter().collect();
                self.hoist_all(&sizes);
                let len = self.size_value(&args[1]);
                let cap = match args.get(2) {
                    Some(c) => self.size_value(c),
                    None => len,
                };
                self.b.set_pos(pos);
                let layout = self.m.layout(elem);
                let site = self.site(pos, text, SiteKind::MakeSlice, Some(layout));
                let p = self.b.emit(Op::MakeSlice(site), &[len, cap], Ty::Ptr);
                Val::of(&[p, len, cap])
            }
            Type::Map(..) => {
                let hint = match args.get(1) {
                    Some(n) => self.size_value(n),
                    None => self.int(0),
                };
                self.b.set_pos(pos);
                let d = self.desc(ty);
                let site = self.site(pos, text, SiteKind::MakeMap, None);
                Val::one(self.builtin1(Rt::rt_makemap, &[d, hint], Some(site)))
            }
            Type::Chan(..) => {
                let size = match args.get(1) {
                    Some(n) => self.size_value(n),
                    None => self.int(0),
                };
                self.b.set_pos(pos);
                let d = self.desc(ty);
                let site = self.site(pos, text, SiteKind::MakeChan, None);
                Val::one(self.builtin1(Rt::rt_makechan, &[d, size], Some(site)))
            }
            ref other => panic!("lower: make of {other:?}"),
        }
    }

    /// `new(T)` or `new(x)`.
    fn new_object(&mut self, e: &'p Expr, arg: &'p Expr) -> Val {
        let pos = expr_pos(e);
        let ptr = self.ty(e);
        let ty = self.w.pointer_elem(ptr).map_or(ptr, |t| self.m.subst(t));
        let init = (self.mode(arg) != golift_types::Mode::Type).then(|| self.expr_as(arg, ty));
        self.b.set_pos(pos);
        let layout = self.m.layout(ty);
        let text = self.text(e);
        let site = self.site(pos, text, SiteKind::New, Some(layout));
        let a = self.b.emit(Op::Alloc(site), &[], Ty::Ptr);
        if let Some(v) = init {
            self.store(a, 0, ty, &v, SAFE);
        }
        Val::one(a)
    }

    /// `min(...)` or `max(...)`.
    fn min_max(&mut self, e: &'p Expr, args: &'p [Expr], max: bool) -> Val {
        let ty = self.ty(e);
        let values: Vec<Val> = match args {
            [a] if self.is_multi(a) => self.multi(a).into_iter().map(|(v, _)| v).collect(),
            _ => {
                self.hoist_all(&args.iter().collect::<Vec<_>>());
                args.iter().map(|a| self.expr_as(a, ty)).collect()
            }
        };
        self.b.set_pos(expr_pos(e));
        let mut values = values.into_iter();
        let mut acc = values.next().expect("min and max have an argument");
        let is_string = self.w.is_string(ty);
        let float = self.w.is_float(ty);
        let signed = !self.w.is_unsigned(ty);
        for v in values {
            acc = if float {
                let op = if max { BinOp::FMax } else { BinOp::FMin };
                Val::one(self.bin(op, acc.scalar(), v.scalar()))
            } else if is_string {
                let c = self.builtin1(Rt::rt_cmpstring, &[acc.at(0), acc.at(1), v.at(0), v.at(1)], None);
                let keep = self.cmp_const(if max { CmpOp::Sge } else { CmpOp::Sle }, c, 0);
                let p = self.b.emit(Op::Select, &[keep, acc.at(0), v.at(0)], Ty::Ptr);
                let n = self.b.emit(Op::Select, &[keep, acc.at(1), v.at(1)], Ty::I64);
                Val::of(&[p, n])
            } else {
                let op = match (max, signed) {
                    (true, true) => CmpOp::Sgt,
                    (true, false) => CmpOp::Ugt,
                    (false, true) => CmpOp::Slt,
                    (false, false) => CmpOp::Ult,
                };
                let (a, b) = (acc.scalar(), v.scalar());
                let keep = self.cmp(op, a, b);
                let t = self.b.func.ty(a);
                Val::one(self.b.emit(Op::Select, &[keep, a, b], t))
            };
        }
        acc
    }

    /// A function of package unsafe that is no constant.
    fn unsafe_call(&mut self, e: &'p Expr, b: Builtin, args: &'p [Expr]) -> Val {
        let pos = expr_pos(e);
        match b {
            Builtin::UnsafeAdd => {
                let (p, n) = self.pointer_and_count(args);
                Val::one(self.b.emit(Op::ElemAddr { scale: 1, offset: 0 }, &[p, n], Ty::Ptr))
            }
            Builtin::UnsafeSlice | Builtin::UnsafeString => {
                let (p, n) = self.pointer_and_count(args);
                self.b.set_pos(pos);
                let slice = b == Builtin::UnsafeSlice;
                let (kind_len, kind_nil) = if slice { (0, 1) } else { (2, 3) };
                let size = if slice {
                    let ty = self.ty(e);
                    match *self.w.under(ty) {
                        Type::Slice(elem) => self.size_of(elem),
                        _ => 1,
                    }
                } else {
                    1
                };
                let limit = self.int((1i64 << 47) / size.max(1) as i64);
                let too_long = self.cmp(CmpOp::Ugt, n, limit);
                self.unsafe_panic_if(too_long, kind_len);
                let nil = self.is_nil(p);
                let some = self.cmp_const(CmpOp::Ne, n, 0);
                let bad = self.bin(BinOp::And, nil, some);
                self.unsafe_panic_if(bad, kind_nil);
                // The memory must end inside of the address space.
                let start = self.conv(ConvOp::PtrToInt, p, Ty::I64);
                let zero = self.int(0);
                let room = self.bin(BinOp::Sub, zero, start);
                let last = self.cmp_const(CmpOp::Eq, start, 0);
                let size = self.int(size as i64);
                let bytes = self.bin(BinOp::Mul, n, size);
                let over = self.cmp(CmpOp::Ugt, bytes, room);
                let inside = self.negate_if(last, true);
                let over = self.bin(BinOp::And, over, inside);
                self.unsafe_panic_if(over, kind_len);
                if slice { Val::of(&[p, n, n]) } else { Val::of(&[p, n]) }
            }
            Builtin::UnsafeSliceData | Builtin::UnsafeStringData => {
                let v = self.expr(&args[0]);
                Val::one(v.at(0))
            }
            Builtin::UnsafeSizeof | Builtin::UnsafeAlignof | Builtin::UnsafeOffsetof => {
                let ty = self.ty(&args[0]);
                let n = match b {
                    Builtin::UnsafeAlignof => self.w.align_of(ty),
                    Builtin::UnsafeOffsetof => self.field_offset(&args[0]),
                    _ => self.w.size_of(ty),
                };
                Val::one(self.int(n as i64))
            }
            other => panic!("lower: {}: builtin {}", self.name, other.name()),
        }
    }

    /// The two arguments of `unsafe.Add` and its like; a single call may give both.
    fn pointer_and_count(&mut self, args: &'p [Expr]) -> (ValueId, ValueId) {
        if let [a] = args {
            let values = self.multi(a);
            let (n, ty) = (values[1].0.scalar(), values[1].1);
            let signed = !self.w.is_unsigned(ty);
            return (values[0].0.scalar(), self.extend(n, signed));
        }
        self.hoist_all(&[&args[0], &args[1]]);
        let p = self.scalar(&args[0]);
        (p, self.index_value(&args[1]).0)
    }

    /// The offset of the field that a selector selects, embedded structs on the way included.
    fn field_offset(&mut self, e: &'p Expr) -> u64 {
        let Some(s) = self.w.info.selections.get(&unparen(e).id) else {
            return 0;
        };
        let mut ty = self.m.subst(s.recv);
        ty = self.w.pointer_elem(ty).unwrap_or(ty);
        let mut offset = 0;
        for &i in &s.path {
            let golift_types::Type::Struct(fields) = self.w.under(ty) else {
                return offset;
            };
            offset += self.w.field_offsets(ty)[i as usize];
            ty = self.m.subst(fields[i as usize].ty);
        }
        offset
    }

    fn unsafe_panic_if(&mut self, cond: ValueId, kind: i64) {
        let (bad, ok) = (self.b.new_cold_block(), self.b.new_block());
        self.b.branch(cond, bad, ok);
        self.b.enter_sealed(bad);
        let k = self.int(kind);
        self.builtin(Rt::rt_panicunsafe, &[k], None);
        self.b.terminate(Terminator::Unreachable);
        self.b.enter_sealed(ok);
    }
}
