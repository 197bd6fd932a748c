//! The code of goroutines that are joined: whether the last thing that a function does with memory, on each way out, is to
//! say that it has finished, once, by a group or a channel that it was given and uses for nothing else.
//!
//! Either the call stands where only returns follow, or it is deferred before anything else, so that it runs last.
//! What a panic does behind that is of no matter: nothing is left that could stop it.

use crate::opt::devirtualize::function;
use crate::opt::simplify_cfg::constant;
use golift_abi::Builtin;
use golift_abi::goroutine::DEFER_HEAD;
use golift_ssa::{BlockId, Check, Func, FuncId, Module, Op, SiteKind, Terminator, ValueDef, ValueId};
use rustc_hash::FxHashSet;

/// Calls are followed this far.
const MAX_DEPTH: u32 = 4;
/// Where a defer frame has its list.
const HEAD: i32 = DEFER_HEAD;

/// How a goroutine says that it has finished.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Finish {
    /// `wg.Done()`.
    Done,
    /// A send.
    Send,
    /// `close`.
    Close,
}

/// From where a function has the group or channel.
#[derive(Clone, Copy)]
enum From {
    /// This offset of its context.
    Context(i32),
    /// A parameter.
    Param(usize),
}

/// Whether a closure's code finishes with what its context holds at an offset.
pub(super) fn finishes(module: &Module, code: FuncId, at: i32, finish: Finish) -> bool {
    Code { module, finish }.function(code, From::Context(at), MAX_DEPTH)
}

struct Code<'a> {
    module: &'a Module,
    finish: Finish,
}

impl Code<'_> {
    fn function(&self, id: FuncId, from: From, depth: u32) -> bool {
        let func = &self.module.funcs[id];
        if depth == 0 || func.layout.is_empty() || !func.sig.results.is_empty() {
            return false;
        }
        if let From::Context(at) = from
            && let Some(literal) = passes_context(func, at)
        {
            return self.function(literal, from, depth - 1);
        }
        let Some(values) = values(func, from) else { return false };
        if func.flags.has_defer { self.deferred(func, &values, depth) } else { self.direct(func, &values, depth) }
    }

    /// All uses of the values say that the function has finished, and nothing follows.
    fn direct(&self, func: &Func, values: &[ValueId], depth: u32) -> bool {
        func.layout.iter().all(|&block| {
            let data = &func.blocks[block];
            let insts = data.insts.iter().enumerate().all(|(index, &inst)| {
                let inst = &func.insts[inst];
                let mut uses = inst.args.iter().enumerate().filter(|(_, a)| values.contains(a)).map(|(i, _)| i);
                let Some(arg) = uses.next() else { return true };
                uses.next().is_none()
                    && match inst.op {
                        Op::Check(Check::Nil) => true,
                        Op::Call(f) => self.says_so(func, f, &inst.args, arg, depth) && nothing_follows(func, block, index + 1),
                        Op::CallBuiltin(Builtin::rt_chansend, _) => {
                            self.finish == Finish::Send && arg == 0 && nothing_follows(func, block, index + 1)
                        }
                        Op::CallBuiltin(Builtin::rt_closechan, _) => self.finish == Finish::Close && nothing_follows(func, block, index + 1),
                        _ => false,
                    }
            });
            let operands = data.term.operands();
            let mut uses = operands.iter().enumerate().filter(|(_, a)| values.contains(a)).map(|(i, _)| i);
            let term = match (uses.next(), uses.next(), &data.term) {
                (None, ..) => true,
                (Some(arg), None, Terminator::TailCall(f, args)) => self.says_so(func, *f, args, arg, depth),
                _ => false,
            };
            insts && term
        })
    }

    /// Whether a call with one of the values as this argument says that the function has finished.
    fn says_so(&self, func: &Func, callee: FuncId, args: &[ValueId], arg: usize, depth: u32) -> bool {
        match self.module.funcs[callee].name.as_str() {
            "sync.(*WaitGroup).Done" => self.finish == Finish::Done && arg == 0,
            "sync.(*WaitGroup).Add" => self.finish == Finish::Done && arg == 0 && args.get(1).is_some_and(|&n| constant(func, n) == Some(-1)),
            _ => self.function(callee, From::Param(arg), depth - 1),
        }
    }

    /// The values are only given to the call that is deferred first.
    fn deferred(&self, func: &Func, values: &[ValueId], depth: u32) -> bool {
        let mut into: Option<(ValueId, i32)> = None;
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                let data = &func.insts[inst];
                match data.op {
                    _ if !data.args.iter().any(|a| values.contains(a)) => {}
                    Op::Check(Check::Nil) => {}
                    Op::Store(at, _) if into.is_none() && !values.contains(&data.args[0]) => into = Some((data.args[0], at)),
                    _ => return false,
                }
            }
            if func.blocks[block].term.operands().iter().any(|v| values.contains(v)) {
                return false;
            }
        }
        let Some((closure, at)) = into else { return false };
        let Some(code) = self.deferred_first(func, closure) else { return false };
        self.function(code, From::Context(at), depth - 1) && nothing_runs_later(func)
    }

    /// The code of a closure that nothing is done with but that it is the first in the list of deferred calls.
    fn deferred_first(&self, func: &Func, closure: ValueId) -> Option<FuncId> {
        let ValueDef::Result(made, 0) = func.values[closure].def else { return None };
        let Op::Alloc(site) = func.insts[made].op else { return None };
        if self.module.sites[site].kind != SiteKind::Defer {
            return None;
        }
        let entry = &func.blocks[func.entry()];
        let mut first = None;
        for &inst in &entry.insts {
            let data = &func.insts[inst];
            if matches!(data.op, Op::Store(HEAD, _)) && is_defer_frame(func, data.args[0]) {
                first = Some(inst);
                break;
            }
        }
        let first = first.filter(|&inst| func.insts[inst].args[1] == closure)?;
        let mut code = None;
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                let data = &func.insts[inst];
                if !data.args.contains(&closure) || inst == first {
                    continue;
                }
                match data.op {
                    Op::Store(0, _) if data.args[0] == closure && code.is_none() => {
                        code = Some(function(func, data.args[1])?);
                    }
                    Op::Store(..) if data.args[0] == closure && data.args[1] != closure => {}
                    _ => return None,
                }
            }
            if func.blocks[block].term.operands().contains(&closure) {
                return None;
            }
        }
        // The entry is run once.
        let again = func.layout.iter().any(|&b| func.blocks[b].term.targets().iter().any(|t| t.block == func.entry()));
        code.filter(|_| !again)
    }
}

/// The literal that a function calls at its end with its own context: what packs the arguments of `go func(…) {…}(…)`.
fn passes_context(func: &Func, at: i32) -> Option<FuncId> {
    let context = *func.blocks[func.entry()].params.first()?;
    let [block] = func.layout[..] else { return None };
    let Terminator::TailCall(callee, args) = &func.blocks[block].term else { return None };
    if args.first() != Some(&context) || args[1..].contains(&context) {
        return None;
    }
    let reads_others = func.blocks[block].insts.iter().all(|&inst| {
        let data = &func.insts[inst];
        !data.args.contains(&context)
            || match data.op {
                Op::Load(off, _) => off != at,
                Op::AddrOff(off) => off != i64::from(at),
                _ => false,
            }
    });
    reads_others.then_some(*callee)
}

/// The values that a function has from there; `None` if it uses its context otherwise.
fn values(func: &Func, from: From) -> Option<Vec<ValueId>> {
    let params = &func.blocks[func.entry()].params;
    let at = match from {
        From::Param(n) => return params.get(n).map(|&p| vec![p]),
        From::Context(at) => at,
    };
    let context = *params.first()?;
    let mut out = Vec::new();
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if !data.args.contains(&context) {
                continue;
            }
            match data.op {
                Op::Load(off, _) if off == at => out.push(func.result(inst)),
                Op::Load(..) => {}
                Op::AddrOff(off) if off != i64::from(at) => {}
                _ => return None,
            }
        }
        if func.blocks[block].term.operands().contains(&context) {
            return None;
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether only returns follow, and nothing that looks at memory or at values that were computed from it.
fn nothing_follows(func: &Func, block: BlockId, index: usize) -> bool {
    let mut seen: FxHashSet<BlockId> = FxHashSet::default();
    let mut work = vec![(block, index)];
    while let Some((block, index)) = work.pop() {
        let data = &func.blocks[block];
        if !data.insts[index..].iter().all(|&i| func.insts[i].args.is_empty() && func.insts[i].op.is_pure()) {
            return false;
        }
        match &data.term {
            Terminator::Return(values) if values.is_empty() => {}
            Terminator::Jump(target) if target.args.is_empty() => {
                if seen.insert(target.block) {
                    work.push((target.block, 0));
                }
            }
            _ => return false,
        }
    }
    true
}

fn is_defer_frame(func: &Func, v: ValueId) -> bool {
    matches!(func.values[v].def, ValueDef::Result(inst, 0) if func.insts[inst].op == Op::DeferFrame)
}

/// Whether a value is the head of the list of deferred calls.
fn is_deferred(func: &Func, v: ValueId) -> bool {
    let ValueDef::Result(inst, 0) = func.values[v].def else { return false };
    matches!(func.insts[inst].op, Op::Load(HEAD, _)) && is_defer_frame(func, func.insts[inst].args[0])
}

/// Whether behind the deferred calls the function only returns.
fn nothing_runs_later(func: &Func) -> bool {
    let mut seen: FxHashSet<BlockId> = FxHashSet::default();
    let mut work: Vec<(BlockId, usize)> = Vec::new();
    for &block in &func.layout {
        for (index, &inst) in func.blocks[block].insts.iter().enumerate() {
            let data = &func.insts[inst];
            if data.op == Op::CallClosure && is_deferred(func, data.args[0]) {
                work.push((block, index + 1));
            }
        }
    }
    if work.is_empty() {
        return false;
    }
    while let Some((block, index)) = work.pop() {
        let data = &func.blocks[block];
        let mut runs_next = false;
        for &inst in &data.insts[index..] {
            let data = &func.insts[inst];
            let own = match data.op {
                Op::IConst(_) | Op::DeferFrame => true,
                Op::Load(..) => is_defer_frame(func, data.args[0]) || is_deferred(func, data.args[0]),
                Op::Store(..) => is_defer_frame(func, data.args[0]),
                Op::Cmp(_) => data.args.iter().any(|&a| is_deferred(func, a)),
                Op::CallClosure if is_deferred(func, data.args[0]) => {
                    runs_next = true;
                    break;
                }
                _ => false,
            };
            if !own {
                return false;
            }
        }
        if runs_next {
            continue;
        }
        match &data.term {
            Terminator::Return(values) if values.is_empty() => {}
            term @ (Terminator::Jump(_) | Terminator::Branch { .. }) => {
                for target in term.targets() {
                    if !target.args.is_empty() {
                        return false;
                    }
                    if seen.insert(target.block) {
                        work.push((target.block, 0));
                    }
                }
            }
            _ => return false,
        }
    }
    true
}
