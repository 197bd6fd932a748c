//! Calls of function values: by what the closure may be, else by what has the call's signature.
//!
//! A points-to set names the closures that the function makes or gets from callees. For others, as for parameters that
//! are called, the call may reach every function whose address is taken anywhere in the program and that has the types
//! of the call's arguments and results (rapid type analysis). These are called with an unknown context: what they do to
//! their captures is seen where the closures are made ([`Solver::called_elsewhere`]).

use super::graph::{HEAP, Kind, Obj};
use super::points_to::{ANY, PointsTo, insert, union};
use super::quiet::panics_end;
use super::solve::Solver;
use super::summary::Summary;
use cranelift_entity::SecondaryMap;
use golift_abi::Builtin;
use golift_ssa::{Func, FuncId, Module, Op, RelocTarget, Signature, SiteKind, Ty, ValueId};
use rustc_hash::FxHashMap;
use std::ops::{Index, IndexMut};

/// Calls that may reach more functions than this are taken to do anything.
const MAX_TARGETS: usize = 16;

/// The summaries known so far; `None` for functions that are not solved yet.
pub(crate) struct Summaries {
    of: SecondaryMap<FuncId, Option<Summary>>,
    /// What calls of function values reach.
    pub(crate) values: FunctionValues,
    /// Whether nothing in the program stops a panic.
    pub(crate) panics_end: bool,
}

impl Summaries {
    /// No function is solved.
    pub(crate) fn new(module: &Module) -> Summaries {
        Summaries { of: SecondaryMap::new(), values: FunctionValues::of(module), panics_end: panics_end(module) }
    }
}

impl Index<FuncId> for Summaries {
    type Output = Option<Summary>;

    fn index(&self, id: FuncId) -> &Option<Summary> {
        &self.of[id]
    }
}

impl IndexMut<FuncId> for Summaries {
    fn index_mut(&mut self, id: FuncId) -> &mut Option<Summary> {
        &mut self.of[id]
    }
}

/// The functions of a program that function values may be.
pub(crate) struct FunctionValues {
    /// By signature; `None` if values may be code of which the module does not know.
    by_signature: Option<FxHashMap<Signature, Vec<FuncId>>>,
}

impl FunctionValues {
    /// Finds them. Closures have their code from `func_addr`, function values in static data from a relocation.
    pub(crate) fn of(module: &Module) -> FunctionValues {
        let none = FunctionValues { by_signature: None };
        // What is called from outside gets values from there.
        if module.entry.is_none() {
            return none;
        }
        let mut taken: Vec<FuncId> = Vec::new();
        for func in module.funcs.values() {
            for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
                match func.insts[inst].op {
                    Op::FuncAddr(f) => taken.push(f),
                    // Package reflect makes function values of the runtime's code.
                    Op::CallBuiltin(Builtin::rt_reflect_entry, _) => return none,
                    _ => {}
                }
            }
        }
        for reloc in module.data.values().flat_map(|d| &d.relocs) {
            // Methods in itabs and descriptors have no context.
            if let RelocTarget::Func(f) = reloc.target
                && module.funcs[f].flags.has_context
            {
                taken.push(f);
            }
        }
        taken.sort_unstable();
        taken.dedup();
        let mut by_signature: FxHashMap<Signature, Vec<FuncId>> = FxHashMap::default();
        for f in taken {
            if module.funcs[f].layout.is_empty() {
                return none;
            }
            by_signature.entry(module.funcs[f].sig.clone()).or_default().push(f);
        }
        FunctionValues { by_signature: Some(by_signature) }
    }

    /// What a call of an unknown function value with these operands may reach; `None` if that is not known, or of no use
    /// because no pointer is passed.
    pub(crate) fn targets(&self, func: &Func, args: &[ValueId], results: impl Iterator<Item = Ty>) -> Option<&[FuncId]> {
        let by_signature = self.by_signature.as_ref()?;
        let params: Vec<Ty> = args.iter().map(|&a| func.ty(a)).collect();
        if !params.iter().skip(1).any(|&ty| ty == Ty::Ptr) {
            return None;
        }
        let targets = by_signature.get(&Signature { params, results: results.collect() }).map_or(&[][..], Vec::as_slice);
        (targets.len() <= MAX_TARGETS).then_some(targets)
    }
}

/// Where the code of an object comes from.
#[derive(PartialEq, Eq)]
enum Code {
    /// The lowering made the closure, and stored its code at the head. What else the graph may have there was stored at
    /// unknown offsets and belongs to other words.
    Own,
    /// A variable is no closure: its object is among those that are called because it stands near them.
    Variable,
    /// Package reflect makes closures from the runtime's code.
    Unknown,
}

impl Solver<'_> {
    /// Calls every function that the closure may be; `targets` are those that unknown ones may be. The `memory` arguments
    /// behind the context are memory for results: by the calling convention (`lower/callconv.rs`) even unknown code
    /// does nothing but fill it.
    pub(super) fn call_closure(
        &mut self,
        args: &[PointsTo],
        memory: usize,
        results: usize,
        targets: Option<&[FuncId]>,
    ) -> Vec<PointsTo> {
        let mut out = vec![PointsTo::new(); results];
        let mut unknown = false;
        for &(o, _) in &args[0] {
            match self.graph.get(o).kind {
                Kind::Site(..) | Kind::Fresh(..) => {
                    let codes = self.graph.load(o, 0);
                    let foreign = self.code(o) != Code::Own && codes.iter().any(|&(c, _)| !matches!(self.graph.get(c).kind, Kind::Func(_)));
                    if foreign {
                        self.escape_unknown(o);
                    }
                    unknown |= foreign || codes.is_empty();
                    for (c, _) in codes {
                        let Kind::Func(f) = self.graph.get(c).kind else { continue };
                        if self.module.funcs[f].sig.params.len() != args.len() {
                            continue;
                        }
                        self.call_target(f, vec![(o, 0)], args, &mut out);
                    }
                }
                Kind::Phantom { .. } => {
                    self.graph.mark_called(o);
                    unknown = true;
                }
                _ => unknown = true,
            }
        }
        if unknown {
            match targets {
                Some(targets) => {
                    for &f in targets {
                        self.call_target(f, vec![(HEAP, 0)], args, &mut out);
                    }
                }
                None => {
                    let (filled, kept) = args[1..].split_at(memory.min(args.len() - 1));
                    filled.iter().for_each(|set| self.store_all(set, ANY, &vec![(HEAP, 0)]));
                    kept.iter().for_each(|set| self.escape_all(set, "passed to an unknown function"));
                }
            }
            out.iter_mut().for_each(|set| {
                insert(set, (HEAP, 0));
            });
        }
        out
    }

    /// Where the code of an object that is called comes from.
    fn code(&self, o: Obj) -> Code {
        let (Kind::Site(site, _) | Kind::Fresh(_, site)) = self.graph.get(o).kind else { return Code::Unknown };
        let is_code = |&(c, _): &(Obj, i64)| matches!(self.graph.get(c).kind, Kind::Func(_));
        match self.module.sites[site].kind {
            SiteKind::Var | SiteKind::Param => Code::Variable,
            SiteKind::Closure | SiteKind::MethodValue | SiteKind::Defer
                if self.graph.contents(o).iter().any(|(at, set)| *at == 0 && !set.is_empty() && set.iter().all(is_code)) =>
            {
                Code::Own
            }
            _ => Code::Unknown,
        }
    }

    /// Code that the module does not have gets the object as its context.
    fn escape_unknown(&mut self, o: Obj) {
        if self.code(o) == Code::Unknown {
            self.escape_all(&vec![(o, 0)], "a function of unknown code");
        }
    }

    /// Calls a function with a context, and adds what it returns.
    fn call_target(&mut self, f: FuncId, context: PointsTo, args: &[PointsTo], out: &mut [PointsTo]) {
        let mut with_context = args.to_vec();
        with_context[0] = context;
        for (all, set) in out.iter_mut().zip(self.call(f, &with_context, None)) {
            union(all, set);
        }
    }

    /// A callee calls these function values with arguments that are unknown here: what they do to their captures
    /// happens, and what they return goes anywhere.
    pub(super) fn called_elsewhere(&mut self, set: &PointsTo) {
        for &(o, _) in set {
            match self.graph.get(o).kind {
                Kind::Phantom { .. } => self.graph.mark_called(o),
                Kind::Site(..) | Kind::Fresh(..) if !self.graph.get(o).escaped => {
                    for (c, _) in self.graph.load(o, 0) {
                        let Kind::Func(f) = self.graph.get(c).kind else {
                            self.escape_unknown(o);
                            continue;
                        };
                        if !self.elsewhere.insert((o, f)) {
                            continue;
                        }
                        let mut args = vec![vec![(HEAP, 0)]; self.module.funcs[f].sig.params.len()];
                        if let Some(context) = args.first_mut() {
                            *context = vec![(o, 0)];
                        }
                        for result in self.call(f, &args, None) {
                            self.escape_all(&result, "returned by a function value that is called elsewhere");
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
