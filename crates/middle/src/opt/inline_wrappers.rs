//! Inlines small methods into the wrappers that call them at their end: an interface's method of a value type takes a pointer,
//! loads the value and goes to the method.
//!
//! The wrapper takes the method's place in tracebacks then. This comes after placement, so that reports know the method alone;
//! methods that allocate stay as they are, and so do the functions that `go` and `defer` generate.

use crate::opt::inline::{BUDGET, inline_call, inlinable_cost};
use golift_ssa::{BlockId, Func, FuncId, Module, Op, Terminator};

/// Inlines in all wrappers.
pub fn inline_wrappers(module: &mut Module) {
    let wrappers: Vec<(FuncId, BlockId, FuncId)> = module.funcs.iter().filter_map(|(id, f)| wrapped(module, id, f)).collect();
    for (id, block, callee) in wrappers {
        let mut func = std::mem::replace(&mut module.funcs[id], Func::new(String::new(), Default::default()));
        if let Terminator::TailCall(_, args) = std::mem::take(&mut func.blocks[block].term) {
            let types = func.sig.results.clone();
            let call = func.append(block, Op::Call(callee), &args, &types, None);
            func.blocks[block].term = Terminator::Return(func.insts[call].results.to_vec());
            let at = func.blocks[block].insts.len() - 1;
            inline_call(&mut func, block, at, &module.funcs[callee], &mut module.sites);
            func.flags.wrapper = false;
        }
        module.funcs[id] = func;
    }
}

/// What a wrapper calls, and where, if it is a small method.
fn wrapped(module: &Module, id: FuncId, func: &Func) -> Option<(FuncId, BlockId, FuncId)> {
    if !func.flags.wrapper || func.flags.has_context || func.flags.has_defer {
        return None;
    }
    let mut tails = func.layout.iter().filter_map(|&b| match func.blocks[b].term {
        Terminator::TailCall(callee, _) => Some((b, callee)),
        _ => None,
    });
    let (Some((block, callee)), None) = (tails.next(), tails.next()) else { return None };
    let method = &module.funcs[callee];
    let allocates = method.layout.iter().flat_map(|&b| &method.blocks[b].insts).any(|&i| method.insts[i].op.site().is_some());
    let fits = callee != id && !allocates && !method.side_owner && !method.flags.wrapper;
    (fits && inlinable_cost(method).is_some_and(|c| c <= BUDGET)).then_some((id, block, callee))
}
