//! Closures that functions return: of which code they are, and which of their captures are parameters.
//!
//! A function that always returns a closure made there, as functions that make iterators do, gives its callers a
//! function value that they know: the call of it becomes direct and can be inlined, and its loads of captures that are
//! parameters become the arguments. What is found stays true while functions are optimised, since no pass changes what a
//! function returns.

use crate::opt::devirtualize::closure_codes;
use crate::opt::rewrite::Replacements;
use cranelift_entity::SecondaryMap;
use golift_ssa::{Func, FuncId, Module, Op, Terminator, Ty, ValueDef, ValueId};

/// A closure that a function returns.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Returned {
    code: FuncId,
    /// Offsets of captures with the parameters that stand there.
    captures: Vec<(i32, u32)>,
}

impl Returned {
    /// What is true of both.
    fn meet(self, other: &Returned) -> Option<Returned> {
        let captures = self.captures.into_iter().filter(|c| other.captures.contains(c)).collect();
        (self.code == other.code).then_some(Returned { code: self.code, captures })
    }
}

/// The closures that the functions of a module return, by function and result.
#[derive(Default, Debug)]
pub(crate) struct ClosureResults {
    by_func: SecondaryMap<FuncId, Vec<Option<Returned>>>,
}

/// Functions that return what another function returns are followed this many steps.
const MAX_STEPS: usize = 4;

impl ClosureResults {
    /// Finds them.
    pub(crate) fn of(module: &Module) -> ClosureResults {
        let mut out = ClosureResults::default();
        let candidates: Vec<FuncId> = module
            .funcs
            .iter()
            .filter(|(_, f)| f.recover_block.is_none() && !f.layout.is_empty() && f.sig.results.contains(&Ty::Ptr))
            .map(|(id, _)| id)
            .collect();
        for _ in 0..MAX_STEPS {
            let mut changed = false;
            for &id in &candidates {
                if out.by_func[id].iter().any(Option::is_some) {
                    continue;
                }
                let found = out.results_of(&module.funcs[id]);
                if found.iter().any(Option::is_some) {
                    out.by_func[id] = found;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        out
    }

    /// The code of the closure that a value is, if a call gave it.
    pub(crate) fn code(&self, func: &Func, v: ValueId) -> Option<FuncId> {
        self.returned(func, v).map(|(r, _)| r.code)
    }

    /// Lets loads of captures take the arguments that they are.
    pub(crate) fn forward_captures(&self, func: &mut Func) {
        let mut replaced = Replacements::default();
        for block in func.layout.clone() {
            let mut kept = Vec::with_capacity(func.blocks[block].insts.len());
            for &inst in &func.blocks[block].insts {
                let data = &func.insts[inst];
                if let Op::Load(at, _) = data.op
                    && let Some((returned, args)) = self.returned(func, data.args[0])
                    && let Some(&(_, param)) = returned.captures.iter().find(|c| c.0 == at)
                    && let Some(&arg) = args.get(param as usize)
                    && func.ty(arg) == func.ty(data.results[0])
                {
                    replaced.set(data.results[0], arg);
                } else {
                    kept.push(inst);
                }
            }
            func.blocks[block].insts = kept;
        }
        replaced.apply(func);
    }

    /// The closure that a value is, and the arguments of the call that gave it.
    fn returned<'a>(&'a self, func: &'a Func, v: ValueId) -> Option<(&'a Returned, &'a [ValueId])> {
        let ValueDef::Result(inst, n) = func.values[v].def else { return None };
        let data = &func.insts[inst];
        let Op::Call(callee) = data.op else { return None };
        let returned = self.by_func[callee].get(n as usize)?.as_ref()?;
        Some((returned, &data.args))
    }

    fn results_of(&self, func: &Func) -> Vec<Option<Returned>> {
        let mut found: Option<Vec<Option<Returned>>> = None;
        let mut codes = None;
        for &block in &func.layout {
            let here: Vec<Option<Returned>> = match &func.blocks[block].term {
                Terminator::Return(values) => {
                    let is_ptr = |v: &ValueId| func.ty(*v) == Ty::Ptr && matches!(func.values[*v].def, ValueDef::Result(..));
                    if !values.iter().any(is_ptr) {
                        return Vec::new();
                    }
                    let codes = codes.get_or_insert_with(|| closure_codes(func, self));
                    values
                        .iter()
                        .map(|&v| {
                            if let Some((returned, args)) = self.returned(func, v) {
                                return Some(through(func, returned, args));
                            }
                            let code = codes.get(&v).copied().flatten()?;
                            Some(Returned { code, captures: captures(func, v) })
                        })
                        .collect()
                }
                Terminator::TailCall(callee, args) => {
                    self.by_func[*callee].iter().map(|r| r.as_ref().map(|r| through(func, r, args))).collect()
                }
                Terminator::TailCallClosure(_) | Terminator::TailCallIface(..) => return Vec::new(),
                _ => continue,
            };
            found = Some(match found {
                None => here,
                Some(all) => all.into_iter().zip(here).map(|(a, b)| a?.meet(&b?)).collect(),
            });
        }
        found.unwrap_or_default()
    }
}

/// What a call with these arguments returns, in terms of the calling function's parameters.
fn through(func: &Func, returned: &Returned, args: &[ValueId]) -> Returned {
    let captures = returned.captures.iter().filter_map(|&(at, n)| Some((at, entry_param(func, *args.get(n as usize)?)?))).collect();
    Returned { code: returned.code, captures }
}

/// The captures of a closure that are parameters of the function, each stored once.
fn captures(func: &Func, closure: ValueId) -> Vec<(i32, u32)> {
    let mut stored: Vec<(i32, Option<u32>)> = Vec::new();
    for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
        let data = &func.insts[inst];
        match data.op {
            Op::Store(at, _) if data.args[0] == closure => match stored.iter_mut().find(|s| s.0 == at) {
                Some(twice) => twice.1 = None,
                None => stored.push((at, entry_param(func, data.args[1]))),
            },
            _ => {}
        }
    }
    stored.into_iter().filter_map(|(at, param)| Some((at, param?))).collect()
}

/// Which parameter of the function a value is.
pub(crate) fn entry_param(func: &Func, v: ValueId) -> Option<u32> {
    match func.values[v].def {
        ValueDef::Param(block, n) if block == func.entry() => Some(n),
        _ => None,
    }
}
