//! The names of operations in the text form: one table an enumeration, read by the printer and the parser.

use crate::module::{DataKind, Placement, SiteKind};
use crate::op::{AtomicOp, BinOp, CmpOp, ConvOp, FCmpOp, Ty, UnOp};
use golift_abi::BoundsKind;

macro_rules! names {
    ($($(#[doc = $doc:literal])* $ty:ident { $($variant:ident $name:literal,)* })*) => {$(
        $(#[doc = $doc])*
        impl Named for $ty {
            const ALL: &'static [(Self, &'static str)] = &[$(($ty::$variant, $name)),*];
        }
    )*};
}

/// An enumeration whose members have names in the text form.
pub trait Named: Copy + PartialEq + Sized + 'static {
    /// All members with their names.
    const ALL: &'static [(Self, &'static str)];

    /// The member's name.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(x, _)| *x == self).map_or("?", |(_, n)| n)
    }

    /// The member with this name.
    fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(x, _)| *x)
    }
}

names! {
    /// Types of values.
    Ty { I8 "i8", I16 "i16", I32 "i32", I64 "i64", F32 "f32", F64 "f64", Ptr "ptr", }
    /// `add v1, v2`.
    BinOp {
        Add "add", Sub "sub", Mul "mul", SDiv "sdiv", UDiv "udiv", SRem "srem", URem "urem", And "and", Or "or",
        Xor "xor", AndNot "and_not", Shl "shl", UShr "ushr", SShr "sshr", Rotl "rotl", SMulHi "smul_hi",
        UMulHi "umul_hi", FAdd "fadd", FSub "fsub", FMul "fmul", FDiv "fdiv", FMin "fmin", FMax "fmax",
        FCopysign "fcopysign",
    }
    /// `neg v1`.
    UnOp {
        Neg "neg", Not "not", BoolNot "bool_not", Clz "clz", Ctz "ctz", Popcnt "popcnt", Bswap "bswap",
        Bitrev "bitrev", FNeg "fneg", FAbs "fabs", FSqrt "fsqrt", FFloor "ffloor", FCeil "fceil", FTrunc "ftrunc",
        FNearest "fnearest",
    }
    /// `conv.trunc v1`.
    ConvOp {
        Trunc "trunc", SExt "sext", ZExt "zext", SToF "s_to_f", UToF "u_to_f", FToS "f_to_s", FToU "f_to_u",
        FPromote "fpromote", FDemote "fdemote", Bitcast "bitcast", PtrToInt "ptr_to_int", IntToPtr "int_to_ptr",
    }
    /// `cmp.eq v1, v2`.
    CmpOp {
        Eq "eq", Ne "ne", Slt "slt", Sle "sle", Sgt "sgt", Sge "sge", Ult "ult", Ule "ule", Ugt "ugt", Uge "uge",
    }
    /// `fcmp.lt v1, v2`.
    FCmpOp { Eq "eq", Ne "ne", Lt "lt", Le "le", Gt "gt", Ge "ge", }
    /// `atomic.add v1, v2`.
    AtomicOp { Load "load", Store "store", Swap "swap", Add "add", And "and", Or "or", Cas "cas", }
    /// `check.bounds.index v1, v2`.
    BoundsKind {
        Index "index", SliceAlen "slice_alen", SliceAcap "slice_acap", SliceB "slice_b", Slice3Alen "slice3_alen",
        Slice3Acap "slice3_acap", Slice3B "slice3_b", Slice3C "slice3_c", Convert "convert",
    }
    /// `kind=…` of data.
    DataKind { ReadOnly "ro", Writable "rw", Zero "zero", }
    /// `place=…` of sites.
    Placement { Unplaced "unplaced", Heap "heap", Stack "stack", Side "side", }
    /// `kind=…` of sites.
    SiteKind {
        Var "var", Param "param", New "new", AddrLit "addr_lit", SliceLit "slice_lit", MapLit "map_lit",
        MakeSlice "make_slice", MakeMap "make_map", MakeChan "make_chan", Closure "closure",
        MethodValue "method_value", Box "box", BoxString "box_string", BoxSlice "box_slice", Variadic "variadic", Append "append", Concat "concat",
        StringConv "string_conv", MapGrow "map_grow", Go "go", Defer "defer", Runtime "runtime", Temp "temp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distinct<T: Named + std::fmt::Debug>() {
        for (x, name) in T::ALL {
            assert_eq!(T::by_name(name), Some(*x));
            assert_eq!(x.name(), *name);
        }
    }

    #[test]
    fn names_are_distinct() {
        distinct::<Ty>();
        distinct::<BinOp>();
        distinct::<UnOp>();
        distinct::<ConvOp>();
        distinct::<CmpOp>();
        distinct::<FCmpOp>();
        distinct::<BoundsKind>();
        distinct::<DataKind>();
        distinct::<Placement>();
        distinct::<SiteKind>();
    }
}
