//! Empties functions that nothing refers to any more (all their calls were inlined, or name another form): the backend
//! skips them.

use golift_ssa::{FuncId, Module, Op, RelocTarget, Terminator};
use rustc_hash::FxHashSet;

/// Empties the layout of every function that cannot be reached from the entry, the hooks or static data. Functions of
/// which `//golift:noalloc` promises something stay: they are checked on their own bodies too.
pub fn remove_unused_functions(module: &mut Module) {
    let promised = module.funcs.iter().filter(|(_, f)| f.flags.noalloc.is_some()).map(|(id, _)| id);
    let used = used_functions(module, promised.collect());
    for (id, func) in module.funcs.iter_mut() {
        if !used.contains(&id) {
            func.layout.clear();
            func.recover_block = None;
        }
    }
}

/// What can be reached from the entry, the hooks, static data and `more`.
pub(crate) fn used_functions(module: &Module, more: Vec<FuncId>) -> FxHashSet<FuncId> {
    let mut work = more;
    work.extend(module.entry.into_iter().chain(module.hooks.iter().flatten().copied()));
    for reloc in module.data.values().flat_map(|d| &d.relocs) {
        if let RelocTarget::Func(f) = reloc.target {
            work.push(f);
        }
    }
    let mut used: FxHashSet<FuncId> = FxHashSet::default();
    while let Some(id) = work.pop() {
        if !used.insert(id) {
            continue;
        }
        let func = &module.funcs[id];
        for &b in &func.layout {
            for &inst in &func.blocks[b].insts {
                if let Op::Call(f) | Op::FuncAddr(f) = func.insts[inst].op {
                    work.push(f);
                }
            }
            if let Terminator::TailCall(f, _) = func.blocks[b].term {
                work.push(f);
            }
        }
    }
    used
}
