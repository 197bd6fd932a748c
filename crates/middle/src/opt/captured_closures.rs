//! Makes calls of function values direct that a closure captures and that are always the same closure.
//!
//! `var f func(int); f = func(n int) { … f(n-1) … }`: the variable's memory is written once, with one closure, and only
//! read elsewhere, also in the closures that capture its address. What is loaded from it is nil or that closure. The
//! closure itself gets its own context in place of what it loads, if the variable and the closure are made equally often.
//! A closure that is captured as a value is known likewise.
//! All closures must be as lowering makes them: each in one place, its context only read in its own code. So this runs
//! before anything is inlined.

use crate::escape::has_irreducible_cycle;
use crate::opt::closure_results::ClosureResults;
use crate::opt::devirtualize::{closure_codes, is_alloc, signature_fits};
use crate::opt::rewrite::Replacements;
use cranelift_entity::SecondaryMap;
use golift_ssa::{BlockId, Cfg, Check, Dominators, Func, FuncId, InstId, Loops, Module, Op, RelocTarget, Terminator, Ty, ValueDef, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Makes such calls direct in the whole module.
pub fn resolve_captured_closures(module: &mut Module) {
    let closures = Closures::of(module);
    if closures.made.is_empty() {
        return;
    }
    let mut makers: Vec<FuncId> = closures.made.values().map(|m| m.maker).collect();
    makers.sort_unstable();
    makers.dedup();
    let mut edits: Vec<(FuncId, Edit)> = Vec::new();
    for &maker in &makers {
        closures.variables(module, maker, &mut edits);
    }
    closures.values(module, &mut edits);
    edits.sort_by_key(|&(id, _)| id);
    for edits in edits.chunk_by(|a, b| a.0 == b.0) {
        apply(module, edits[0].0, edits);
    }
}

/// What is known of a value in one function.
#[derive(Clone, Copy)]
enum Edit {
    /// It is another value.
    Same(ValueId, ValueId),
    /// It is a closure with this code, or nil if the flag is set.
    Code(ValueId, FuncId, bool),
}

/// A closure that one place makes.
struct Made {
    maker: FuncId,
    alloc: ValueId,
    /// What is stored at each offset; `None` for several values.
    fields: FxHashMap<i64, Option<ValueId>>,
}

/// The uses of the values of one function.
#[derive(Default)]
struct Uses {
    of: SecondaryMap<ValueId, Vec<(BlockId, InstId)>>,
    /// Values that terminators use.
    by_terminators: FxHashSet<ValueId>,
}

impl Uses {
    fn of(func: &Func) -> Uses {
        let mut uses = Uses::default();
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                for &arg in &func.insts[inst].args {
                    uses.of[arg].push((block, inst));
                }
            }
            uses.by_terminators.extend(func.blocks[block].term.operands());
        }
        uses
    }
}

struct Closures {
    /// All allocations of closures whose code is known, by maker: (maker, allocation, code).
    places: Vec<(FuncId, ValueId, FuncId)>,
    /// By code.
    made: FxHashMap<FuncId, Made>,
    /// By maker and allocation.
    by_alloc: FxHashMap<(FuncId, ValueId), FuncId>,
    /// Of the functions that make closures or are their code.
    uses: FxHashMap<FuncId, Uses>,
}

impl Closures {
    /// The closures that one place makes and whose code nothing else names.
    fn of(module: &Module) -> Closures {
        let mut named: SecondaryMap<FuncId, u32> = SecondaryMap::new();
        let mut places: Vec<(FuncId, ValueId, FuncId)> = Vec::new();
        // Literals that are called where they are made.
        let mut called: Vec<(FuncId, ValueId, FuncId)> = Vec::new();
        for (id, func) in module.funcs.iter() {
            let before = places.len();
            let mut takes_address = false;
            for &block in &func.layout {
                for &inst in &func.blocks[block].insts {
                    let data = &func.insts[inst];
                    match (&data.op, data.args.first()) {
                        (&Op::Call(f), Some(&context)) if is_alloc(func, context) => called.push((id, context, f)),
                        (&Op::Call(f), _) => named[f] += 1,
                        (&Op::FuncAddr(f), _) => {
                            named[f] += 1;
                            takes_address = true;
                        }
                        _ => {}
                    }
                }
                if let Terminator::TailCall(f, _) = func.blocks[block].term {
                    named[f] += 1;
                }
            }
            if takes_address {
                places.extend(closure_codes(func, &ClosureResults::default()).into_iter().filter_map(|(alloc, code)| Some((id, alloc, code?))));
                places[before..].sort_unstable_by_key(|p| p.1);
            }
        }
        for reloc in module.data.values().flat_map(|d| &d.relocs) {
            if let RelocTarget::Func(f) = reloc.target {
                named[f] += 1;
            }
        }
        let made_there: FxHashSet<(FuncId, ValueId, FuncId)> = places.iter().copied().collect();
        called.iter().filter(|c| !made_there.contains(c)).for_each(|c| named[c.2] += 1);
        let mut out = Closures { places, made: FxHashMap::default(), by_alloc: FxHashMap::default(), uses: FxHashMap::default() };
        for &(maker, alloc, code) in &out.places {
            if named[code] != 1 || !module.funcs[code].flags.has_context || module.funcs[code].layout.is_empty() {
                continue;
            }
            out.by_alloc.insert((maker, alloc), code);
            out.made.insert(code, Made { maker, alloc, fields: FxHashMap::default() });
            for f in [maker, code] {
                out.uses.entry(f).or_insert_with(|| Uses::of(&module.funcs[f]));
            }
        }
        for made in out.made.values_mut() {
            let func = &module.funcs[made.maker];
            for &(_, inst) in &out.uses[&made.maker].of[made.alloc] {
                let data = &func.insts[inst];
                match data.op {
                    Op::Store(at, _) if data.args[0] == made.alloc => {
                        made.fields.entry(i64::from(at)).and_modify(|v| *v = None).or_insert(Some(data.args[1]));
                    }
                    // What is stored through an address inside is not known.
                    Op::AddrOff(at) => drop(made.fields.insert(at, None)),
                    _ => {}
                }
            }
        }
        out
    }

    /// The values that a closure's code loads from an offset of its context; `None` if the context is used otherwise.
    fn captured(&self, module: &Module, code: FuncId, offset: i64) -> Option<Vec<ValueId>> {
        let func = &module.funcs[code];
        let context = *func.blocks[func.entry()].params.first()?;
        let uses = self.uses.get(&code)?;
        if uses.by_terminators.contains(&context) {
            return None;
        }
        let mut out = Vec::new();
        for &(_, inst) in &uses.of[context] {
            let data = &func.insts[inst];
            match data.op {
                Op::Load(at, _) if i64::from(at) == offset && func.ty(data.results[0]) == Ty::Ptr => out.push(data.results[0]),
                Op::Load(at, _) if i64::from(at) != offset => {}
                // The memory of a variable that is captured by value.
                Op::AddrOff(at) if at != offset => {}
                _ => return None,
            }
        }
        Some(out)
    }

    /// The closure into which an instruction stores this value, with the offset, if nothing else is stored there.
    fn stored_in(&self, module: &Module, id: FuncId, inst: InstId, value: ValueId) -> Option<(FuncId, i64)> {
        let data = &module.funcs[id].insts[inst];
        let Op::Store(at, _) = data.op else { return None };
        let code = *self.by_alloc.get(&(id, data.args[0]))?;
        let at = i64::from(at);
        (data.args[1] == value && self.made[&code].fields.get(&at) == Some(&Some(value))).then_some((code, at))
    }

    /// Finds variables that hold one closure.
    fn variables(&self, module: &Module, id: FuncId, edits: &mut Vec<(FuncId, Edit)>) {
        let func = &module.funcs[id];
        let mut flow: Option<(Cfg, Dominators)> = None;
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                if !matches!(func.insts[inst].op, Op::Alloc(_)) {
                    continue;
                }
                let variable = func.insts[inst].results[0];
                let Some(found) = self.variable(module, id, variable) else { continue };
                let (cfg, dom) = flow.get_or_insert_with(|| {
                    let cfg = Cfg::compute(func);
                    let dom = Dominators::compute(func, &cfg);
                    (cfg, dom)
                });
                self.resolve(module, id, &found, block, cfg, dom, edits);
            }
        }
    }

    /// A variable that is written once, with a closure, and otherwise only read here and in closures.
    fn variable(&self, module: &Module, id: FuncId, variable: ValueId) -> Option<Variable> {
        // A result that is read after a recovered panic, which may have come before the store.
        if module.funcs[id].pinned.contains(&variable) {
            return None;
        }
        let mut found = Variable { store: None, closure: variable, code: id, loads: Vec::new() };
        let mut work = vec![(id, variable)];
        let mut seen: FxHashSet<(FuncId, ValueId)> = FxHashSet::default();
        while let Some((f, v)) = work.pop() {
            if !seen.insert((f, v)) {
                continue;
            }
            let uses = self.uses.get(&f)?;
            if uses.by_terminators.contains(&v) {
                return None;
            }
            let func = &module.funcs[f];
            for &(block, inst) in &uses.of[v] {
                let data = &func.insts[inst];
                match data.op {
                    Op::Load(0, _) => found.loads.push((f, block, inst)),
                    Op::Check(Check::Nil) => {}
                    Op::Store(0, _) if data.args[0] == v && data.args[1] != v && f == id && found.store.is_none() => {
                        found.closure = data.args[1];
                        found.store = Some((block, inst));
                    }
                    Op::Store(..) => {
                        let (code, at) = self.stored_in(module, f, inst, v)?;
                        work.extend(self.captured(module, code, at)?.into_iter().map(|v| (code, v)));
                    }
                    _ => return None,
                }
            }
        }
        found.store?;
        found.code = *self.by_alloc.get(&(id, found.closure))?;
        Some(found)
    }

    #[allow(clippy::too_many_arguments)]
    fn resolve(
        &self,
        module: &Module,
        id: FuncId,
        found: &Variable,
        made_in: BlockId,
        cfg: &Cfg,
        dom: &Dominators,
        edits: &mut Vec<(FuncId, Edit)>,
    ) {
        let func = &module.funcs[id];
        let Some((store_block, store)) = found.store else { return };
        let position = |block: BlockId, inst: InstId| func.blocks[block].insts.iter().position(|&i| i == inst);
        let once = || {
            let ValueDef::Result(closure, _) = func.values[found.closure].def else { return false };
            // Nothing is called between the closure and the store: the closure cannot run before.
            let (Some(from), Some(to)) = (position(store_block, closure), position(store_block, store)) else { return false };
            let simple = |&inst: &InstId| {
                matches!(func.insts[inst].op, Op::Alloc(_) | Op::FuncAddr(_) | Op::DataAddr(..) | Op::IConst(_) | Op::Load(..) | Op::Store(..))
            };
            let loops = Loops::compute(func, cfg, dom);
            from < to
                && func.blocks[store_block].insts[from..to].iter().all(simple)
                && dom.dominates(made_in, store_block)
                && loops.innermost(made_in) == loops.innermost(store_block)
                && !has_irreducible_cycle(func, cfg, dom)
        };
        let mut is_own: Option<bool> = None;
        for &(f, block, load) in &found.loads {
            let result = module.funcs[f].insts[load].results[0];
            if module.funcs[f].ty(result) != Ty::Ptr {
                continue;
            }
            let edit = if f == id {
                let after = if block == store_block {
                    position(block, store) < position(block, load)
                } else {
                    cfg.is_reachable(block) && cfg.is_reachable(store_block) && dom.dominates(store_block, block)
                };
                if after { Edit::Same(result, found.closure) } else { Edit::Code(result, found.code, true) }
            } else if f == found.code && *is_own.get_or_insert_with(once) {
                let code = &module.funcs[f];
                Edit::Same(result, code.blocks[code.entry()].params[0])
            } else {
                Edit::Code(result, found.code, true)
            };
            edits.push((f, edit));
        }
    }

    /// Finds closures that other closures capture as values.
    fn values(&self, module: &Module, edits: &mut Vec<(FuncId, Edit)>) {
        let mut work = self.places.clone();
        while let Some((f, v, code)) = work.pop() {
            let Some(uses) = self.uses.get(&f) else { continue };
            for &(_, inst) in &uses.of[v] {
                let Some((holder, at)) = self.stored_in(module, f, inst, v) else { continue };
                for loaded in self.captured(module, holder, at).unwrap_or_default() {
                    edits.push((holder, Edit::Code(loaded, code, false)));
                    work.push((holder, loaded, code));
                }
            }
        }
    }
}

/// A variable that holds one closure.
struct Variable {
    store: Option<(BlockId, InstId)>,
    closure: ValueId,
    code: FuncId,
    loads: Vec<(FuncId, BlockId, InstId)>,
}

/// Rewrites the calls of one function.
fn apply(module: &mut Module, id: FuncId, edits: &[(FuncId, Edit)]) {
    let mut same = Replacements::default();
    let mut codes: FxHashMap<ValueId, (FuncId, bool)> = FxHashMap::default();
    for &(_, edit) in edits {
        match edit {
            Edit::Same(v, w) => {
                same.set(v, w);
                let func = &module.funcs[id];
                if func.blocks[func.entry()].params.first() == Some(&w) {
                    codes.insert(w, (id, false));
                }
            }
            Edit::Code(v, code, nil) => drop(codes.insert(v, (code, nil))),
        }
    }
    same.apply(&mut module.funcs[id]);
    let mut calls: Vec<(BlockId, InstId, FuncId, bool)> = Vec::new();
    let func = &module.funcs[id];
    for &block in &func.layout {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            if data.op == Op::CallClosure
                && let Some(&(code, nil)) = codes.get(&data.args[0])
                && signature_fits(module, func, inst, code)
            {
                calls.push((block, inst, code, nil));
            }
        }
    }
    let func = &mut module.funcs[id];
    for (block, inst, code, nil) in calls {
        func.insts[inst].op = Op::Call(code);
        if nil {
            let (closure, loc) = (func.insts[inst].args[0], func.insts[inst].loc);
            let check = func.make_inst(Op::Check(Check::Nil), &[closure], &[], loc);
            func.insert_before(block, inst, &[check]);
        }
    }
}
