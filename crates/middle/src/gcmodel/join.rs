//! The model's verdicts for the sites of the SSA.
//!
//! Input: the verdicts of all packages, and a module. Output: for each site what the official compiler would do.
//! A site is found by the position at which it is written, the sort of construct, and the inlined calls that it was
//! copied for: both sides write those down as the positions of the calls, the innermost first. Where the model inlined
//! fewer of the calls than the SSA did, the verdict is the one of the copy that the model has: the longest chain that
//! agrees. Instances of a generic function share their positions; one that allocates decides for all.

use super::escape::Verdict;
use super::ir::{Op, Program};
use cranelift_entity::SecondaryMap;
use golift_base::Pos;
use golift_ssa::{Func, LocId, Module, Site, SiteId, SiteKind};
use rustc_hash::FxHashMap;

/// What the official compiler does with a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Joined {
    /// The model does not say.
    #[default]
    Unknown,
    /// It does not escape.
    Stack,
    /// It is allocated.
    Heap,
    /// There is no such object in the official compiler's code.
    None,
}

/// Sorts of constructs that the two sides tell apart at one position.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Construct {
    Var,
    New,
    PtrLit,
    SliceLit,
    MapLit,
    MakeSlice,
    MakeMap,
    Closure,
    MethodValue,
    Box,
    Append,
    Concat,
    StringConv,
}

impl Construct {
    fn of_node(op: Op) -> Option<Construct> {
        Some(match op {
            Op::Name => Construct::Var,
            Op::New => Construct::New,
            Op::PtrLit => Construct::PtrLit,
            Op::SliceLit => Construct::SliceLit,
            Op::MapLit => Construct::MapLit,
            Op::MakeSlice => Construct::MakeSlice,
            Op::MakeMap => Construct::MakeMap,
            Op::Closure => Construct::Closure,
            Op::MethValue => Construct::MethodValue,
            Op::ConvIface => Construct::Box,
            Op::BuiltinCall => Construct::Append,
            Op::AddStr => Construct::Concat,
            Op::StrToBytes | Op::BytesToStr | Op::StrToRunes | Op::RunesToStr | Op::RuneToStr => Construct::StringConv,
            _ => return None,
        })
    }

    fn of_site(kind: SiteKind) -> Option<Construct> {
        Some(match kind {
            SiteKind::Var | SiteKind::Param => Construct::Var,
            SiteKind::New => Construct::New,
            SiteKind::AddrLit => Construct::PtrLit,
            SiteKind::SliceLit | SiteKind::Variadic => Construct::SliceLit,
            SiteKind::MapLit => Construct::MapLit,
            SiteKind::MakeSlice => Construct::MakeSlice,
            SiteKind::MakeMap => Construct::MakeMap,
            SiteKind::Closure | SiteKind::Go | SiteKind::Defer => Construct::Closure,
            SiteKind::MethodValue => Construct::MethodValue,
            SiteKind::Box | SiteKind::BoxString | SiteKind::BoxSlice => Construct::Box,
            SiteKind::Append => Construct::Append,
            SiteKind::Concat => Construct::Concat,
            SiteKind::StringConv => Construct::StringConv,
            SiteKind::MakeChan | SiteKind::MapGrow | SiteKind::Runtime | SiteKind::Temp => return None,
        })
    }
}

/// Variables of the embedded library where the official one takes an object from a pool: the package and the name.
const POOLED: &[(&str, &str)] = &[("fmt.", "p")];

/// What one copy of a construct does.
#[derive(Clone, Debug)]
struct Copy {
    calls: Box<[Pos]>,
    heap: bool,
}

/// The verdicts of a program, by place.
#[derive(Clone, Debug, Default)]
pub struct ModelVerdicts {
    copies: FxHashMap<(Pos, Construct), Vec<Copy>>,
}

impl ModelVerdicts {
    /// Adds verdicts; `p` is the program that they are about.
    pub fn add(&mut self, p: &Program, verdicts: &[Verdict]) {
        for v in verdicts {
            let Some(construct) = Construct::of_node(v.op).filter(|_| v.written.is_valid()) else { continue };
            let mut calls = Vec::new();
            let mut at = v.inlined;
            while at != 0 {
                let (parent, _, pos) = p.inl_tree[at as usize - 1];
                calls.push(pos);
                at = parent;
            }
            let copies = self.copies.entry((v.written, construct)).or_default();
            match copies.iter_mut().find(|c| *c.calls == calls) {
                Some(copy) => copy.heap |= v.heap,
                None => copies.push(Copy { calls: calls.into(), heap: v.heap }),
            }
        }
    }

    /// What the official compiler does with a site whose operation has the location `loc` in `func`; `None` for the
    /// site where its source stands.
    pub fn of(&self, site: &Site, func: &Func, loc: Option<LocId>) -> Joined {
        let Some(construct) = Construct::of_site(site.kind) else {
            // Channels, tables of maps and what the runtime makes are always allocated; temporaries never.
            return if site.kind == SiteKind::Temp { Joined::Stack } else { Joined::Heap };
        };
        if POOLED.iter().any(|&(package, name)| site.func.starts_with(package) && site.expr == name) {
            return Joined::Stack;
        }
        let Some(copies) = self.copies.get(&(site.pos, construct)) else {
            return match site.kind {
                // `s += t` becomes a concatenation after the analysis.
                SiteKind::Concat => Joined::Heap,
                // A call without operands needs no literal; a literal whose calls were all inlined is dropped.
                SiteKind::Defer | SiteKind::Closure => Joined::None,
                // What the body of a loop over a function needs beside its captures.
                SiteKind::Var if site.expr.starts_with('#') => Joined::None,
                _ => Joined::Unknown,
            };
        };
        let mut calls = Vec::new();
        let mut at = loc.and_then(|l| func.locs[l].parent);
        while let Some(l) = at {
            calls.push(func.locs[l].pos);
            at = func.locs[l].parent;
        }
        match copies.iter().filter(|c| calls.starts_with(&c.calls)).max_by_key(|c| c.calls.len()) {
            Some(Copy { heap: true, .. }) => Joined::Heap,
            Some(Copy { heap: false, .. }) => Joined::Stack,
            None => Joined::Unknown,
        }
    }
}

/// What the official compiler does with each site that is left in the module's code.
pub fn join(module: &Module, model: &ModelVerdicts) -> SecondaryMap<SiteId, Option<Joined>> {
    let mut out = SecondaryMap::new();
    for func in module.funcs.values() {
        for &inst in func.layout.iter().flat_map(|&b| &func.blocks[b].insts) {
            let data = &func.insts[inst];
            if let Some(site) = data.op.site() {
                out[site] = Some(model.of(&module.sites[site], func, data.loc));
            }
        }
    }
    out
}
