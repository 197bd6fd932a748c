//! Operations and scalar types.
//!
//! [`Op`] holds everything but the value operands, so that two instructions with equal `Op`, equal arguments and
//! equal result type compute the same (where the operation is pure).

use crate::entities::{DataId, FuncId, SiteId};
use golift_abi::{BoundsKind, Builtin};

/// The type of a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// 8 bits; also bool (0 or 1).
    I8,
    /// 16 bits.
    I16,
    /// 32 bits.
    I32,
    /// 64 bits; `int`, `uintptr`.
    I64,
    /// float32.
    F32,
    /// float64.
    F64,
    /// A pointer that the collector must see: Go pointers, `unsafe.Pointer`, data words, descriptors, code.
    Ptr,
}

/// Two-operand arithmetic. Integer operations wrap. Both operands and the result have one type unless said otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinOp {
    /// Wrapping sum (integers).
    Add,
    /// Wrapping difference.
    Sub,
    /// Wrapping product.
    Mul,
    /// Signed quotient towards zero; MIN / -1 = MIN; the divisor is not 0 (checked before).
    SDiv,
    /// Unsigned quotient; the divisor is not 0.
    UDiv,
    /// Signed remainder; MIN % -1 = 0.
    SRem,
    /// Unsigned remainder.
    URem,
    /// Bitwise and.
    And,
    /// Bitwise or.
    Or,
    /// Bitwise exclusive or.
    Xor,
    /// `x &^ y`.
    AndNot,
    /// `x << y`: y is I64 and unsigned, and shifts of the width or more give 0.
    Shl,
    /// Logical `x >> y`, likewise.
    UShr,
    /// Arithmetic `x >> y`: shifts of the width or more give the sign.
    SShr,
    /// Rotate left; y is I64, taken modulo the width.
    Rotl,
    /// High half of the signed 64×64 product.
    SMulHi,
    /// High half of the unsigned 64×64 product.
    UMulHi,
    /// Float sum.
    FAdd,
    /// Float difference.
    FSub,
    /// Float product.
    FMul,
    /// Float quotient.
    FDiv,
    /// Go's `min` for floats (NaN and signed zeros as in the spec).
    FMin,
    /// Go's `max` for floats.
    FMax,
    /// `math.Copysign`.
    FCopysign,
}

/// One-operand arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnOp {
    /// Wrapping negation.
    Neg,
    /// Bitwise complement.
    Not,
    /// 1 - x for a bool.
    BoolNot,
    /// Leading zeros (width for 0).
    Clz,
    /// Trailing zeros (width for 0).
    Ctz,
    /// Ones.
    Popcnt,
    /// Byte swap.
    Bswap,
    /// Bit reversal.
    Bitrev,
    /// Float negation.
    FNeg,
    /// Absolute value.
    FAbs,
    /// Square root.
    FSqrt,
    /// Floor.
    FFloor,
    /// Ceiling.
    FCeil,
    /// Towards zero.
    FTrunc,
    /// To nearest even.
    FNearest,
}

/// Conversions; source and target types are those of the operand and the result.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConvOp {
    /// To a narrower integer.
    Trunc,
    /// Sign extension.
    SExt,
    /// Zero extension.
    ZExt,
    /// Signed integer to float.
    SToF,
    /// Unsigned integer to float.
    UToF,
    /// Float to I64/I32 signed, with the official amd64 result for values out of range (0x8000…).
    FToS,
    /// Float to I64 unsigned.
    FToU,
    /// F32 to F64.
    FPromote,
    /// F64 to F32, rounded.
    FDemote,
    /// Same bits: I64↔F64, I32↔F32.
    Bitcast,
    /// `uintptr(unsafe.Pointer)`: Ptr to I64.
    PtrToInt,
    /// `unsafe.Pointer(uintptr)`: I64 to Ptr.
    IntToPtr,
}

/// Integer and pointer comparisons; the result is I8.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum CmpOp {
    Eq, Ne, Slt, Sle, Sgt, Sge, Ult, Ule, Ugt, Uge,
}

/// Float comparisons; false with NaN, but `Ne` true.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum FCmpOp {
    Eq, Ne, Lt, Le, Gt, Ge,
}

/// Checks: no result; they panic or go on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Check {
    /// (ptr): not nil.
    Nil,
    /// (index I64, length I64): index <u length for `Index`, index <=u length for the slice kinds;
    /// `signed` says how the panic prints the index.
    Bounds {
        /// Which text.
        kind: BoundsKind,
        /// Whether the index has a signed type.
        signed: bool,
    },
    /// (divisor): not 0.
    DivZero,
    /// (amount I64, signed): not negative.
    Shift,
}

/// Operations on shared memory that no other goroutine sees half done; the first operand points to an I32, I64 or Ptr.
/// Each orders all other accesses. A nil pointer panics.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AtomicOp {
    /// (ptr) → value.
    Load,
    /// (ptr, value).
    Store,
    /// (ptr, new) → old.
    Swap,
    /// (ptr, delta) → old.
    Add,
    /// (ptr, mask) → old.
    And,
    /// (ptr, mask) → old.
    Or,
    /// (ptr, old, new) → I8: whether the old value was there, and the new one is now.
    Cas,
}

/// How a load or store behaves.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct MemFlags {
    /// The pointer may be nil: a fault below `NIL_PAGE` becomes the nil-dereference panic.
    pub nil_check: bool,
    /// Nothing ever writes here after initialisation (read-only data, itabs, descriptors, captures by value).
    pub readonly: bool,
    /// A load of an interface's first word, a type or itab: such memory is never in a frame.
    pub type_word: bool,
    /// Alias class: accesses of different non-zero regions never overlap. 0: may alias anything.
    pub region: u16,
}

/// An operation without its operands. Operands are listed in order; the results' types stand with the results.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Op {
    /// `iconst`: an integer, sign-extended from the result's width; for Ptr only 0 (nil).
    IConst(i64),
    /// `fconst`: the bits of an F64, or of an F32 in the low half.
    FConst(u64),
    /// Address of a function's code: Ptr.
    FuncAddr(FuncId),
    /// Address of static data plus an offset: Ptr.
    DataAddr(DataId, i64),
    /// (x, y).
    Bin(BinOp),
    /// (x).
    Un(UnOp),
    /// (x, y, z): fused x*y+z.
    Fma,
    /// (x, y) → I8.
    Cmp(CmpOp),
    /// (x, y) → I8.
    FCmp(FCmpOp),
    /// (cond I8, x, y): x if cond is not 0, else y. Both are evaluated.
    Select,
    /// (x).
    Conv(ConvOp),
    /// (ptr) → value at ptr + offset.
    Load(i32, MemFlags),
    /// (ptr, value).
    Store(i32, MemFlags),
    /// An atomic access.
    Atomic(AtomicOp),
    /// (ptr) → ptr + offset inside the same object. Not a nil check.
    AddrOff(i64),
    /// (ptr, index I64) → ptr + index*scale + offset.
    ElemAddr {
        /// Element size.
        scale: u64,
        /// Constant part.
        offset: i64,
    },
    /// (dst, src): copies a fixed number of bytes, as if through a temporary. nil_check as in loads, for both.
    MemCopy(u64, MemFlags),
    /// (dst): clears a fixed number of bytes.
    MemZero(u64, MemFlags),
    /// A panic unless the condition holds.
    Check(Check),
    /// () → Ptr to a zeroed object with the site's layout.
    Alloc(SiteId),
    /// (len I64, cap I64) → Ptr to a zeroed array with the site's layout as element. Sizes are checked by the runtime.
    MakeSlice(SiteId),
    /// (args...) → results: a direct call.
    Call(FuncId),
    /// (closure Ptr, args...) → results: loads the code from the closure and passes it as context. Nil panics.
    CallClosure,
    /// (itab Ptr, data Ptr, args...) → results: calls `itab.fun[slot]` with data as receiver. A nil itab panics.
    CallIface {
        /// Index of the method in the interface's sorted method list.
        slot: u32,
        /// Type descriptor of the interface, for devirtualisation.
        iface: DataId,
    },
    /// (args...) → results: a runtime call; `SiteId` for those that allocate.
    CallBuiltin(Builtin, Option<SiteId>),
    /// () → Ptr: the frame pointer of this activation, for `recover`. Forbids inlining.
    FramePtr,
    /// () → Ptr: this activation's `DeferFrame`; only in functions flagged `has_defer`.
    DeferFrame,
    /// () → I64: where the side stack of the goroutine ends now.
    SideMark,
    /// (mark I64): releases what was allocated on the side stack since the mark.
    SideRelease,
}

impl Op {
    /// Whether the operation neither reads memory that may change, writes, panics, nor depends on control:
    /// it may be moved, merged and dropped.
    pub fn is_pure(&self) -> bool {
        match self {
            Op::IConst(_) | Op::FConst(_) | Op::FuncAddr(_) | Op::DataAddr(..) | Op::Un(_) | Op::Fma | Op::Cmp(_)
            | Op::FCmp(_) | Op::Select | Op::Conv(_) | Op::AddrOff(_) | Op::ElemAddr { .. } => true,
            // Division is guarded by a check that pins it.
            Op::Bin(b) => !matches!(b, BinOp::SDiv | BinOp::UDiv | BinOp::SRem | BinOp::URem),
            Op::CallBuiltin(b, _) => b.info().flags & golift_abi::builtin::PURE != 0,
            _ => false,
        }
    }

    /// The allocation site that the operation names.
    pub fn site(&self) -> Option<SiteId> {
        match *self {
            Op::Alloc(site) | Op::MakeSlice(site) | Op::CallBuiltin(_, Some(site)) => Some(site),
            _ => None,
        }
    }

    /// The same, to name another one.
    pub fn site_mut(&mut self) -> Option<&mut SiteId> {
        match self {
            Op::Alloc(site) | Op::MakeSlice(site) | Op::CallBuiltin(_, Some(site)) => Some(site),
            _ => None,
        }
    }
}
