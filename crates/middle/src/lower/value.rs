//! Go values during lowering: lists of scalars, or the address of memory that holds the value; loads, stores, copies.
//!
//! A [`Val::Mem`] may name the memory of a variable: whoever keeps it beyond the next effect makes a copy first
//! ([`FuncLowerer::own`]).

use super::func::FuncLowerer;
use super::repr::Repr;
use golift_abi::NIL_PAGE;
use golift_ssa::{BinOp, Check, CmpOp, ConvOp, DataId, MemFlags, Op, SiteKind, Ty, ValueId};
use golift_types::{Type, TypeId};
use smallvec::SmallVec;
use std::rc::Rc;

/// Components of a flat value.
pub type Vals = SmallVec<[ValueId; 4]>;

/// A Go value.
#[derive(Clone, Debug)]
pub enum Val {
    /// Its scalars, in the order of the representation.
    Flat(Vals),
    /// The address of a value of memory class.
    Mem(ValueId),
}

impl Val {
    /// A value of one scalar.
    pub fn one(v: ValueId) -> Val {
        Val::Flat(SmallVec::from_slice(&[v]))
    }

    /// A value of several scalars.
    pub fn of(vs: &[ValueId]) -> Val {
        Val::Flat(SmallVec::from_slice(vs))
    }

    /// The only scalar.
    pub fn scalar(&self) -> ValueId {
        match self {
            Val::Flat(v) if v.len() == 1 => v[0],
            other => panic!("lower: {other:?} where one scalar is due"),
        }
    }

    /// The n-th scalar.
    pub fn at(&self, n: usize) -> ValueId {
        match self {
            Val::Flat(v) => v[n],
            Val::Mem(_) => panic!("lower: component of a value in memory"),
        }
    }

    /// All scalars.
    pub fn flat(&self) -> &[ValueId] {
        match self {
            Val::Flat(v) => v,
            Val::Mem(_) => panic!("lower: scalars of a value in memory"),
        }
    }
}

/// Flags of an access that may meet nil.
pub const NIL: MemFlags = MemFlags { nil_check: true, readonly: false, type_word: false, region: 0 };
/// Flags of an access to memory that is certainly there.
pub const SAFE: MemFlags = MemFlags { nil_check: false, readonly: false, type_word: false, region: 0 };
/// Flags of an access to memory that is certainly there and never changes.
pub const CONST: MemFlags = MemFlags { nil_check: false, readonly: true, type_word: false, region: 0 };

impl FuncLowerer<'_, '_> {
    /// The representation of a flat type; `None` for memory class.
    pub fn comps(&mut self, ty: TypeId) -> Option<Rc<Repr>> {
        Some(self.m.repr(ty)).filter(|r| !r.memory)
    }

    /// Whether values of the type are handled by address.
    pub fn is_mem(&mut self, ty: TypeId) -> bool {
        self.comps(ty).is_none()
    }

    /// The size of a value in bytes.
    pub fn size_of(&self, ty: TypeId) -> u64 {
        self.w.size_of(ty)
    }

    /// An I64 constant.
    pub fn int(&mut self, n: i64) -> ValueId {
        self.b.emit(Op::IConst(n), &[], Ty::I64)
    }

    /// An integer constant of any width.
    pub fn iconst(&mut self, n: i64, ty: Ty) -> ValueId {
        let n = match ty {
            Ty::I8 => n as i8 as i64,
            Ty::I16 => n as i16 as i64,
            Ty::I32 => n as i32 as i64,
            _ => n,
        };
        self.b.emit(Op::IConst(n), &[], ty)
    }

    /// The nil pointer.
    pub fn nil(&mut self) -> ValueId {
        self.b.emit(Op::IConst(0), &[], Ty::Ptr)
    }

    /// The constant true or false.
    pub fn bool_const(&mut self, b: bool) -> ValueId {
        self.b.emit(Op::IConst(b as i64), &[], Ty::I8)
    }

    /// Two-operand arithmetic on the operands' type.
    pub fn bin(&mut self, op: BinOp, x: ValueId, y: ValueId) -> ValueId {
        let ty = self.b.func.ty(x);
        self.b.emit(Op::Bin(op), &[x, y], ty)
    }

    /// An integer or pointer comparison.
    pub fn cmp(&mut self, op: CmpOp, x: ValueId, y: ValueId) -> ValueId {
        self.b.emit(Op::Cmp(op), &[x, y], Ty::I8)
    }

    /// A comparison with a constant.
    pub fn cmp_const(&mut self, op: CmpOp, x: ValueId, n: i64) -> ValueId {
        let ty = self.b.func.ty(x);
        let c = self.iconst(n, ty);
        self.cmp(op, x, c)
    }

    /// Whether a pointer is nil.
    pub fn is_nil(&mut self, p: ValueId) -> ValueId {
        let n = self.nil();
        self.cmp(CmpOp::Eq, p, n)
    }

    /// A conversion.
    pub fn conv(&mut self, op: ConvOp, x: ValueId, ty: Ty) -> ValueId {
        self.b.emit(Op::Conv(op), &[x], ty)
    }

    /// The address of static data.
    pub fn data(&mut self, d: DataId) -> ValueId {
        self.b.emit(Op::DataAddr(d, 0), &[], Ty::Ptr)
    }

    /// The address of a type's descriptor.
    pub fn desc(&mut self, ty: TypeId) -> ValueId {
        let d = self.m.type_desc(ty);
        self.data(d)
    }

    /// `p + n` inside an object.
    pub fn offset(&mut self, p: ValueId, n: i64) -> ValueId {
        if n == 0 { p } else { self.b.emit(Op::AddrOff(n), &[p], Ty::Ptr) }
    }

    /// `&p[i]` for elements of `size` bytes.
    pub fn elem_addr(&mut self, p: ValueId, i: ValueId, size: u64) -> ValueId {
        if size == 0 {
            return p;
        }
        if let Some(n) = self.b.as_iconst(i) {
            if let Some(off) = n.checked_mul(size as i64).filter(|&o| (0..1 << 31).contains(&o)) {
                return self.offset(p, off);
            }
        }
        self.b.emit(Op::ElemAddr { scale: size, offset: 0 }, &[p, i], Ty::Ptr)
    }

    /// Panics if a pointer is nil.
    pub fn check_nil(&mut self, p: ValueId) {
        self.b.emit0(Op::Check(Check::Nil), &[p]);
    }

    /// Makes an access at `off` possible: far ones are checked and addressed first.
    fn reach(&mut self, addr: ValueId, off: i64, size: u64, flags: MemFlags) -> (ValueId, i64, MemFlags) {
        let mut flags = flags;
        if flags.nil_check && (off < 0 || off as u64 + size >= NIL_PAGE) {
            self.check_nil(addr);
            flags.nil_check = false;
        }
        if i32::try_from(off + size as i64).is_err() {
            return (self.offset(addr, off), 0, flags);
        }
        (addr, off, flags)
    }

    /// Loads a scalar.
    pub fn load_scalar(&mut self, addr: ValueId, off: i64, ty: Ty, flags: MemFlags) -> ValueId {
        let (addr, off, flags) = self.reach(addr, off, 8, flags);
        self.b.emit(Op::Load(off as i32, flags), &[addr], ty)
    }

    /// Stores a scalar.
    pub fn store_scalar(&mut self, addr: ValueId, off: i64, v: ValueId, flags: MemFlags) {
        let (addr, off, flags) = self.reach(addr, off, 8, flags);
        self.b.emit0(Op::Store(off as i32, flags), &[addr, v]);
    }

    /// The value at `addr + off`: scalars are loaded, a value of memory class is named by its address.
    pub fn load(&mut self, addr: ValueId, off: i64, ty: TypeId, flags: MemFlags) -> Val {
        let Some(comps) = self.comps(ty) else {
            if flags.nil_check {
                self.check_nil(addr);
            }
            return Val::Mem(self.offset(addr, off));
        };
        if comps.components.is_empty() && flags.nil_check {
            self.check_nil(addr);
        }
        let mut out = Vals::new();
        for c in &comps.components {
            let flags = MemFlags { type_word: c.type_word, ..flags };
            out.push(self.load_scalar(addr, off + c.offset as i64, c.ty, flags));
        }
        Val::Flat(out)
    }

    /// Stores a value at `addr + off`.
    pub fn store(&mut self, addr: ValueId, off: i64, ty: TypeId, v: &Val, flags: MemFlags) {
        match v {
            Val::Flat(vs) => {
                let comps = self.comps(ty).expect("a flat value has a flat type");
                debug_assert_eq!(comps.components.len(), vs.len(), "lower: store in {}", self.b.func.name);
                if comps.components.is_empty() && flags.nil_check {
                    self.check_nil(addr);
                }
                for (c, &v) in comps.components.iter().zip(vs) {
                    self.store_scalar(addr, off + c.offset as i64, v, flags);
                }
            }
            Val::Mem(src) => {
                let mut flags = flags;
                if flags.nil_check {
                    self.check_nil(addr);
                    flags.nil_check = false;
                }
                let dst = self.offset(addr, off);
                let size = self.size_of(ty);
                if size > 0 {
                    self.b.emit0(Op::MemCopy(size, flags), &[dst, *src]);
                }
            }
        }
    }

    /// Clears a value at `addr + off`.
    pub fn store_zero(&mut self, addr: ValueId, off: i64, ty: TypeId, flags: MemFlags) {
        if self.is_mem(ty) {
            if flags.nil_check {
                self.check_nil(addr);
            }
            let dst = self.offset(addr, off);
            let size = self.size_of(ty);
            if size > 0 {
                self.b.emit0(Op::MemZero(size, SAFE), &[dst]);
            }
        } else {
            let z = self.zero(ty);
            self.store(addr, off, ty, &z, flags);
        }
    }

    /// A zero scalar.
    pub fn zero_scalar(&mut self, ty: Ty) -> ValueId {
        match ty {
            Ty::F32 | Ty::F64 => self.b.emit(Op::FConst(0), &[], ty),
            _ => self.b.emit(Op::IConst(0), &[], ty),
        }
    }

    /// The zero value of a type.
    pub fn zero(&mut self, ty: TypeId) -> Val {
        match self.comps(ty) {
            Some(comps) => Val::Flat(comps.tys().map(|t| self.zero_scalar(t)).collect()),
            None => Val::Mem(self.temp(ty)),
        }
    }

    /// Zeroed memory of the compiler's own for a value.
    pub fn temp(&mut self, ty: TypeId) -> ValueId {
        let layout = self.m.layout(ty);
        self.temp_layout(layout)
    }

    /// Zeroed memory of the compiler's own.
    pub fn temp_layout(&mut self, layout: golift_ssa::LayoutId) -> ValueId {
        let site = self.site(golift_base::Pos::NONE, String::new(), SiteKind::Temp, Some(layout));
        self.b.emit(Op::Alloc(site), &[], Ty::Ptr)
    }

    /// A value that no later effect changes: memory is copied to a temporary.
    pub fn own(&mut self, v: Val, ty: TypeId) -> Val {
        match v {
            Val::Mem(src) => {
                let dst = self.temp(ty);
                self.store(dst, 0, ty, &Val::Mem(src), SAFE);
                Val::Mem(dst)
            }
            flat => flat,
        }
    }

    /// The address of memory that holds the value; for flat ones a temporary.
    pub fn spill(&mut self, v: &Val, ty: TypeId) -> ValueId {
        match v {
            Val::Mem(a) => *a,
            Val::Flat(_) => {
                let t = self.temp(ty);
                self.store(t, 0, ty, v, SAFE);
                t
            }
        }
    }

    /// Byte offset and type of a struct's field.
    pub fn field(&self, strukt: TypeId, i: u32) -> (u64, TypeId) {
        match self.w.under(strukt) {
            Type::Struct(fields) => (self.w.field_offsets(strukt)[i as usize], fields[i as usize].ty),
            other => panic!("lower: field of {other:?}"),
        }
    }

    /// The range of a flat struct's scalars that make up a field.
    pub fn field_comps(&mut self, strukt: TypeId, i: u32) -> std::ops::Range<usize> {
        let Type::Struct(fields) = self.w.under(strukt) else {
            panic!("lower: field of a type that is no struct");
        };
        let mut start = 0;
        for f in &fields[..i as usize] {
            start += self.comps(f.ty).map_or(0, |c| c.components.len());
        }
        let n = self.comps(fields[i as usize].ty).map_or(0, |c| c.components.len());
        start..start + n
    }

    /// The field of a struct value.
    pub fn project(&mut self, v: &Val, strukt: TypeId, i: u32) -> Val {
        match v {
            Val::Flat(vs) => {
                let r = self.field_comps(strukt, i);
                Val::of(&vs[r])
            }
            Val::Mem(a) => {
                let (off, ty) = self.field(strukt, i);
                self.load(*a, off as i64, ty, SAFE)
            }
        }
    }
}
