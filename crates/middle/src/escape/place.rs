//! From solved graphs to placements.
//!
//! A site gets a stack slot when its object has not escaped, is small enough, and the slot can be reused: in a loop, no
//! pointer to the object of one iteration may be alive in the next one. That holds when no parameter of a header of a
//! loop around the site points to the object, and every object that points to it is made anew in the same loop too.

use super::graph::{Kind, Obj};
use super::solve::Solved;
use golift_abi::{AppendRoom, Builtin, MAX_IMPLICIT_STACK_VAR, MAX_STACK_VAR};
use golift_ssa::{BlockId, Cfg, Dominators, Func, InstId, Loops, Module, Op, SiteId, SiteKind, Ty, ValueDef};
use rustc_hash::FxHashMap;

/// How much of a frame placed objects may take; more goes to the heap, the largest first.
const FRAME_BUDGET: u64 = 24 << 10;

/// The decision for one site, with its reason.
pub(crate) struct Decision {
    /// The site.
    pub(crate) site: SiteId,
    /// `Ok` for a stack slot, `Err` with the reason for the heap.
    pub(crate) stack: Result<(), &'static str>,
}

/// Builtins that take a buffer of 32 bytes for results that fit.
pub(crate) fn has_stack_buffer(b: Builtin) -> bool {
    use Builtin::*;
    matches!(b, rt_concat | rt_bytes_to_string | rt_string_to_bytes | rt_runes_to_string | rt_rune_to_string)
}

/// Size in bytes of a `make_slice` with constant length and capacity.
pub(crate) fn constant_make(module: &Module, func: &Func, inst: InstId) -> Option<u64> {
    let data = &func.insts[inst];
    let Op::MakeSlice(site) = data.op else { return None };
    let constant = |i: usize| match func.values[data.args[i]].def {
        ValueDef::Result(def, _) => match func.insts[def].op {
            Op::IConst(c) => u64::try_from(c).ok(),
            _ => None,
        },
        ValueDef::Param(..) => None,
    };
    let (len, cap) = (constant(0)?, constant(1)?);
    let elem = module.layouts[module.sites[site].layout?].size;
    (len <= cap).then(|| cap.checked_mul(elem)).flatten()
}

/// What placement needs to know of a function's control flow.
pub(crate) struct Flow {
    cfg: Cfg,
    loops: Loops,
    irreducible: bool,
}

impl Flow {
    /// Computes it; it stays true while the function is solved, however often.
    pub(crate) fn of(func: &Func) -> Flow {
        let cfg = Cfg::compute(func);
        let dom = Dominators::compute(func, &cfg);
        let loops = Loops::compute(func, &cfg, &dom);
        let irreducible = has_irreducible_cycle(func, &cfg, &dom);
        Flow { cfg, loops, irreducible }
    }
}

/// Decides every site of a function.
pub(crate) fn decide(module: &Module, func: &Func, flow: &Flow, solved: &Solved) -> Vec<Decision> {
    let context = Context { func, solved, loops: &flow.loops, irreducible: flow.irreducible, holders: holders(solved) };
    let mut out = Vec::new();
    let mut sized: Vec<(u64, usize)> = Vec::new();
    for &block in flow.cfg.order() {
        for &inst in &func.blocks[block].insts {
            let data = &func.insts[inst];
            let (site, size) = match data.op {
                Op::Alloc(site) => (site, module.sites[site].layout.map_or(u64::MAX, |l| module.layouts[l].size)),
                Op::MakeSlice(site) => (site, constant_make(module, func, inst).unwrap_or(u64::MAX)),
                Op::CallBuiltin(Builtin::rt_growslice, Some(site)) => (site, size_of::<AppendRoom>() as u64),
                Op::CallBuiltin(b, Some(site)) => (site, if has_stack_buffer(b) { 32 } else { u64::MAX }),
                _ => continue,
            };
            let kind = module.sites[site].kind;
            let limit = if matches!(kind, SiteKind::Var | SiteKind::Param) { MAX_STACK_VAR } else { MAX_IMPLICIT_STACK_VAR };
            let stack = match solved.graph.find_site(site) {
                _ if kind == SiteKind::Temp => Ok(()),
                None => Err("not reached by the analysis"),
                Some(o) if solved.graph.get(o).escaped => Err(solved.graph.get(o).reason),
                Some(_) if size > limit => Err("too large for the stack"),
                // Room for append is never used twice in one activation.
                Some(_) if kind == SiteKind::Append => Ok(()),
                Some(o) if !context.slot_can_be_reused(o, block) => Err("may be alive in the next iteration of a loop"),
                Some(_) => Ok(()),
            };
            if stack.is_ok() && kind != SiteKind::Temp {
                sized.push((size, out.len()));
            }
            out.push(Decision { site, stack });
        }
    }
    let mut total: u64 = sized.iter().map(|(s, _)| s).sum();
    sized.sort_by_key(|&(size, i)| (std::cmp::Reverse(size), i));
    for (size, i) in sized {
        if total <= FRAME_BUDGET {
            break;
        }
        total -= size;
        out[i].stack = Err("too large for the frame");
    }
    out
}

struct Context<'a> {
    func: &'a Func,
    solved: &'a Solved,
    loops: &'a Loops,
    irreducible: bool,
    /// For each object the objects that point to it.
    holders: FxHashMap<Obj, Vec<Obj>>,
}

impl Context<'_> {
    fn slot_can_be_reused(&self, o: Obj, block: BlockId) -> bool {
        if self.irreducible {
            return false;
        }
        let mut at = self.loops.innermost(block);
        while let Some(index) = at {
            if !self.dies_with_iteration(o, index, &mut Vec::new()) {
                return false;
            }
            at = self.loops.loops[index].parent;
        }
        true
    }

    fn dies_with_iteration(&self, o: Obj, index: usize, seen: &mut Vec<Obj>) -> bool {
        if seen.contains(&o) {
            return true;
        }
        seen.push(o);
        let header = self.loops.loops[index].header;
        let carried = self.func.blocks[header].params.iter().any(|&p| {
            self.func.ty(p) == Ty::Ptr && self.solved.points_to[p].iter().any(|&(x, _)| x == o)
        });
        if carried {
            return false;
        }
        let holders = self.holders.get(&o).map_or(&[][..], Vec::as_slice);
        holders.iter().all(|&h| match self.solved.graph.get(h).kind {
            Kind::Site(_, block) => self.loops.contains(index, block) && self.dies_with_iteration(h, index, seen),
            _ => false,
        })
    }
}

fn holders(solved: &Solved) -> FxHashMap<Obj, Vec<Obj>> {
    let mut out: FxHashMap<Obj, Vec<Obj>> = FxHashMap::default();
    for (h, _) in solved.graph.objects() {
        for &(o, _) in solved.graph.contents(h).iter().flat_map(|(_, set)| set) {
            let list = out.entry(o).or_default();
            if list.last() != Some(&h) {
                list.push(h);
            }
        }
    }
    out
}

/// Whether a cycle has two entries (by goto): no loop of [`Loops`] describes it then.
fn has_irreducible_cycle(func: &Func, cfg: &Cfg, dom: &Dominators) -> bool {
    cfg.order().iter().enumerate().any(|(i, &b)| {
        func.blocks[b].term.targets().iter().any(|t| {
            cfg.number(t.block).is_some_and(|n| n <= i) && !dom.dominates(t.block, b)
        })
    })
}
