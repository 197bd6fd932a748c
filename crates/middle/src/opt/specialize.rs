//! Clones functions for function values and interface types that their callers know.
//!
//! A function that calls a parameter, or a method of one, or hands the parameter on to such a function, is copied for
//! each vector of known arguments: the itab of an interface, a function without captures, or a closure of which the code
//! is known. In the copy these calls are direct: the analysis applies the summary of what is called, which can
//! allocate in the caller's region, and small callees are inlined. Copies keep the name, so tracebacks show nothing of this;
//! a function whose calls all name copies is dropped later.
//! What is copied is limited by the size of the function, copies of one function, and growth of the program.
//! (Cooper, Hall and Kennedy: Procedure Cloning, 1992; Chambers and Ungar: Customization, 1989.)

use crate::opt::closure_calls::inline_known;
use crate::opt::closure_results::{ClosureResults, entry_param};
use crate::opt::devirtualize::{closure_codes, code_at, devirtualize_in, signature_fits, static_data, tail_fits};
use crate::opt::inline::{copy_op, cost};
use crate::opt::rewrite::Replacements;
use cranelift_entity::SecondaryMap;
use golift_ssa::{DataId, DataKind, Func, FuncId, InstId, Module, Op, RelocTarget, Terminator, Ty, ValueDef, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// The highest cost of a function that is copied.
const MAX_COST: u32 = 1500;
/// More copies of one function are not made.
const MAX_CLONES: u32 = 8;
/// A program may grow by one part in this many, and by [`FREE_GROWTH`].
const GROWTH_SHARE: u32 = 12;
/// What any program may grow by.
const FREE_GROWTH: u32 = 3000;

/// What a caller knows of an argument.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Known {
    /// It is the address of this data: an itab, or a function without captures.
    Data(DataId),
    /// It is a closure with this code.
    Code(FuncId),
}

/// The known arguments of a call, by parameter; never empty.
type Vector = Vec<(u32, Known)>;

/// Makes the copies and lets calls name them.
pub fn specialize(module: &mut Module) {
    let wanted = wanted_params(module);
    if wanted.is_empty() {
        return;
    }
    let total: u32 = module.funcs.values().map(|f| f.insts.len() as u32).sum();
    let mut context = Context {
        wanted,
        clones: FxHashMap::default(),
        made: SecondaryMap::new(),
        budget: FREE_GROWTH + total / GROWTH_SHARE,
        costs: FxHashMap::default(),
        results: ClosureResults::of(module),
    };
    let mut work: Vec<(FuncId, Vector)> = module.funcs.keys().map(|id| (id, Vector::new())).collect();
    work.reverse();
    let mut direct: Vec<(FuncId, FxHashSet<InstId>)> = Vec::new();
    while let Some((id, vector)) = work.pop() {
        let calls = context.known_calls(module, id, &vector);
        for (at, callee, known) in calls {
            let Some(clone) = context.clone_for(module, callee, &known, &mut work, &mut direct) else { continue };
            let func = &mut module.funcs[id];
            match at {
                At::Inst(inst) => func.insts[inst].op = Op::Call(clone),
                At::Tail(block) => {
                    if let Terminator::TailCall(callee, _) = &mut func.blocks[block].term {
                        *callee = clone;
                    }
                }
            }
        }
    }
    if !direct.is_empty() {
        inline_known(module, direct, &context.results);
    }
}

/// A direct call.
#[derive(Clone, Copy)]
enum At {
    Inst(InstId),
    Tail(golift_ssa::BlockId),
}

struct Context {
    /// The parameters that a function calls, directly or through others.
    wanted: FxHashMap<FuncId, Vec<u32>>,
    clones: FxHashMap<(FuncId, Vector), FuncId>,
    /// How many copies there are of each function.
    made: SecondaryMap<FuncId, u32>,
    /// How much the program may still grow.
    budget: u32,
    costs: FxHashMap<FuncId, u32>,
    results: ClosureResults,
}

impl Context {
    /// The direct calls of a function, itself a copy for `vector`, of which an argument is known that the callee calls.
    fn known_calls(&self, module: &Module, id: FuncId, vector: &Vector) -> Vec<(At, FuncId, Vector)> {
        let func = &module.funcs[id];
        let mut out = Vec::new();
        let mut codes = None;
        let mut look = |at: At, callee: FuncId, args: &[ValueId]| {
            let Some(params) = self.wanted.get(&callee) else { return };
            let codes = codes.get_or_insert_with(|| closure_codes(func, &self.results));
            let known: Vector = params
                .iter()
                .filter_map(|&p| {
                    let arg = *args.get(p as usize)?;
                    let known = match func.values[arg].def {
                        ValueDef::Param(block, n) if block == func.entry() => vector.iter().find(|(p, _)| *p == n).map(|k| k.1),
                        ValueDef::Param(..) => None,
                        ValueDef::Result(..) => match static_data(func, arg) {
                            Some(data) => is_code(module, data).then_some(Known::Data(data)),
                            None => codes.get(&arg).copied().flatten().map(Known::Code),
                        },
                    };
                    Some((p, known?))
                })
                .collect();
            if !known.is_empty() {
                out.push((at, callee, known));
            }
        };
        for &block in &func.layout {
            if func.blocks[block].cold {
                continue;
            }
            for &inst in &func.blocks[block].insts {
                if let Op::Call(callee) = func.insts[inst].op {
                    look(At::Inst(inst), callee, &func.insts[inst].args);
                }
            }
            if let Terminator::TailCall(callee, args) = &func.blocks[block].term {
                look(At::Tail(block), *callee, args);
            }
        }
        out
    }

    /// The copy of a function for what is known of its arguments, made now if it may be.
    fn clone_for(
        &mut self,
        module: &mut Module,
        callee: FuncId,
        known: &Vector,
        work: &mut Vec<(FuncId, Vector)>,
        direct: &mut Vec<(FuncId, FxHashSet<InstId>)>,
    ) -> Option<FuncId> {
        if let Some(&clone) = self.clones.get(&(callee, known.clone())) {
            return Some(clone);
        }
        let size = *self.costs.entry(callee).or_insert_with(|| cost(&module.funcs[callee]));
        if size > MAX_COST || size > self.budget || self.made[callee] >= MAX_CLONES {
            return None;
        }
        self.budget -= size;
        self.made[callee] += 1;
        let mut copy = module.funcs[callee].clone();
        copy.flags.noalloc = None;
        for data in copy.insts.values_mut() {
            data.op = copy_op(&data.op, &mut module.sites);
        }
        let mut calls: FxHashSet<InstId> = fix_params(module, &mut copy, known).into_iter().collect();
        let id = module.funcs.push(copy);
        calls.extend(devirtualize_in(module, id, &self.results));
        self.clones.insert((callee, known.clone()), id);
        // Parameters of which the data is known are no parameters any more.
        work.push((id, known.iter().filter(|(_, k)| matches!(k, Known::Code(_))).copied().collect()));
        if !calls.is_empty() {
            direct.push((id, calls));
        }
        Some(id)
    }
}

/// Puts known data in the place of parameters, and makes calls of parameters direct whose code is known; gives these calls.
fn fix_params(module: &Module, func: &mut Func, known: &Vector) -> Vec<InstId> {
    let entry = func.entry();
    let mut replaced = Replacements::default();
    let mut codes: FxHashMap<ValueId, FuncId> = FxHashMap::default();
    for &(param, known) in known {
        let value = func.blocks[entry].params[param as usize];
        match known {
            Known::Data(data) => {
                let inst = func.make_inst(Op::DataAddr(data, 0), &[], &[Ty::Ptr], None);
                func.blocks[entry].insts.insert(0, inst);
                replaced.set(value, func.result(inst));
            }
            Known::Code(code) => drop(codes.insert(value, code)),
        }
    }
    replaced.apply(func);
    let mut out = Vec::new();
    if codes.is_empty() {
        return out;
    }
    for block in func.layout.clone() {
        for inst in func.blocks[block].insts.clone() {
            let data = &func.insts[inst];
            if data.op != Op::CallClosure {
                continue;
            }
            let Some(&code) = codes.get(&data.args[0]) else { continue };
            if signature_fits(module, func, inst, code) {
                func.insts[inst].op = Op::Call(code);
                out.push(inst);
            }
        }
        if let Terminator::TailCallClosure(args) = &func.blocks[block].term
            && let Some(&code) = codes.get(&args[0])
            && tail_fits(module, func, args, code)
        {
            func.blocks[block].term = Terminator::TailCall(code, args.clone());
        }
    }
    out
}

/// Whether the data is an itab or the object of a function.
fn is_code(module: &Module, data: DataId) -> bool {
    let is_func = |r: &golift_ssa::Reloc| matches!(r.target, RelocTarget::Func(_));
    code_at(module, data, 0).is_some() || (module.data[data].kind == DataKind::ReadOnly && module.data[data].relocs.iter().any(is_func))
}

/// For each function the parameters that it calls, or hands on to where they are called.
fn wanted_params(module: &Module) -> FxHashMap<FuncId, Vec<u32>> {
    let mut wanted: FxHashMap<FuncId, Vec<u32>> = FxHashMap::default();
    // Who hands a parameter on: for the callee's parameter, the callers with theirs.
    let mut handed: FxHashMap<(FuncId, u32), Vec<(FuncId, u32)>> = FxHashMap::default();
    let mut work: Vec<(FuncId, u32)> = Vec::new();
    for (id, func) in module.funcs.iter().filter(|(_, f)| !f.layout.is_empty()) {
        let param = |v: ValueId| entry_param(func, v).filter(|_| func.ty(v) == Ty::Ptr);
        let mut hand_on = |callee: FuncId, args: &[ValueId]| {
            for (i, n) in args.iter().enumerate().filter_map(|(i, &a)| Some((i as u32, param(a)?))) {
                handed.entry((callee, i)).or_default().push((id, n));
            }
        };
        for &block in &func.layout {
            for &inst in &func.blocks[block].insts {
                let data = &func.insts[inst];
                match data.op {
                    Op::CallClosure | Op::CallIface { .. } => work.extend(param(data.args[0]).map(|n| (id, n))),
                    Op::Call(callee) => hand_on(callee, &data.args),
                    _ => {}
                }
            }
            match &func.blocks[block].term {
                Terminator::TailCall(callee, args) => hand_on(*callee, args),
                Terminator::TailCallClosure(args) | Terminator::TailCallIface(_, _, args) => {
                    work.extend(param(args[0]).map(|n| (id, n)));
                }
                _ => {}
            }
        }
    }
    while let Some((id, param)) = work.pop() {
        let params = wanted.entry(id).or_default();
        let Err(at) = params.binary_search(&param) else { continue };
        params.insert(at, param);
        if let Some(callers) = handed.get(&(id, param)) {
            work.extend(callers);
        }
    }
    wanted
}
