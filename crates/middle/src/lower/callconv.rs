//! How Go calls are expressed in SSA signatures. Definitions, direct calls, calls of func values, interface calls,
//! wrappers and thunks all go through [`FlatSig`].
//!
//! The parameters of a function's code, in order:
//!
//! 1. the **lead**: for code of func values the closure context (one Ptr); for methods the receiver: its scalars, or
//!    a Ptr for a memory-class receiver; for code in itabs the data word (one Ptr); nothing for plain functions;
//! 2. a Ptr to **result memory** for each memory-class result, in order;
//! 3. the **parameters** in order: scalars, or a Ptr for a memory-class parameter. A variadic parameter is its slice.
//!
//! The results are the scalars of the results that are not memory-class, in order.
//!
//! Memory-class parameters (and receivers): nobody writes the memory during the call, neither the caller nor the
//! callee. The caller passes a temporary copy unless it knows that nothing can change the original during the call;
//! the callee makes its own copy if it assigns to the parameter or lets its address be taken. The callee does not
//! keep the pointer: what outlives the call (closures, goroutines) gets a copy.
//!
//! Result memory: the caller passes fresh memory that nobody else can see, not necessarily zeroed. The callee writes
//! all of it before it returns, and may use it as the result variable itself as long as no address of it outlives
//! the call; if the call panics, the contents do not matter.

use super::module::ModuleBuilder;
use golift_ssa::{Signature, Ty};
use golift_types::TypeId;
use std::rc::Rc;

/// What stands before result memory and parameters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lead {
    /// A plain function.
    None,
    /// A closure's code: the context.
    Context,
    /// A method: a receiver of this type.
    Recv(TypeId),
    /// Code in an itab: the data word.
    DataWord,
}

/// Where one parameter or result travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pass {
    /// In `count` scalars from index `first` of the SSA parameters (results: of the SSA results).
    Scalars {
        /// The first one's index.
        first: usize,
        /// Their number; perhaps 0.
        count: usize,
    },
    /// In memory, by the pointer that is SSA *parameter* `param` (for results too).
    Memory {
        /// The index among the SSA parameters.
        param: usize,
    },
}

/// A Go function type flattened into an SSA signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlatSig {
    /// The SSA signature, lead included.
    pub sig: Signature,
    /// The lead.
    pub lead: Lead,
    /// Where the receiver is, for `Lead::Recv`; the context or data word is always parameter 0.
    pub recv: Option<Pass>,
    /// Where each Go parameter is.
    pub params: Vec<Pass>,
    /// Where each Go result is.
    pub results: Vec<Pass>,
    /// The Go types of the parameters.
    pub param_types: Vec<TypeId>,
    /// The Go types of the results.
    pub result_types: Vec<TypeId>,
    /// Whether the last parameter is variadic.
    pub variadic: bool,
}

impl FlatSig {
    /// The signature of generated code that takes nothing but its lead.
    pub fn bare(sig: Signature, lead: Lead) -> FlatSig {
        let (params, results, param_types, result_types) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        FlatSig { sig, lead, recv: None, params, results, param_types, result_types, variadic: false }
    }
}

impl<'p> ModuleBuilder<'p> {
    /// Flattens a function type. `sig_ty`'s own receiver, if any, does not count: `lead` says what stands there.
    pub fn flat_sig(&mut self, sig_ty: TypeId, lead: Lead) -> Rc<FlatSig> {
        let sig_ty = self.canon(sig_ty);
        if let Some(f) = self.flat_sigs.get(&(sig_ty, lead)) {
            return f.clone();
        }
        let w = self.world;
        let sig = w.as_signature(sig_ty).expect("a function type");
        let mut flat = FlatSig {
            sig: Signature::default(),
            lead,
            recv: None,
            params: Vec::new(),
            results: Vec::new(),
            param_types: sig.params.iter().map(|p| p.ty).collect(),
            result_types: sig.results.iter().map(|p| p.ty).collect(),
            variadic: sig.variadic,
        };
        match lead {
            Lead::None => {}
            Lead::Context | Lead::DataWord => flat.sig.params.push(Ty::Ptr),
            Lead::Recv(ty) => flat.recv = Some(self.pass_param(ty, &mut flat.sig.params)),
        }
        for r in &sig.results {
            let repr = self.repr(r.ty);
            let pass = if repr.memory {
                flat.sig.params.push(Ty::Ptr);
                Pass::Memory { param: flat.sig.params.len() - 1 }
            } else {
                let first = flat.sig.results.len();
                flat.sig.results.extend(repr.tys());
                Pass::Scalars { first, count: repr.components.len() }
            };
            flat.results.push(pass);
        }
        for p in &sig.params {
            let pass = self.pass_param(p.ty, &mut flat.sig.params);
            flat.params.push(pass);
        }
        let flat = Rc::new(flat);
        self.flat_sigs.insert((sig_ty, lead), flat.clone());
        flat
    }

    fn pass_param(&mut self, ty: TypeId, params: &mut Vec<Ty>) -> Pass {
        let repr = self.repr(ty);
        let first = params.len();
        if repr.memory {
            params.push(Ty::Ptr);
            return Pass::Memory { param: first };
        }
        params.extend(repr.tys());
        Pass::Scalars { first, count: repr.components.len() }
    }

    /// The lead of a declared function's or method's own code, from its signature type (with receiver, substituted).
    pub fn decl_lead(&mut self, sig_ty: TypeId) -> Lead {
        match self.world.as_signature(sig_ty).and_then(|s| s.recv.as_ref()) {
            Some(r) => Lead::Recv(self.canon(r.ty)),
            None => Lead::None,
        }
    }
}
