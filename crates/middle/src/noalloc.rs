//! `//golift:noalloc`: the assertion that a function allocates nothing, nor anything that it calls.
//!
//! Input: the optimised and placed module. Output: the allocations that such functions may reach, each with the calls on
//! the way, the shortest first.
//!
//! What the program runs counts: the function's own body where something calls it, its form that allocates for its caller,
//! and every copy of it that was inlined elsewhere. A function that the program does not call is checked by itself. Calls through interfaces count for all
//! methods that the program may reach that way. Function values are followed back through parameters to where they are made
//! on the way; where that fails, every function of that type whose value is taken somewhere may be called.
//! What the runtime allocates counts: growth of slices and maps, conversions that may outgrow their buffer on the stack,
//! starting a goroutine. Code that always ends in a panic does not, nor does memory on the side stack, which the heap
//! replaces only when that is full; with `//golift:noalloc strict` both count.

use crate::opt::closure_results::ClosureResults;
use crate::opt::devirtualize::{closure_codes, code_at};
use crate::opt::unused_functions::used_functions;
use golift_abi::Builtin;
use golift_abi::builtin::ALLOC;
use golift_base::{Pos, SourceMap};
use golift_ssa::{
    BlockId, Func, FuncId, Inst, LocId, Module, Op, Placement, SiteKind, Terminator, ValueDef, ValueId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::rc::Rc;

/// More allocations than this are not listed for one function.
const MAX_SITES: usize = 10;
/// From this many visited functions on, what parameters hold is not told apart any more.
const MAX_PRECISE: usize = 5000;

/// A broken assertion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// The declaration of the function.
    pub pos: Pos,
    /// The whole message.
    pub message: String,
}

/// Checks every function with the directive.
pub fn check_noalloc(module: &Module, sources: &SourceMap) -> Vec<Violation> {
    let marked: Vec<FuncId> = module.funcs.iter().filter(|(_, f)| f.flags.noalloc.is_some()).map(|(id, _)| id).collect();
    if marked.is_empty() {
        return Vec::new();
    }
    let facts = Facts::of(module);
    marked.into_iter().flat_map(|id| Search::new(module, sources, &facts, id).run()).collect()
}

/// The function values that each parameter is known to hold; `None` for those that may be anything.
type Known = Rc<[Option<Vec<FuncId>>]>;

/// What is known of the whole program.
struct Facts {
    /// Functions that never return.
    never_return: FxHashSet<FuncId>,
    /// What the program may run.
    used: FxHashSet<FuncId>,
    /// Code of function values that are made somewhere.
    values: Vec<FuncId>,
}

impl Facts {
    fn of(module: &Module) -> Facts {
        let used = used_functions(module, Vec::new());
        let mut facts = Facts { never_return: FxHashSet::default(), used, values: Vec::new() };
        loop {
            let before = facts.never_return.len();
            for (id, func) in module.funcs.iter().filter(|(_, f)| !f.layout.is_empty()) {
                if !facts.never_return.contains(&id) && facts.lost_blocks(func).contains(&func.entry()) {
                    facts.never_return.insert(id);
                }
            }
            if facts.never_return.len() == before {
                break;
            }
        }
        // Only `defer` and `go` call the closures that hold their calls.
        let mut seen: FxHashSet<FuncId> = module.funcs.values().flat_map(|f| held_calls(module, f)).collect();
        let code = module.funcs.values().flat_map(|f| f.layout.iter().flat_map(|&b| &f.blocks[b].insts).map(|&i| &f.insts[i].op));
        let made = code.filter_map(|op| match op {
            Op::FuncAddr(f) => Some(*f),
            _ => None,
        });
        let fixed = module.data.keys().filter_map(|d| code_at(module, d, 0));
        for f in made.chain(fixed) {
            if seen.insert(f) {
                facts.values.push(f);
            }
        }
        facts
    }

    /// Blocks from which the function cannot return: what they do ends in a panic or the end of the program.
    fn lost_blocks(&self, func: &Func) -> FxHashSet<BlockId> {
        let mut lost: FxHashSet<BlockId> = FxHashSet::default();
        loop {
            let before = lost.len();
            for &block in func.layout.iter().rev() {
                let body = &func.blocks[block];
                let targets = body.term.targets();
                let ends = matches!(body.term, Terminator::Unreachable)
                    || !targets.is_empty() && targets.iter().all(|t| lost.contains(&t.block))
                    || body.insts.iter().any(|&i| matches!(func.insts[i].op, Op::Call(f) if self.never_return.contains(&f)));
                if ends {
                    lost.insert(block);
                }
            }
            if lost.len() == before {
                return lost;
            }
        }
    }
}

/// The code of the closures in which a function holds the calls of its `defer` and `go` statements.
fn held_calls<'a>(module: &'a Module, func: &'a Func) -> impl Iterator<Item = FuncId> + 'a {
    let op = |v: ValueId| match func.values[v].def {
        ValueDef::Result(inst, _) => Some(&func.insts[inst].op),
        ValueDef::Param(..) => None,
    };
    func.layout.iter().flat_map(|&b| &func.blocks[b].insts).filter_map(move |&inst| {
        let data = &func.insts[inst];
        let Op::Store(0, _) = data.op else { return None };
        match (op(data.args[0]), op(data.args[1])) {
            (Some(Op::Alloc(site)), Some(Op::FuncAddr(f))) => {
                matches!(module.sites[*site].kind, SiteKind::Defer | SiteKind::Go).then_some(*f)
            }
            _ => None,
        }
    })
}

/// A call on the way, with those before it.
struct Way {
    before: Option<Rc<Way>>,
    callee: String,
    pos: Pos,
    /// Whether the callee is one of several possible ones.
    maybe: bool,
}

/// A function to look at.
struct Visit {
    func: FuncId,
    known: Known,
    way: Option<Rc<Way>>,
}

/// The search from one function with the directive.
struct Search<'a> {
    module: &'a Module,
    sources: &'a SourceMap,
    facts: &'a Facts,
    root: FuncId,
    strict: bool,
    queue: VecDeque<Visit>,
    visited: FxHashSet<(FuncId, Known)>,
    found: FxHashSet<(Pos, Option<SiteKind>)>,
    out: Vec<Violation>,
}

impl<'a> Search<'a> {
    fn new(module: &'a Module, sources: &'a SourceMap, facts: &'a Facts, root: FuncId) -> Search<'a> {
        let strict = module.funcs[root].flags.noalloc.is_some_and(|n| n.strict);
        let (queue, visited, found) = (VecDeque::new(), FxHashSet::default(), FxHashSet::default());
        Search { module, sources, facts, root, strict, queue, visited, found, out: Vec::new() }
    }

    fn run(mut self) -> Vec<Violation> {
        let nothing: Known = Rc::from([]);
        let name = &self.module.funcs[self.root].name;
        let mut elsewhere = false;
        for (id, func) in self.module.funcs.iter().filter(|(id, _)| self.facts.used.contains(id)) {
            if id != self.root && func.locs.values().any(|l| l.parent.is_some() && *l.func == **name) {
                elsewhere = true;
                self.visit(&Visit { func: id, known: nothing.clone(), way: None }, Some(name));
            }
            elsewhere |= id != self.root && func.name == *name;
        }
        if self.facts.used.contains(&self.root) || !elsewhere {
            self.visit(&Visit { func: self.root, known: nothing.clone(), way: None }, None);
        }
        while let Some(visit) = self.queue.pop_front().filter(|_| self.out.len() < MAX_SITES) {
            self.visit(&visit, None);
        }
        self.out
    }

    /// Looks at the code of a function; with `inside`, at what was inlined there from the function of that name.
    fn visit(&mut self, visit: &Visit, inside: Option<&str>) {
        let func = &self.module.funcs[visit.func];
        let lost = if self.strict { FxHashSet::default() } else { self.facts.lost_blocks(func) };
        let codes = closure_codes(func, &ClosureResults::default());
        for &block in func.layout.iter().filter(|b| !lost.contains(b)) {
            for &inst in &func.blocks[block].insts {
                let data = &func.insts[inst];
                let Some((way, pos)) = self.way(func, data.loc, visit.way.clone(), inside) else { continue };
                if let Some((kind, what)) = self.allocation(data) {
                    self.report(way.as_deref(), pos, kind, what);
                    continue;
                }
                let args = &data.args[..];
                match data.op {
                    Op::Call(f) => self.call(visit, &codes, &[f], args, false, way, pos),
                    Op::CallClosure => self.call_value(visit, &codes, args, way, pos),
                    Op::CallIface { slot, iface } => match self.module.iface_targets(iface, slot) {
                        Some(targets) => self.call(visit, &codes, targets, &args[1..], true, way, pos),
                        None => self.report(way.as_deref(), pos, None, "calls a method that is not known".to_string()),
                    },
                    _ => {}
                }
            }
            let body = &func.blocks[block];
            let (callee, args): (Option<FuncId>, _) = match &body.term {
                Terminator::TailCall(f, args) => (Some(*f), args),
                Terminator::TailCallClosure(args) | Terminator::TailCallIface(_, _, args) => (None, args),
                _ => continue,
            };
            let Some((way, pos)) = self.way(func, body.term_loc, visit.way.clone(), inside) else { continue };
            match (&body.term, callee) {
                (_, Some(f)) => self.call(visit, &codes, &[f], args, false, way, pos),
                (Terminator::TailCallIface(slot, iface, _), _) => match self.module.iface_targets(*iface, *slot) {
                    Some(targets) => self.call(visit, &codes, targets, &args[1..], true, way, pos),
                    None => self.report(way.as_deref(), pos, None, "calls a method that is not known".to_string()),
                },
                _ => self.call_value(visit, &codes, args, way, pos),
            }
        }
    }

    /// The way to an instruction, inlined calls among it, and its position; `None` for code that is not asked for.
    fn way(&self, func: &Func, loc: Option<LocId>, before: Option<Rc<Way>>, inside: Option<&str>) -> Option<(Option<Rc<Way>>, Pos)> {
        let mut chain: Vec<LocId> = Vec::new();
        let mut at = loc;
        while let Some(l) = at {
            chain.push(l);
            at = func.locs[l].parent;
        }
        if let Some(name) = inside {
            let end = chain.iter().rposition(|&l| *func.locs[l].func == *name)?;
            chain.truncate(end + 1);
        }
        let mut way = before;
        for pair in chain.windows(2).rev() {
            let callee = func.locs[pair[0]].func.to_string();
            way = Some(Rc::new(Way { before: way, callee, pos: func.locs[pair[1]].pos, maybe: false }));
        }
        Some((way, chain.first().map_or(Pos::NONE, |&l| func.locs[l].pos)))
    }

    /// What an instruction allocates: the sort of site, and words.
    fn allocation(&self, data: &Inst) -> Option<(Option<SiteKind>, String)> {
        use Builtin::*;
        let site = data.op.site().map(|s| &self.module.sites[s]);
        let kind = site.map(|s| s.kind);
        if kind == Some(SiteKind::Go) || matches!(data.op, Op::CallBuiltin(rt_go, _)) {
            return Some((Some(SiteKind::Go), "starts a goroutine".to_string()));
        }
        let what = match (&data.op, site.map(|s| s.placement)) {
            (Op::CallBuiltin(rt_mapassign | rt_mapassign32 | rt_mapassign64 | rt_mapassignstr | rt_unsafe_mapassign, _), _) => {
                Some("an assignment may make the map grow".to_string())
            }
            (Op::CallBuiltin(b, None), _) if b.info().flags & ALLOC != 0 => Some("the runtime allocates".to_string()),
            (_, Some(Placement::Heap)) => {
                let site = site?;
                let plain = || format!("{} is allocated", if site.expr.is_empty() { "memory" } else { &site.expr });
                (site.kind != SiteKind::Temp).then(|| site.verdict(true).unwrap_or_else(plain))
            }
            (Op::CallBuiltin(b, _), Some(Placement::Stack)) if b.info().flags & ALLOC != 0 => {
                Some(format!("{} may outgrow its buffer on the stack", site?.expr))
            }
            // It begins in the frame too, and what is larger than the side stack takes is on the heap.
            (Op::CallBuiltin(rt_growslice, _), Some(Placement::Side))
                if site?.layout.is_some_and(|l| !self.module.layouts[l].pointers.contains(&true)) =>
            {
                Some(format!("{} may outgrow its buffer on the stack", site?.expr))
            }
            (_, Some(Placement::Side)) if self.strict => Some(format!("{} is on the side stack, which may be full", site?.expr)),
            _ => None,
        };
        what.map(|text| (kind, text))
    }

    /// Queues what a function value may be.
    fn call_value(
        &mut self,
        visit: &Visit,
        codes: &FxHashMap<ValueId, Option<FuncId>>,
        args: &[ValueId],
        way: Option<Rc<Way>>,
        pos: Pos,
    ) {
        let func = &self.module.funcs[visit.func];
        if let Some(targets) = self.codes_of(visit, codes, args[0]) {
            let maybe = targets.len() > 1;
            return self.call(visit, codes, &targets, args, maybe, way, pos);
        }
        let types: Vec<_> = args.iter().map(|&a| func.ty(a)).collect();
        let fits = |f: &FuncId| self.module.funcs[*f].sig.params == types;
        let targets: Vec<FuncId> = self.facts.values.iter().copied().filter(fits).collect();
        self.call(visit, codes, &targets, args, true, way, pos);
    }

    /// Queues callees with what is known of their arguments.
    #[expect(clippy::too_many_arguments, reason = "a call has this many parts")]
    fn call(
        &mut self,
        visit: &Visit,
        codes: &FxHashMap<ValueId, Option<FuncId>>,
        targets: &[FuncId],
        args: &[ValueId],
        maybe: bool,
        way: Option<Rc<Way>>,
        pos: Pos,
    ) {
        let precise = self.visited.len() < MAX_PRECISE;
        let known: Vec<Option<Vec<FuncId>>> =
            args.iter().map(|&a| if precise { self.codes_of(visit, codes, a) } else { None }).collect();
        let known: Known = if known.iter().all(Option::is_none) { Rc::from([]) } else { known.into() };
        for &target in targets {
            let callee = &self.module.funcs[target];
            if callee.layout.is_empty() || target == self.root || !self.visited.insert((target, known.clone())) {
                continue;
            }
            // Wrappers pass calls on; they are not in the source.
            let next = match callee.flags.wrapper {
                true => way.clone(),
                false => Some(Rc::new(Way { before: way.clone(), callee: callee.name.clone(), pos, maybe })),
            };
            self.queue.push_back(Visit { func: target, known: known.clone(), way: next });
        }
    }

    /// The code that a function value has, sorted, if the code on the way says so.
    fn codes_of(&self, visit: &Visit, codes: &FxHashMap<ValueId, Option<FuncId>>, value: ValueId) -> Option<Vec<FuncId>> {
        let func = &self.module.funcs[visit.func];
        let mut out: Vec<FuncId> = Vec::new();
        let mut seen: FxHashSet<ValueId> = FxHashSet::default();
        let mut work = vec![value];
        while let Some(v) = work.pop() {
            if !seen.insert(v) {
                continue;
            }
            match func.values[v].def {
                ValueDef::Param(block, i) if block == func.entry() => {
                    out.extend(visit.known.get(i as usize)?.as_ref()?);
                }
                ValueDef::Param(block, i) => {
                    let jumps = func.layout.iter().flat_map(|&b| func.blocks[b].term.targets());
                    work.extend(jumps.filter(|t| t.block == block).map(|t| t.args[i as usize]));
                }
                ValueDef::Result(inst, _) => {
                    let data = &func.insts[inst];
                    match data.op {
                        Op::Alloc(_) => out.push(codes.get(&v).copied().flatten()?),
                        Op::DataAddr(d, 0) => out.push(code_at(self.module, d, 0)?),
                        Op::Select => work.extend([data.args[1], data.args[2]]),
                        Op::IConst(0) => {}
                        Op::Load(..) if self.is_deferred(func, data.args[0]) => out.extend(self.deferred(visit.func)),
                        _ => return None,
                    }
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        Some(out)
    }

    fn is_deferred(&self, func: &Func, address: ValueId) -> bool {
        matches!(func.values[address].def, ValueDef::Result(inst, _) if func.insts[inst].op == Op::DeferFrame)
    }

    /// What a function may defer: the closures without parameters that it makes, and those that these make (the bodies of
    /// loops over functions defer in the frame of the function).
    fn deferred(&self, id: FuncId) -> Vec<FuncId> {
        let mut out: Vec<FuncId> = Vec::new();
        let mut work = vec![id];
        while let Some(at) = work.pop() {
            let func = &self.module.funcs[at];
            for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
                if let Op::FuncAddr(f) = func.insts[inst].op
                    && !out.contains(&f)
                {
                    out.push(f);
                    work.push(f);
                }
            }
        }
        out.retain(|&f| self.module.funcs[f].sig.params.len() == 1);
        out
    }

    fn report(&mut self, way: Option<&Way>, pos: Pos, kind: Option<SiteKind>, what: String) {
        if self.out.len() >= MAX_SITES || !self.found.insert((pos, kind)) {
            return;
        }
        let root = &self.module.funcs[self.root];
        let package = root.name.split_once('.').map_or("", |(p, _)| p);
        let short = |name: &str| name.strip_prefix(package).and_then(|n| n.strip_prefix('.')).unwrap_or(name).to_string();
        let mut calls = Vec::new();
        let mut at = way;
        while let Some(w) = at {
            let verb = if w.maybe { "may call" } else { "calls" };
            calls.push(format!("{verb} {} ({})", short(&w.callee), self.sources.display(w.pos)));
            at = w.before.as_deref();
        }
        calls.reverse();
        let directive = if self.strict { "//golift:noalloc strict" } else { "//golift:noalloc" };
        let mut message = format!("{} must not allocate ({directive}): ", short(&root.name));
        if !calls.is_empty() {
            message.push_str(&calls.join(", which "));
            message.push_str(", which allocates: ");
        }
        message.push_str(&what);
        if pos.is_valid() {
            message.push_str(&format!(" ({})", self.sources.display(pos)));
        }
        let pos = root.flags.noalloc.map_or(Pos::NONE, |n| n.pos);
        self.out.push(Violation { pos, message });
    }
}
