//! What the verifier asks of types.

use crate::names::Named;
use crate::op::Ty;
use golift_abi::Word;

/// The types of a builtin's words.
pub(crate) fn words(list: &[Word]) -> Vec<Ty> {
    let ty = |w: &Word| match w {
        Word::I8 => Ty::I8,
        Word::I32 => Ty::I32,
        Word::I64 => Ty::I64,
        Word::F32 => Ty::F32,
        Word::F64 => Ty::F64,
        Word::Ptr => Ty::Ptr,
    };
    list.iter().map(ty).collect()
}

/// Types for a message: `(i64, ptr)`.
pub(crate) fn list(tys: &[Ty]) -> String {
    format!("({})", tys.iter().map(|t| t.name()).collect::<Vec<_>>().join(", "))
}

/// Whether it is a float type.
pub(crate) fn is_float(t: Ty) -> bool {
    matches!(t, Ty::F32 | Ty::F64)
}

/// Whether it is an integer type; pointers are none.
pub(crate) fn is_int(t: Ty) -> bool {
    matches!(t, Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64)
}

/// Bytes of a value.
pub(crate) fn width(t: Ty) -> u32 {
    match t {
        Ty::I8 => 1,
        Ty::I16 => 2,
        Ty::I32 | Ty::F32 => 4,
        Ty::I64 | Ty::F64 | Ty::Ptr => 8,
    }
}
