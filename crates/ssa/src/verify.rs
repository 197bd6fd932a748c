//! Checks that a module is well formed. Run between passes in debug builds and tests.
//!
//! The rules:
//!
//! 1. Every id names something that exists; layout lists blocks once, the entry first.
//! 2. The entry block's parameters are the signature's; nothing jumps to the entry or to the recover block, and the
//!    recover block has no parameters.
//! 3. A value has one definition, and the definition says so: parameter n of its block, result n of its instruction.
//!    An instruction stands in one block at most.
//! 4. In blocks reachable from the entry, a use is dominated by its definition. The recover block counts as reached
//!    right after the entry block: it uses values of the entry block and of blocks it dominates only.
//! 5. Operands and results have the number and the types that the operation demands.
//! 6. Jumps pass as many arguments as the target has parameters, of the same types.
//! 7. Every block ends in a terminator; switch cases are distinct; returns match the signature.
//! 8. Calls match the callee's signature; tail calls also have the caller's results, and do not stand in functions
//!    with a defer frame. `defer_frame` stands only in functions flagged so, `frame_ptr` only in `has_recover` ones.
//! 9. Functions with `has_context` have a Ptr as first parameter; functions with `has_defer` have a recover block.
//! 10. Sites of `alloc` and `make_slice` have a layout; builtins have a site if and only if they allocate.
//! 11. Layouts and data: alignments are powers of two, contents and relocations fit in the size, relocations are in
//!     ascending order and do not overlap.
//! 12. With `require_placement`: the sites of all reachable instructions are placed.
//! 13. Functions with `has_defer` and sites on the side stack are owners of it: recovery takes the side stack back to where
//!     it was at their entry.

use crate::cfg::Cfg;
use crate::dominators::Dominators;
use crate::entities::{BlockId, FuncId, InstId, LayoutId, SiteId, ValueId};
use crate::func::{BlockCall, Func, Inst, Signature, Terminator, ValueDef};
use crate::module::{Module, Placement};
use crate::op::{AtomicOp, BinOp, Check, CmpOp, ConvOp, Op, Ty, UnOp};
use crate::print::inst_text;
use crate::verify_data::verify_data;
use crate::verify_types::{is_float, is_int, list, width, words};
use cranelift_entity::EntityRef;
use golift_abi::builtin::{ALLOC, NORETURN};
use rustc_hash::FxHashMap;

/// What to check.
#[derive(Clone, Copy, Debug, Default)]
pub struct VerifyConfig {
    /// Demand a placement for every allocation.
    pub require_placement: bool,
}

/// Checks the whole module; the errors name function and instruction.
pub fn verify_module(module: &Module, config: VerifyConfig) -> Result<(), Vec<String>> {
    let mut errors = Vec::new();
    verify_data(module, &mut errors);
    for (id, func) in &module.funcs {
        if let Err(e) = verify_func(module, id, func, config) {
            errors.extend(e);
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Checks one function of the module.
pub fn verify_func(module: &Module, id: FuncId, func: &Func, config: VerifyConfig) -> Result<(), Vec<String>> {
    let mut v = Verifier { module, id, func, config, errors: Vec::new(), place: FxHashMap::default() };
    v.run();
    if v.errors.is_empty() { Ok(()) } else { Err(v.errors) }
}

struct Verifier<'a> {
    module: &'a Module,
    id: FuncId,
    func: &'a Func,
    config: VerifyConfig,
    errors: Vec<String>,
    /// Block and index of each instruction.
    place: FxHashMap<InstId, (BlockId, usize)>,
}

impl Verifier<'_> {
    fn error(&mut self, text: impl AsRef<str>) {
        self.errors.push(format!("{} {}: {}", self.id, self.func.name, text.as_ref()));
    }

    fn run(&mut self) {
        let func = self.func;
        if !self.structure() {
            return;
        }
        let cfg = Cfg::compute(func);
        let doms = Dominators::compute(func, &cfg);
        for &b in &func.layout {
            let block = &func.blocks[b];
            let reachable = cfg.is_reachable(b);
            for (n, &i) in block.insts.iter().enumerate() {
                let inst = &func.insts[i];
                if reachable {
                    for &a in &inst.args {
                        self.dominated(&doms, a, b, n, &format!("{i}"));
                    }
                }
                if let Err(e) = self.check_inst(inst) {
                    self.error(format!("{i} `{}`: {e}", inst_text(func, inst)));
                }
                if reachable {
                    self.check_placed(inst);
                }
            }
            let mut term = block.term.clone();
            let mut used = Vec::new();
            term.for_each_operand(|v| used.push(*v));
            if reachable {
                for v in used {
                    self.dominated(&doms, v, b, usize::MAX, &format!("the terminator of {b}"));
                }
            }
            if let Err(e) = self.check_terminator(&block.term) {
                self.error(format!("the terminator of {b}: {e}"));
            }
        }
    }

    /// Rules 1, 2, 3, 9: nothing after it indexes out of range. False if the rest cannot be checked.
    fn structure(&mut self) -> bool {
        let func = self.func;
        let Some(&entry) = func.layout.first() else {
            // Removed as unused: nothing to check.
            return false;
        };
        let before = self.errors.len();
        let mut listed = vec![false; func.blocks.len()];
        for &b in &func.layout {
            match listed.get_mut(b.index()) {
                None => {
                    self.error(format!("{b} does not exist"));
                    return false;
                }
                Some(true) => self.error(format!("{b} is laid out twice")),
                Some(seen) => *seen = true,
            }
        }
        let entry_types: Vec<Ty> = func.blocks[entry].params.iter().filter_map(|v| Some(func.values.get(*v)?.ty)).collect();
        if entry_types != func.sig.params {
            self.error("the entry block's parameters are not the signature's");
        }
        if func.flags.has_context && func.sig.params.first() != Some(&Ty::Ptr) {
            self.error("has_context without a ptr as first parameter");
        }
        if func.flags.has_defer != func.recover_block.is_some() {
            self.error("a recover block and has_defer go together");
        }
        if let Some(r) = func.recover_block {
            if !listed.get(r.index()).copied().unwrap_or(false) {
                self.error("the recover block is not laid out");
            } else if !func.blocks[r].params.is_empty() {
                self.error("the recover block has parameters");
            }
        }
        let mut defined = vec![false; func.values.len()];
        for &b in &func.layout {
            let block = &func.blocks[b];
            for (n, &v) in block.params.iter().enumerate() {
                self.defines(&mut defined, v, ValueDef::Param(b, n as u32));
            }
            for (at, &i) in block.insts.iter().enumerate() {
                if i.index() >= func.insts.len() {
                    self.error(format!("{i} does not exist"));
                    return false;
                }
                if self.place.insert(i, (b, at)).is_some() {
                    self.error(format!("{i} stands in two places"));
                }
                for (n, &v) in func.insts[i].results.iter().enumerate() {
                    self.defines(&mut defined, v, ValueDef::Result(i, n as u32));
                }
            }
            let targets: Vec<BlockCall> = block.term.targets().into_iter().cloned().collect();
            for t in targets {
                if !listed.get(t.block.index()).copied().unwrap_or(false) {
                    self.error(format!("{b} goes to {}, which is not laid out", t.block));
                } else if t.block == entry || Some(t.block) == func.recover_block {
                    self.error(format!("{b} goes to {}, which has no predecessors", t.block));
                }
            }
        }
        for &b in &func.layout {
            let block = &func.blocks[b];
            let mut used: Vec<ValueId> = block.insts.iter().flat_map(|i| func.insts[*i].args.iter().copied()).collect();
            used.extend(block.term.operands());
            for v in used {
                if !defined.get(v.index()).copied().unwrap_or(false) {
                    self.error(format!("{b} uses {v}, which no block defines"));
                }
            }
        }
        self.errors.len() == before
    }

    fn defines(&mut self, defined: &mut [bool], v: ValueId, def: ValueDef) {
        match defined.get_mut(v.index()) {
            None => self.error(format!("{v} does not exist")),
            Some(true) => self.error(format!("{v} is defined twice")),
            Some(d) => {
                *d = true;
                if self.func.values[v].def != def {
                    self.error(format!("the definition of {v} is recorded as {:?}", self.func.values[v].def));
                }
            }
        }
    }

    fn dominated(&mut self, doms: &Dominators, v: ValueId, block: BlockId, at: usize, user: &str) {
        let (b, n) = match self.func.values[v].def {
            ValueDef::Param(b, _) => (b, None),
            ValueDef::Result(i, _) => {
                let (b, n) = self.place[&i];
                (b, Some(n))
            }
        };
        let fine = if b == block { n.is_none_or(|n| n < at) } else { doms.dominates(b, block) };
        if !fine {
            self.error(format!("{user} uses {v}, whose definition in {b} does not dominate it"));
        }
    }

    fn check_placed(&mut self, inst: &Inst) {
        let Some(site) = inst.op.site().and_then(|s| self.module.sites.get(s)) else { return };
        let wrong = match site.placement {
            Placement::Unplaced if self.config.require_placement => "has no placement",
            Placement::Side if self.func.flags.has_defer && !self.func.side_owner => "is on the side stack of no owner",
            _ => return,
        };
        let text = inst_text(self.func, inst);
        self.error(format!("`{text}` {wrong}"));
    }

    fn site_layout(&self, site: SiteId) -> Result<LayoutId, String> {
        let s = self.module.sites.get(site).ok_or_else(|| format!("{site} does not exist"))?;
        let l = s.layout.ok_or_else(|| format!("{site} has no layout"))?;
        if l.index() < self.module.layouts.len() { Ok(l) } else { Err(format!("{l} does not exist")) }
    }

    /// Rules 5, 8, 10.
    fn check_inst(&self, inst: &Inst) -> Result<(), String> {
        let args: Vec<Ty> = inst.args.iter().map(|v| self.func.ty(*v)).collect();
        let results: Vec<Ty> = inst.results.iter().map(|v| self.func.ty(*v)).collect();
        let expect = |a: &[Ty], r: &[Ty]| -> Result<(), String> {
            if args != a {
                return Err(format!("operands are {} instead of {}", list(&args), list(a)));
            }
            if results != r {
                return Err(format!("results are {} instead of {}", list(&results), list(r)));
            }
            Ok(())
        };
        let one_result = || match results[..] {
            [t] => Ok(t),
            _ => Err(format!("{} results instead of one", results.len())),
        };
        let demand = |fine: bool, what: &str| if fine { Ok(()) } else { Err(what.to_owned()) };
        use Ty::{F32, F64, I8, I32, I64, Ptr};
        match &inst.op {
            Op::IConst(n) => {
                let t = one_result()?;
                expect(&[], &[t])?;
                demand(!is_float(t), "an integer constant of a float type")?;
                demand(t != Ptr || *n == 0, "a pointer constant that is not nil")
            }
            Op::FConst(bits) => {
                let t = one_result()?;
                expect(&[], &[t])?;
                demand(is_float(t), "a float constant of an integer type")?;
                demand(t == F64 || *bits <= u64::from(u32::MAX), "the bits of an f64 for an f32")
            }
            Op::FuncAddr(f) => {
                demand(f.index() < self.module.funcs.len(), "no such function")?;
                expect(&[], &[Ptr])
            }
            Op::DataAddr(d, _) => {
                demand(d.index() < self.module.data.len(), "no such data")?;
                expect(&[], &[Ptr])
            }
            Op::Bin(op) => {
                let t = one_result()?;
                match op {
                    BinOp::Shl | BinOp::UShr | BinOp::SShr | BinOp::Rotl => {
                        demand(is_int(t), "a shift of something that is no integer")?;
                        expect(&[t, I64], &[t])
                    }
                    BinOp::SMulHi | BinOp::UMulHi => expect(&[I64, I64], &[I64]),
                    BinOp::FAdd | BinOp::FSub | BinOp::FMul | BinOp::FDiv | BinOp::FMin | BinOp::FMax | BinOp::FCopysign => {
                        demand(is_float(t), "float arithmetic of integers")?;
                        expect(&[t, t], &[t])
                    }
                    _ => {
                        demand(is_int(t), "integer arithmetic of something else")?;
                        expect(&[t, t], &[t])
                    }
                }
            }
            Op::Un(op) => {
                let t = one_result()?;
                match op {
                    UnOp::BoolNot => expect(&[I8], &[I8]),
                    UnOp::FNeg | UnOp::FAbs | UnOp::FSqrt | UnOp::FFloor | UnOp::FCeil | UnOp::FTrunc | UnOp::FNearest => {
                        demand(is_float(t), "float arithmetic of integers")?;
                        expect(&[t], &[t])
                    }
                    _ => {
                        demand(is_int(t), "integer arithmetic of something else")?;
                        expect(&[t], &[t])
                    }
                }
            }
            Op::Fma => {
                let t = one_result()?;
                demand(is_float(t), "float arithmetic of integers")?;
                expect(&[t, t, t], &[t])
            }
            Op::Cmp(op) => {
                demand(args.len() == 2 && args[0] == args[1] && !is_float(args[0]), "operands are not two integers of one type")?;
                let signed = matches!(op, CmpOp::Slt | CmpOp::Sle | CmpOp::Sgt | CmpOp::Sge);
                demand(!signed || args[0] != Ptr, "a signed comparison of pointers")?;
                demand(results == [I8], "the result is not one i8")
            }
            Op::FCmp(_) => {
                demand(args.len() == 2 && args[0] == args[1] && is_float(args[0]), "operands are not two floats of one type")?;
                demand(results == [I8], "the result is not one i8")
            }
            Op::Select => {
                let t = one_result()?;
                expect(&[I8, t, t], &[t])
            }
            Op::Conv(op) => {
                let to = one_result()?;
                let &[from] = &args[..] else { return Err("not one operand".to_owned()) };
                let fine = match op {
                    ConvOp::Trunc => is_int(from) && is_int(to) && width(to) < width(from),
                    ConvOp::SExt | ConvOp::ZExt => is_int(from) && is_int(to) && width(to) > width(from),
                    ConvOp::SToF | ConvOp::UToF => matches!(from, I32 | I64) && is_float(to),
                    ConvOp::FToS | ConvOp::FToU => is_float(from) && matches!(to, I32 | I64),
                    ConvOp::FPromote => (from, to) == (F32, F64),
                    ConvOp::FDemote => (from, to) == (F64, F32),
                    ConvOp::Bitcast => matches!((from, to), (I64, F64) | (F64, I64) | (I32, F32) | (F32, I32)),
                    ConvOp::PtrToInt => (from, to) == (Ptr, I64),
                    ConvOp::IntToPtr => (from, to) == (I64, Ptr),
                };
                demand(fine, "a conversion between these types")
            }
            Op::Load(..) => {
                let t = one_result()?;
                expect(&[Ptr], &[t])
            }
            Op::Store(..) => {
                demand(args.len() == 2 && args[0] == Ptr && results.is_empty(), "a store takes a pointer and a value")
            }
            Op::Atomic(op) => {
                let t = match op {
                    AtomicOp::Load => one_result()?,
                    _ => *args.get(1).ok_or_else(|| "an atomic access takes a value".to_owned())?,
                };
                demand(matches!(t, I32 | I64 | Ptr), "an atomic access to 4 or 8 bytes")?;
                match op {
                    AtomicOp::Load => expect(&[Ptr], &[t]),
                    AtomicOp::Store => expect(&[Ptr, t], &[]),
                    AtomicOp::Swap => expect(&[Ptr, t], &[t]),
                    AtomicOp::Add | AtomicOp::And | AtomicOp::Or => {
                        demand(t != Ptr, "arithmetic on integers")?;
                        expect(&[Ptr, t], &[t])
                    }
                    AtomicOp::Cas => expect(&[Ptr, t, t], &[I8]),
                }
            }
            Op::AddrOff(_) => expect(&[Ptr], &[Ptr]),
            Op::ElemAddr { .. } => expect(&[Ptr, I64], &[Ptr]),
            Op::MemCopy(..) => expect(&[Ptr, Ptr], &[]),
            Op::MemZero(..) => expect(&[Ptr], &[]),
            Op::Check(Check::Nil) => expect(&[Ptr], &[]),
            Op::Check(Check::Bounds { .. }) => expect(&[I64, I64], &[]),
            Op::Check(Check::DivZero) => {
                demand(args.len() == 1 && is_int(args[0]) && results.is_empty(), "takes one integer")
            }
            Op::Check(Check::Shift) => expect(&[I64], &[]),
            Op::Alloc(s) => {
                self.site_layout(*s)?;
                expect(&[], &[Ptr])
            }
            Op::MakeSlice(s) => {
                self.site_layout(*s)?;
                expect(&[I64, I64], &[Ptr])
            }
            Op::Call(f) => {
                let callee = self.module.funcs.get(*f).ok_or("no such function")?;
                expect(&callee.sig.params, &callee.sig.results)
            }
            Op::CallClosure => demand(args.first() == Some(&Ptr), "no closure"),
            Op::CallIface { iface, .. } => {
                demand(iface.index() < self.module.data.len(), "no such data")?;
                demand(args.len() >= 2 && args[..2] == [Ptr, Ptr], "no itab and data word")
            }
            Op::CallBuiltin(b, site) => {
                let info = b.info();
                expect(&words(info.params), &words(info.results))?;
                match site {
                    Some(s) => {
                        demand(s.index() < self.module.sites.len(), "no such site")?;
                        demand(info.flags & ALLOC != 0, "a site of a builtin that does not allocate")?;
                    }
                    None => demand(info.flags & ALLOC == 0, "an allocating builtin without a site")?,
                }
                Ok(())
            }
            Op::FramePtr => {
                demand(self.func.flags.has_recover, "frame_ptr in a function that is not flagged so")?;
                expect(&[], &[Ptr])
            }
            Op::DeferFrame => {
                demand(self.func.flags.has_defer, "defer_frame in a function that is not flagged so")?;
                expect(&[], &[Ptr])
            }
            Op::SideMark => {
                demand(self.func.side_owner, "side_mark in a function that owns no region")?;
                expect(&[], &[I64])
            }
            Op::SideRelease => {
                demand(self.func.side_owner, "side_release in a function that owns no region")?;
                expect(&[I64], &[])
            }
        }
    }

    /// Rules 6, 7, 8.
    fn check_terminator(&self, term: &Terminator) -> Result<(), String> {
        for t in term.targets() {
            let params: Vec<Ty> = self.func.blocks[t.block].params.iter().map(|v| self.func.ty(*v)).collect();
            let args: Vec<Ty> = t.args.iter().map(|v| self.func.ty(*v)).collect();
            if params != args {
                return Err(format!("passes {} to {}, which takes {}", list(&args), t.block, list(&params)));
            }
        }
        let types = |vs: &[ValueId]| vs.iter().map(|v| self.func.ty(*v)).collect::<Vec<Ty>>();
        let tail = |callee: Option<&Signature>| {
            if self.func.flags.has_defer {
                return Err("a tail call in a function with defer".to_owned());
            }
            match callee {
                Some(s) if s.results != self.func.sig.results => Err("a tail call of a function with other results".to_owned()),
                _ => Ok(()),
            }
        };
        match term {
            Terminator::None => Err("is missing".to_owned()),
            Terminator::Branch { cond, .. } if self.func.ty(*cond) != Ty::I8 => Err("the condition is no i8".to_owned()),
            Terminator::Switch { value, cases, .. } => {
                if !is_int(self.func.ty(*value)) {
                    return Err("the value is no integer".to_owned());
                }
                let mut seen: Vec<i64> = cases.iter().map(|c| c.0).collect();
                seen.sort_unstable();
                if seen.windows(2).any(|w| w[0] == w[1]) { Err("equal cases".to_owned()) } else { Ok(()) }
            }
            Terminator::Return(vs) if types(vs) != self.func.sig.results => {
                Err(format!("returns {} instead of {}", list(&types(vs)), list(&self.func.sig.results)))
            }
            Terminator::TailCall(f, vs) => {
                let callee = self.module.funcs.get(*f).ok_or("no such function")?;
                tail(Some(&callee.sig))?;
                let args = types(vs);
                if args == callee.sig.params {
                    Ok(())
                } else {
                    Err(format!("passes {} to a function that takes {}", list(&args), list(&callee.sig.params)))
                }
            }
            Terminator::TailCallClosure(vs) => {
                tail(None)?;
                if types(vs).first() == Some(&Ty::Ptr) { Ok(()) } else { Err("no closure".to_owned()) }
            }
            Terminator::TailCallIface(_, iface, vs) => {
                tail(None)?;
                if iface.index() >= self.module.data.len() {
                    return Err("no such data".to_owned());
                }
                if types(vs).starts_with(&[Ty::Ptr, Ty::Ptr]) { Ok(()) } else { Err("no itab and data word".to_owned()) }
            }
            _ => Ok(()),
        }
    }
}

/// Whether the builtin never returns; for passes that end blocks after calls.
pub fn is_noreturn(op: &Op) -> bool {
    matches!(op, Op::CallBuiltin(b, _) if b.info().flags & NORETURN != 0)
}
