//! Removes bounds checks that cannot fail, and other checks that an earlier one makes superfluous. Divisions by constants of
//! what is not negative become unsigned, which is cheaper.
//!
//! What is known at a place comes from the dominator tree: branch conditions whose taken edge dominates it, and checks
//! passed before it. `0 <= i` is derived from constants, zero extensions, masks and from induction variables that start
//! at a value that is not negative and are only counted up while below some bound (by more than one while below a constant).
//! Compare Bodik, Gupta, Sarkar: ABCD (2000); this is the part of it that dominating facts alone give.

use crate::opt::simplify_cfg::constant;
use golift_abi::BoundsKind;
use golift_ssa::{BinOp, BlockId, Cfg, Check, CmpOp, ConvOp, Dominators, Func, InstId, Module, Op, Terminator, Ty, ValueDef, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Removes superfluous checks in every function.
pub fn eliminate_checks(module: &mut Module) {
    for func in module.funcs.values_mut() {
        eliminate(func);
    }
}

/// A relation known to hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Fact {
    /// a < b, signed.
    Less(ValueId, ValueId),
    /// a <= b, signed.
    LessEq(ValueId, ValueId),
    /// a < b, unsigned: a passed index check.
    Below(ValueId, ValueId),
    /// a <= b, unsigned.
    BelowEq(ValueId, ValueId),
    /// Not null, or not zero.
    NonZero(ValueId),
}

struct Prover<'a> {
    func: &'a Func,
    facts: FxHashMap<Fact, u32>,
    /// For each value the values known to be above it, with the strictness.
    trail: Vec<Fact>,
    /// The constants that values are known not to be above, the newest last.
    limits: FxHashMap<ValueId, Vec<i64>>,
    not_negative: FxHashMap<ValueId, bool>,
    guarded: Guarded,
}

/// Sums that cannot overflow where they are computed.
#[derive(Default)]
struct Guarded {
    /// `v + c` where v is known to be less than something, or has passed an index check: by one it can be counted up.
    steps: FxHashSet<ValueId>,
    /// `v + w` where both are known to be less than constants.
    sums: FxHashSet<ValueId>,
}

fn eliminate(func: &mut Func) {
    let wanted = |&i: &InstId| matches!(func.insts[i].op, Op::Check(_) | Op::Bin(BinOp::SDiv | BinOp::SRem));
    if !func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(wanted) {
        return;
    }
    let cfg = Cfg::compute(func);
    let dom = Dominators::compute(func, &cfg);
    let mut removed: FxHashSet<InstId> = FxHashSet::default();
    let mut unsigned: Vec<InstId> = Vec::new();
    {
        let mut prover = Prover {
            func,
            facts: FxHashMap::default(),
            trail: Vec::new(),
            limits: FxHashMap::default(),
            not_negative: FxHashMap::default(),
            guarded: guarded_values(func, &cfg, &dom),
        };
        let mut children: FxHashMap<BlockId, Vec<BlockId>> = FxHashMap::default();
        for &b in dom.preorder() {
            if let Some(d) = dom.idom(b) {
                children.entry(d).or_default().push(b);
            }
        }
        // Facts are pushed on the way down the dominator tree and popped on the way up.
        let mut stack = vec![(func.entry(), 0usize, 0usize)];
        while let Some((block, next, mark)) = stack.pop() {
            let mark = if next == 0 {
                let mark = prover.trail.len();
                prover.enter(block, &cfg, &mut removed);
                unsigned.extend(prover.divisions(block));
                mark
            } else {
                mark
            };
            match children.get(&block).and_then(|c| c.get(next)) {
                Some(&child) => {
                    stack.push((block, next + 1, mark));
                    stack.push((child, 0, 0));
                }
                None => prover.leave(mark),
            }
        }
    }
    for block in func.layout.clone() {
        func.blocks[block].insts.retain(|i| !removed.contains(i));
    }
    for inst in unsigned {
        let op = &mut func.insts[inst].op;
        *op = Op::Bin(if *op == Op::Bin(BinOp::SDiv) { BinOp::UDiv } else { BinOp::URem });
    }
}

/// Finds the sums that cannot overflow.
fn guarded_values(func: &Func, cfg: &Cfg, dom: &Dominators) -> Guarded {
    let mut upper: FxHashMap<ValueId, Vec<BlockId>> = FxHashMap::default();
    let mut limits: FxHashMap<ValueId, Vec<(BlockId, i64)>> = FxHashMap::default();
    for &b in cfg.order() {
        for &i in &func.blocks[b].insts {
            if let Op::Check(Check::Bounds { kind: BoundsKind::Index, .. }) = func.insts[i].op {
                upper.entry(func.insts[i].args[0]).or_default().push(b);
            }
        }
        for (fact, target) in edge_facts(func, cfg, b) {
            if let Fact::Less(v, _) = fact {
                upper.entry(v).or_default().push(target);
            }
            if let Some((v, limit)) = limit(func, fact) {
                limits.entry(v).or_default().push((target, limit));
            }
        }
    }
    let at_most = |v: ValueId, b: BlockId| {
        let known = limits.get(&v).into_iter().flatten().filter(|&&(at, _)| dom.dominates(at, b)).map(|l| l.1);
        constant(func, v).or_else(|| known.min())
    };
    let mut out = Guarded::default();
    for &b in cfg.order() {
        for &i in &func.blocks[b].insts {
            let data = &func.insts[i];
            if data.op == Op::Bin(BinOp::Add)
                && let Some(blocks) = upper.get(&data.args[0])
                && blocks.iter().any(|&u| dom.dominates(u, b))
            {
                out.steps.insert(data.results[0]);
            }
            if data.op == Op::Bin(BinOp::Add)
                && func.ty(data.results[0]) == Ty::I64
                && let (Some(x), Some(y)) = (at_most(data.args[0], b), at_most(data.args[1], b))
                && x.checked_add(y).is_some()
            {
                out.sums.insert(data.results[0]);
            }
        }
    }
    out
}

/// The constant that a fact says a value is not above.
fn limit(func: &Func, fact: Fact) -> Option<(ValueId, i64)> {
    match fact {
        Fact::Less(v, bound) => Some((v, constant(func, bound)?.checked_sub(1)?)),
        Fact::LessEq(v, bound) => Some((v, constant(func, bound)?)),
        _ => None,
    }
}

/// What holds at the start of a successor that has this block as its only predecessor.
fn edge_facts(func: &Func, cfg: &Cfg, block: BlockId) -> Vec<(Fact, BlockId)> {
    let Terminator::Branch { cond, then, else_ } = &func.blocks[block].term else { return Vec::new() };
    let mut out = Vec::new();
    if then.block == else_.block {
        return out;
    }
    let ValueDef::Result(inst, _) = func.values[*cond].def else { return out };
    let Op::Cmp(op) = func.insts[inst].op else { return out };
    let (a, b) = (func.insts[inst].args[0], func.insts[inst].args[1]);
    for (target, holds) in [(then.block, true), (else_.block, false)] {
        if cfg.preds(target) != [block] {
            continue;
        }
        let fact = match (op, holds) {
            (CmpOp::Slt, true) | (CmpOp::Sge, false) => Some(Fact::Less(a, b)),
            (CmpOp::Sgt, true) | (CmpOp::Sle, false) => Some(Fact::Less(b, a)),
            (CmpOp::Sle, true) | (CmpOp::Sgt, false) => Some(Fact::LessEq(a, b)),
            (CmpOp::Sge, true) | (CmpOp::Slt, false) => Some(Fact::LessEq(b, a)),
            (CmpOp::Ult, true) | (CmpOp::Uge, false) => Some(Fact::Below(a, b)),
            (CmpOp::Ugt, true) | (CmpOp::Ule, false) => Some(Fact::Below(b, a)),
            (CmpOp::Ule, true) | (CmpOp::Ugt, false) => Some(Fact::BelowEq(a, b)),
            (CmpOp::Uge, true) | (CmpOp::Ult, false) => Some(Fact::BelowEq(b, a)),
            (CmpOp::Ne, true) | (CmpOp::Eq, false) if constant(func, b) == Some(0) => Some(Fact::NonZero(a)),
            _ => None,
        };
        out.extend(fact.map(|f| (f, target)));
    }
    out
}

impl Prover<'_> {
    fn push(&mut self, fact: Fact) {
        *self.facts.entry(fact).or_default() += 1;
        self.trail.push(fact);
        if let Some((v, limit)) = limit(self.func, fact) {
            self.limits.entry(v).or_default().push(limit);
        }
    }

    fn leave(&mut self, mark: usize) {
        for fact in self.trail.drain(mark..) {
            if let Some(n) = self.facts.get_mut(&fact) {
                *n -= 1;
            }
            if let Some((v, _)) = limit(self.func, fact)
                && let Some(limits) = self.limits.get_mut(&v)
            {
                limits.pop();
            }
        }
    }

    /// The divisions in a block, by a constant above zero, of what is not negative.
    fn divisions(&mut self, block: BlockId) -> Vec<InstId> {
        let func = self.func;
        let all = func.blocks[block].insts.iter().copied().filter(|&i| {
            let data = &func.insts[i];
            matches!(data.op, Op::Bin(BinOp::SDiv | BinOp::SRem)) && constant(func, data.args[1]).is_some_and(|c| c > 0)
        });
        all.filter(|&i| self.is_not_negative(func.insts[i].args[0], 0)).collect()
    }

    fn holds(&self, fact: Fact) -> bool {
        self.facts.get(&fact).is_some_and(|&n| n > 0)
    }

    fn enter(&mut self, block: BlockId, cfg: &Cfg, removed: &mut FxHashSet<InstId>) {
        if let [pred] = *cfg.preds(block) {
            for (fact, target) in edge_facts(self.func, cfg, pred) {
                if target == block {
                    self.push(fact);
                }
            }
        }
        for &inst in &self.func.blocks[block].insts {
            let data = &self.func.insts[inst];
            let Op::Check(check) = data.op else { continue };
            let a = data.args[0];
            let (proved, fact) = match check {
                Check::Nil => (self.never_nil(a), Fact::NonZero(a)),
                Check::DivZero => (constant(self.func, a).is_some_and(|c| c != 0), Fact::NonZero(a)),
                Check::Shift => {
                    if self.is_not_negative(a, 0) {
                        removed.insert(inst);
                    }
                    continue;
                }
                Check::Bounds { kind: BoundsKind::Index, .. } => (self.is_below(a, data.args[1]), Fact::Below(a, data.args[1])),
                Check::Bounds { kind: BoundsKind::Convert, .. } => continue,
                Check::Bounds { .. } => (self.is_below_or_equal(a, data.args[1]), Fact::BelowEq(a, data.args[1])),
            };
            if proved || self.holds(fact) {
                removed.insert(inst);
            } else {
                self.push(fact);
            }
        }
    }

    fn never_nil(&self, v: ValueId) -> bool {
        match self.func.values[v].def {
            ValueDef::Result(inst, _) => {
                matches!(self.func.insts[inst].op, Op::Alloc(_) | Op::DataAddr(..) | Op::FuncAddr(_) | Op::DeferFrame | Op::FramePtr)
            }
            ValueDef::Param(..) => false,
        }
    }

    /// 0 <= a < b.
    fn is_below(&mut self, a: ValueId, b: ValueId) -> bool {
        if self.holds(Fact::Below(a, b)) {
            return true;
        }
        if let Some(len) = constant(self.func, b)
            && (self.max(a, 0).is_some_and(|max| max < len) || self.is_quotient_below(a, len))
        {
            return true;
        }
        if self.holds(Fact::Less(a, b)) && self.is_not_negative(a, 0) {
            return true;
        }
        // a = x - c with x <= b or x < b, or a <= y - 1 with y <= b: one step through a difference.
        if let Some((x, c)) = self.offset(a)
            && c < 0
            && (self.holds(Fact::Less(x, b)) || self.holds(Fact::LessEq(x, b)) || self.holds(Fact::Below(x, b)) || x == b)
            && self.is_not_negative(a, 0)
        {
            return true;
        }
        false
    }

    /// Whether a value is the quotient or remainder of one that is not negative, and below a constant.
    fn is_quotient_below(&mut self, a: ValueId, len: i64) -> bool {
        let ValueDef::Result(inst, _) = self.func.values[a].def else { return false };
        let data = &self.func.insts[inst];
        let [x, divisor] = data.args[..] else { return false };
        let Some(divisor) = constant(self.func, divisor).filter(|&c| c > 0) else { return false };
        let below = match data.op {
            Op::Bin(BinOp::SRem) => divisor <= len,
            Op::Bin(BinOp::SDiv) => self.limits.get(&x).is_some_and(|limits| limits.iter().any(|&limit| limit / divisor < len)),
            _ => false,
        };
        below && self.is_not_negative(x, 0)
    }

    /// 0 <= a <= b.
    fn is_below_or_equal(&mut self, a: ValueId, b: ValueId) -> bool {
        if a == b && self.is_not_negative(a, 0) {
            return true;
        }
        if constant(self.func, a) == Some(0) && self.is_not_negative(b, 0) {
            return true;
        }
        if let (Some(len), Some(max)) = (constant(self.func, b), self.max(a, 0))
            && max <= len
        {
            return true;
        }
        if (self.holds(Fact::Less(a, b)) || self.holds(Fact::LessEq(a, b))) && self.is_not_negative(a, 0) {
            return true;
        }
        self.holds(Fact::Below(a, b)) || self.holds(Fact::BelowEq(a, b))
    }

    /// a = x + c.
    fn offset(&self, a: ValueId) -> Option<(ValueId, i64)> {
        let ValueDef::Result(inst, _) = self.func.values[a].def else { return None };
        let data = &self.func.insts[inst];
        match data.op {
            Op::Bin(BinOp::Add) => constant(self.func, data.args[1]).map(|c| (data.args[0], c)),
            Op::Bin(BinOp::Sub) => constant(self.func, data.args[1]).and_then(|c| Some((data.args[0], c.checked_neg()?))),
            _ => None,
        }
    }

    /// An upper bound of a value that is not negative.
    fn max(&self, v: ValueId, depth: u32) -> Option<i64> {
        if let Some(c) = constant(self.func, v) {
            return (c >= 0).then_some(c);
        }
        let ValueDef::Result(inst, _) = self.func.values[v].def else { return None };
        let data = &self.func.insts[inst];
        if depth > 6 {
            return None;
        }
        match data.op {
            Op::Conv(ConvOp::ZExt) => match self.func.ty(data.args[0]) {
                Ty::I8 => Some(self.max(data.args[0], depth + 1).unwrap_or(0xff).min(0xff)),
                Ty::I16 => Some(0xffff),
                Ty::I32 => Some(0xffff_ffff),
                _ => None,
            },
            Op::Bin(BinOp::And) => {
                let bounds = data.args.iter().filter_map(|&a| self.max(a, depth + 1));
                bounds.min()
            }
            Op::Bin(BinOp::URem) => constant(self.func, data.args[1]).filter(|&c| c > 0).map(|c| c - 1),
            Op::Bin(BinOp::UShr) => match constant(self.func, data.args[1]) {
                Some(c @ 1..=63) if self.func.ty(v) == Ty::I64 => Some((u64::MAX >> c) as i64),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_not_negative(&mut self, v: ValueId, depth: u32) -> bool {
        if let Some(&known) = self.not_negative.get(&v) {
            return known;
        }
        if depth > 12 {
            return false;
        }
        if self.max(v, 0).is_some() {
            return true;
        }
        let answer = match self.func.values[v].def {
            ValueDef::Result(inst, _) => {
                let data = &self.func.insts[inst];
                match data.op {
                    Op::Bin(BinOp::Add) => {
                        let (a, b) = (data.args[0], data.args[1]);
                        // Guarded: a is below something, so a small positive step cannot overflow.
                        let small = constant(self.func, b).is_some_and(|c| (0..=1 << 32).contains(&c));
                        let step = small && self.guarded.steps.contains(&v) && constant(self.func, b).is_some_and(|c| c <= 1);
                        let sum = self.guarded.sums.contains(&v) && self.is_not_negative(b, depth + 1);
                        (step || sum) && self.is_not_negative(a, depth + 1)
                    }
                    Op::Bin(BinOp::UShr | BinOp::SShr) => self.is_not_negative(data.args[0], depth + 1),
                    Op::Bin(BinOp::SRem | BinOp::SDiv) => {
                        let divisor = constant(self.func, data.args[1]).is_some_and(|c| c > 0);
                        divisor && self.is_not_negative(data.args[0], depth + 1)
                    }
                    _ => false,
                }
            }
            ValueDef::Param(block, n) => {
                if block == self.func.entry() {
                    return false;
                }
                // Assume it for the loop around, then check what comes in.
                self.not_negative.insert(v, true);
                let mut incoming = Vec::new();
                for &b in &self.func.layout {
                    for t in self.func.blocks[b].term.targets() {
                        if t.block == block {
                            incoming.push(t.args[n as usize]);
                        }
                    }
                }
                let ok = incoming.iter().all(|&a| a == v || self.is_not_negative(a, depth + 1));
                self.not_negative.remove(&v);
                if !ok {
                    // What was derived from the assumption is void.
                    self.not_negative.retain(|_, known| !*known);
                }
                ok
            }
        };
        if depth == 0 || !answer {
            self.not_negative.insert(v, answer);
        }
        answer
    }
}
