//! Where the words of a call travel.
//!
//! Go functions use Cranelift's `Tail` convention. On x86-64 integer arguments are in rdi, rsi, rdx, rcx, r8, r9 and
//! integer results in rax, rcx, rdx, rsi, rdi, r8, r9, r10; floats both ways in xmm0–xmm7. On aarch64 integer
//! arguments and results are in x2–x7, floats in v0–v7. Nothing is ever passed on the stack itself.
//!
//! What does not fit goes through the *spill area*, a slot in the caller's frame: first the words of arguments, then
//! those of results, 8 bytes each. Its address is the last integer argument. So a function can be started again on
//! another stack without copying arguments.
//!
//! The layout depends on the SSA signature alone: direct, closure and interface calls agree on it.

use crate::config::Arch;
use cranelift_codegen::ir::{AbiParam, Signature as ClifSignature, Type, types};
use cranelift_codegen::isa::CallConv;
use golift_abi as abi;
use golift_ssa::Ty;

/// Where one word travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The n-th parameter (or result) of the Cranelift signature.
    Reg(u32),
    /// At this offset in the spill area.
    Spill(u32),
}

/// Where the words of a signature travel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallLayout {
    /// For each parameter.
    pub params: Vec<Place>,
    /// For each result.
    pub results: Vec<Place>,
    /// Bytes of the spill area; 0: there is none, and no pointer to it is passed.
    pub area: u32,
    /// Where the results begin in the spill area.
    pub results_at: u32,
}

/// The integer registers that a target has for results.
pub(crate) fn int_result_regs(arch: Arch) -> usize {
    match arch {
        Arch::X86_64 => abi::INT_RESULT_REGS,
        Arch::Aarch64 => abi::INT_RESULT_REGS.min(6),
    }
}

/// Lays a signature out.
pub fn call_layout(arch: Arch, params: &[Ty], results: &[Ty]) -> CallLayout {
    let fits = |tys: &[Ty], ints: usize, floats: usize| {
        let n = tys.iter().filter(|t| is_float(**t)).count();
        n <= floats && tys.len() - n <= ints
    };
    let result_ints = int_result_regs(arch);
    let all_fit = fits(params, abi::INT_ARG_REGS, abi::FLOAT_ARG_REGS)
        && fits(results, result_ints, abi::FLOAT_RESULT_REGS);
    let arg_ints = if all_fit { abi::INT_ARG_REGS } else { abi::INT_ARG_REGS - 1 };
    let mut area = 0;
    let params = assign(params, arg_ints, abi::FLOAT_ARG_REGS, &mut area);
    let results_at = area;
    let results = assign(results, result_ints, abi::FLOAT_RESULT_REGS, &mut area);
    CallLayout { params, results, area, results_at }
}

fn assign(tys: &[Ty], ints: usize, floats: usize, area: &mut u32) -> Vec<Place> {
    let (mut int, mut float, mut reg) = (0, 0, 0);
    tys.iter()
        .map(|&ty| {
            let (used, limit) = if is_float(ty) { (&mut float, floats) } else { (&mut int, ints) };
            if *used < limit {
                *used += 1;
                reg += 1;
                Place::Reg(reg - 1)
            } else {
                *area += 8;
                Place::Spill(*area - 8)
            }
        })
        .collect()
}

impl CallLayout {
    /// Whether a pointer to a spill area is passed.
    pub fn has_spill(&self) -> bool {
        self.area != 0
    }

    /// The Cranelift signature: register parameters in order, the pointer to the spill area last; register results.
    pub(crate) fn signature(&self, params: &[Ty], results: &[Ty]) -> ClifSignature {
        let mut sig = ClifSignature::new(CallConv::Tail);
        let in_regs = |places: &[Place], tys: &[Ty]| -> Vec<AbiParam> {
            places
                .iter()
                .zip(tys)
                .filter(|(p, _)| matches!(p, Place::Reg(_)))
                .map(|(_, &ty)| AbiParam::new(clif_type(ty)))
                .collect()
        };
        sig.params = in_regs(&self.params, params);
        if self.has_spill() {
            sig.params.push(AbiParam::new(types::I64));
        }
        sig.returns = in_regs(&self.results, results);
        sig
    }
}

/// The Cranelift signature of a runtime function: the goroutine, then its words, by the C convention.
pub(crate) fn builtin_signature(builtin: abi::Builtin) -> ClifSignature {
    let info = builtin.info();
    let mut sig = ClifSignature::new(CallConv::SystemV);
    sig.params.push(AbiParam::new(types::I64));
    for &word in info.params {
        let param = AbiParam::new(word_type(word));
        sig.params.push(if word == abi::Word::I8 { param.uext() } else { param });
    }
    sig.returns.extend(info.results.iter().map(|&word| AbiParam::new(word_type(word))));
    sig
}

fn is_float(ty: Ty) -> bool {
    matches!(ty, Ty::F32 | Ty::F64)
}

/// The Cranelift type of a value.
pub(crate) fn clif_type(ty: Ty) -> Type {
    match ty {
        Ty::I8 => types::I8,
        Ty::I16 => types::I16,
        Ty::I32 => types::I32,
        Ty::I64 | Ty::Ptr => types::I64,
        Ty::F32 => types::F32,
        Ty::F64 => types::F64,
    }
}

/// The Cranelift type of a word of a runtime function.
pub(crate) fn word_type(word: abi::Word) -> Type {
    match word {
        abi::Word::I8 => types::I8,
        abi::Word::I32 => types::I32,
        abi::Word::I64 | abi::Word::Ptr => types::I64,
        abi::Word::F32 => types::F32,
        abi::Word::F64 => types::F64,
    }
}
