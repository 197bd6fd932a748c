//! On-the-fly construction of SSA form: variables in, block parameters out.
//!
//! Input: writes and reads of scalar variables in blocks whose predecessors become known step by step.
//! Output: a [`Func`] where every read is a value and every merge a block parameter.
//! Invariants: a block is *sealed* once all its predecessors are known; parameters for variables are kept
//! aside as [`Phi`]s until [`Builder::finish`], which drops the trivial ones and appends the others' arguments to the
//! jumps, behind the arguments given explicitly. Code without predecessors is built like any other and dropped at the end.
//! Source: Braun et al., Simple and Efficient Construction of Static Single Assignment Form (CC 2013).

use cranelift_entity::SecondaryMap;
use golift_base::Pos;
use golift_ssa::{BlockCall, BlockId, Func, LocId, Op, Terminator, Ty, ValueDef, ValueId};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A scalar variable of the function under construction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SsaVar(pub u32);

/// A parameter that a block may need for a variable.
struct Phi {
    block: BlockId,
    value: ValueId,
    /// One operand for each predecessor, in the order of the block's predecessor list; empty while unsealed.
    operands: Vec<ValueId>,
}

/// The state of a block under construction.
#[derive(Clone, Default)]
struct BlockState {
    preds: Vec<BlockId>,
    sealed: bool,
    /// Variables read before the block was sealed.
    incomplete: Vec<(SsaVar, u32)>,
}

/// Builds one function.
pub struct Builder {
    /// The function so far.
    pub func: Func,
    cur: BlockId,
    states: SecondaryMap<BlockId, BlockState>,
    var_types: Vec<Ty>,
    defs: FxHashMap<(SsaVar, BlockId), ValueId>,
    phis: Vec<Phi>,
    pending: Vec<(u32, SsaVar)>,
    loc: Option<LocId>,
    locs: FxHashMap<Pos, LocId>,
    /// The logical function of locations.
    pub func_name: Arc<str>,
}

impl Builder {
    /// Starts at the entry block of `func`, which is sealed.
    pub fn new(func: Func, func_name: Arc<str>) -> Builder {
        let cur = func.entry();
        let mut states: SecondaryMap<BlockId, BlockState> = SecondaryMap::new();
        states[cur].sealed = true;
        Builder {
            func,
            cur,
            states,
            var_types: Vec::new(),
            defs: FxHashMap::default(),
            phis: Vec::new(),
            pending: Vec::new(),
            loc: None,
            locs: FxHashMap::default(),
            func_name,
        }
    }

    /// Sets the source position of the instructions that follow; an invalid one leaves it as it is.
    pub fn set_pos(&mut self, pos: Pos) {
        if !pos.is_valid() {
            return;
        }
        let func = &mut self.func;
        let name = &self.func_name;
        let id = *self.locs.entry(pos).or_insert_with(|| {
            func.locs.push(golift_ssa::Loc { pos, func: name.clone(), parent: None })
        });
        self.loc = Some(id);
    }

    /// The current source position, to be restored.
    pub fn loc(&self) -> Option<LocId> {
        self.loc
    }

    /// Restores a source position.
    pub fn set_loc(&mut self, loc: Option<LocId>) {
        self.loc = loc;
    }

    /// The block that instructions go to.
    pub fn block(&self) -> BlockId {
        self.cur
    }

    /// A new block without predecessors, not sealed.
    pub fn new_block(&mut self) -> BlockId {
        // The layout is decided when a block is entered.
        self.func.blocks.push(golift_ssa::Block::default())
    }

    /// A new rarely executed block.
    pub fn new_cold_block(&mut self) -> BlockId {
        let b = self.new_block();
        self.func.blocks[b].cold = true;
        b
    }

    /// Adds an explicit parameter.
    pub fn block_param(&mut self, block: BlockId, ty: Ty) -> ValueId {
        self.func.add_block_param(block, ty)
    }

    /// Goes on in `block`. The current block must be terminated.
    pub fn enter(&mut self, block: BlockId) {
        debug_assert!(self.terminated(), "lower: {} leaves an open block", self.func.name);
        self.func.layout.push(block);
        self.cur = block;
    }

    /// Goes on in `block`, all of whose predecessors are known.
    pub fn enter_sealed(&mut self, block: BlockId) {
        self.seal(block);
        self.enter(block);
    }

    /// Whether the current block has its terminator.
    pub fn terminated(&self) -> bool {
        self.func.blocks[self.cur].term != Terminator::None
    }

    /// Starts a block that nothing reaches, for code behind a return or panic.
    pub fn enter_dead(&mut self) {
        let b = self.new_block();
        self.enter_sealed(b);
    }

    /// Whether the current block was started without predecessors: what is built here is dropped.
    pub fn is_dead(&self) -> bool {
        let s = &self.states[self.cur];
        self.cur != self.func.entry() && s.sealed && s.preds.is_empty()
    }

    /// Ends the current block.
    pub fn terminate(&mut self, term: Terminator) {
        let from = self.cur;
        let block = &mut self.func.blocks[from];
        assert!(block.term == Terminator::None, "lower: second terminator in {} {from}", self.func.name);
        for t in term.targets() {
            let preds = &mut self.states[t.block].preds;
            if preds.last() != Some(&from) && !preds.contains(&from) {
                preds.push(from);
            }
        }
        block.term = term;
        block.term_loc = self.loc;
    }

    /// Ends the current block with a jump.
    pub fn jump(&mut self, block: BlockId) {
        self.terminate(Terminator::Jump(BlockCall { block, args: Vec::new() }));
    }

    /// Ends the current block with a jump that passes explicit parameters.
    pub fn jump_with(&mut self, block: BlockId, args: &[ValueId]) {
        self.terminate(Terminator::Jump(BlockCall { block, args: args.to_vec() }));
    }

    /// Ends the current block with a two-way branch.
    pub fn branch(&mut self, cond: ValueId, then: BlockId, else_: BlockId) {
        let call = |block| BlockCall { block, args: Vec::new() };
        self.terminate(Terminator::Branch { cond, then: call(then), else_: call(else_) });
    }

    /// Declares that all predecessors of `block` are known.
    pub fn seal(&mut self, block: BlockId) {
        if self.states[block].sealed {
            return;
        }
        self.states[block].sealed = true;
        for (var, phi) in std::mem::take(&mut self.states[block].incomplete) {
            self.pending.push((phi, var));
        }
        self.fill_pending();
    }

    /// A new scalar variable.
    pub fn new_var(&mut self, ty: Ty) -> SsaVar {
        self.var_types.push(ty);
        SsaVar(self.var_types.len() as u32 - 1)
    }

    /// The variable's type.
    pub fn var_ty(&self, var: SsaVar) -> Ty {
        self.var_types[var.0 as usize]
    }

    /// Assigns a variable.
    pub fn write(&mut self, var: SsaVar, value: ValueId) {
        debug_assert_eq!(self.var_ty(var), self.func.ty(value), "lower: write of {} in {}", value, self.func.name);
        self.defs.insert((var, self.cur), value);
    }

    /// The variable's value here.
    pub fn read(&mut self, var: SsaVar) -> ValueId {
        let v = self.read_at(var, self.cur);
        self.fill_pending();
        v
    }

    /// The value at the end of `block`, as far as it is built; may leave parameters to fill.
    fn read_at(&mut self, var: SsaVar, block: BlockId) -> ValueId {
        let mut chain = Vec::new();
        let mut at = block;
        let value = loop {
            if let Some(&v) = self.defs.get(&(var, at)) {
                break v;
            }
            chain.push(at);
            let state = &self.states[at];
            if !state.sealed {
                let (phi, value) = self.new_phi(at, var);
                self.states[at].incomplete.push((var, phi));
                break value;
            }
            match state.preds.as_slice() {
                [] => break self.zero_at_start(at, self.var_ty(var)),
                // A cycle of single predecessors is unreachable code.
                [one] if !chain.contains(one) => at = *one,
                [_] => break self.zero_at_start(at, self.var_ty(var)),
                _ => {
                    let (phi, value) = self.new_phi(at, var);
                    self.pending.push((phi, var));
                    break value;
                }
            }
        };
        for b in chain {
            self.defs.insert((var, b), value);
        }
        value
    }

    fn new_phi(&mut self, block: BlockId, var: SsaVar) -> (u32, ValueId) {
        let ty = self.var_ty(var);
        let value = self.func.values.push(golift_ssa::func::ValueData { ty, def: ValueDef::Param(block, u32::MAX) });
        self.phis.push(Phi { block, value, operands: Vec::new() });
        self.defs.insert((var, block), value);
        (self.phis.len() as u32 - 1, value)
    }

    fn fill_pending(&mut self) {
        while let Some((phi, var)) = self.pending.pop() {
            let block = self.phis[phi as usize].block;
            let preds = self.states[block].preds.clone();
            let operands = preds.into_iter().map(|p| self.read_at(var, p)).collect();
            self.phis[phi as usize].operands = operands;
        }
    }

    /// A zero for reads in code that nothing reaches.
    fn zero_at_start(&mut self, block: BlockId, ty: Ty) -> ValueId {
        let op = match ty {
            Ty::F32 | Ty::F64 => Op::FConst(0),
            _ => Op::IConst(0),
        };
        let inst = self.func.make_inst(op, &[], &[ty], None);
        self.func.blocks[block].insts.insert(0, inst);
        self.func.result(inst)
    }

    /// Appends an instruction without result.
    pub fn emit0(&mut self, op: Op, args: &[ValueId]) {
        let inst = self.func.make_inst(op, args, &[], self.loc);
        self.append(inst);
    }

    /// Appends an instruction with one result.
    pub fn emit(&mut self, op: Op, args: &[ValueId], ty: Ty) -> ValueId {
        let inst = self.func.make_inst(op, args, &[ty], self.loc);
        self.append(inst);
        self.func.result(inst)
    }

    /// Appends an instruction with any number of results.
    pub fn emit_n(&mut self, op: Op, args: &[ValueId], tys: &[Ty]) -> Vec<ValueId> {
        let inst = self.func.make_inst(op, args, tys, self.loc);
        self.append(inst);
        self.func.insts[inst].results.to_vec()
    }

    /// Calls a function value; the `memory` operands behind the context are memory for results.
    pub fn call_closure(&mut self, args: &[ValueId], tys: &[Ty], memory: usize) -> Vec<ValueId> {
        let inst = self.func.make_inst(Op::CallClosure, args, tys, self.loc);
        self.append(inst);
        self.func.result_memory[inst] = u8::try_from(memory).unwrap_or(0);
        self.func.insts[inst].results.to_vec()
    }

    fn append(&mut self, inst: golift_ssa::InstId) {
        let block = &mut self.func.blocks[self.cur];
        assert!(block.term == Terminator::None, "lower: instruction behind the end of {} {}", self.func.name, self.cur);
        block.insts.push(inst);
    }

    /// The integer constant that a value is, if it is one.
    pub fn as_iconst(&self, v: ValueId) -> Option<i64> {
        match self.func.values[v].def {
            ValueDef::Result(i, _) => match self.func.insts[i].op {
                Op::IConst(n) => Some(n),
                _ => None,
            },
            ValueDef::Param(..) => None,
        }
    }

    /// Completes the function: parameters, layout, no dead blocks.
    pub fn finish(mut self) -> Func {
        self.fill_pending();
        if !self.terminated() {
            self.terminate(Terminator::Unreachable);
        }
        let reachable = self.drop_dead_blocks();
        let mut replaced = self.remove_trivial_phis(&reachable);
        let phis = std::mem::take(&mut self.phis);
        for phi in &phis {
            if !reachable[phi.block] || resolve(&mut replaced, phi.value) != phi.value {
                continue;
            }
            let n = self.func.blocks[phi.block].params.len() as u32;
            self.func.values[phi.value].def = ValueDef::Param(phi.block, n);
            self.func.blocks[phi.block].params.push(phi.value);
            let preds = &self.states[phi.block].preds;
            for (i, &p) in preds.iter().enumerate() {
                if !reachable[p] {
                    continue;
                }
                for t in self.func.blocks[p].term.targets_mut() {
                    if t.block == phi.block {
                        t.args.push(phi.operands[i]);
                    }
                }
            }
        }
        for &b in &self.func.layout.clone() {
            for i in self.func.blocks[b].insts.clone() {
                for a in &mut self.func.insts[i].args {
                    *a = resolve(&mut replaced, *a);
                }
            }
            self.func.blocks[b].term.for_each_operand(|v| *v = resolve(&mut replaced, *v));
        }
        self.func
    }

    fn drop_dead_blocks(&mut self) -> SecondaryMap<BlockId, bool> {
        let mut reachable: SecondaryMap<BlockId, bool> = SecondaryMap::new();
        let mut work = vec![self.func.entry()];
        work.extend(self.func.recover_block);
        while let Some(b) = work.pop() {
            if std::mem::replace(&mut reachable[b], true) {
                continue;
            }
            work.extend(self.func.blocks[b].term.targets().iter().map(|t| t.block));
        }
        self.func.layout.retain(|&b| reachable[b]);
        let blocks = &self.func.blocks;
        // Rare blocks go last, the entry stays first.
        let (warm, cold): (Vec<BlockId>, Vec<BlockId>) = self.func.layout.iter().partition(|&&b| !blocks[b].cold);
        self.func.layout = warm.into_iter().chain(cold).collect();
        reachable
    }

    /// Finds parameters whose operands are all the same value (or the parameter itself) and what replaces them.
    fn remove_trivial_phis(&self, reachable: &SecondaryMap<BlockId, bool>) -> SecondaryMap<ValueId, Option<ValueId>> {
        let mut replaced: SecondaryMap<ValueId, Option<ValueId>> = SecondaryMap::new();
        let mut users: FxHashMap<ValueId, Vec<u32>> = FxHashMap::default();
        for (i, phi) in self.phis.iter().enumerate() {
            for &o in &phi.operands {
                users.entry(o).or_default().push(i as u32);
            }
        }
        let mut work: Vec<u32> = (0..self.phis.len() as u32).rev().collect();
        while let Some(i) = work.pop() {
            let phi = &self.phis[i as usize];
            if !reachable[phi.block] || replaced[phi.value].is_some() {
                continue;
            }
            let mut same = None;
            let mut trivial = true;
            for (k, &o) in phi.operands.iter().enumerate() {
                if !reachable[self.states[phi.block].preds[k]] {
                    continue;
                }
                let o = resolve(&mut replaced, o);
                if o == phi.value || same == Some(o) {
                    continue;
                }
                if same.is_some() {
                    trivial = false;
                    break;
                }
                same = Some(o);
            }
            if let (true, Some(same)) = (trivial, same) {
                replaced[phi.value] = Some(same);
                // Operands that were replaced by this parameter are users too, through their representative.
                if let Some(list) = users.remove(&phi.value) {
                    work.extend(&list);
                    users.entry(same).or_default().extend(list);
                }
            }
        }
        replaced
    }
}

/// The value that stands for `v`, with path compression.
fn resolve(replaced: &mut SecondaryMap<ValueId, Option<ValueId>>, v: ValueId) -> ValueId {
    let mut root = v;
    while let Some(next) = replaced[root] {
        root = next;
    }
    let mut at = v;
    while let Some(next) = replaced[at] {
        replaced[at] = Some(root);
        at = next;
    }
    root
}
