//! A function: blocks of instructions over values.

use crate::entities::{BlockId, InstId, LocId, ValueId};
use crate::module::Loc;
use crate::op::{Op, Ty};
use cranelift_entity::{PrimaryMap, SecondaryMap};
use golift_base::Pos;
use smallvec::SmallVec;

/// Parameter and result types. Any number of each: the backend passes what does not fit in registers through memory.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Signature {
    /// Parameters; the closure context or the receiver's words first.
    pub params: Vec<Ty>,
    /// Results.
    pub results: Vec<Ty>,
}

/// `//golift:noalloc`: the function must not allocate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoAlloc {
    /// Where the function is declared.
    pub pos: Pos,
    /// Memory that is rarely taken from the heap and code that ends in a panic count too.
    pub strict: bool,
}

/// Facts about a whole function.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FuncFlags {
    /// `//go:noinline`.
    pub noinline: bool,
    /// The first parameter is the closure context (a Ptr).
    pub has_context: bool,
    /// Has a `DeferFrame`; `recover_block` is set.
    pub has_defer: bool,
    /// Contains `FramePtr` (calls recover): never inlined.
    pub has_recover: bool,
    /// A generated wrapper or thunk: left out of tracebacks.
    pub wrapper: bool,
    /// Package initialiser code.
    pub init: bool,
    /// The assertion that it does not allocate. The text form does not keep it.
    pub noalloc: Option<NoAlloc>,
}

/// A parameter or result of the source, for reports. The text form does not keep it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// The name; `~r0` and so on for results without one.
    pub name: String,
    /// Where it is declared.
    pub pos: Pos,
    /// The first of the scalars that it consists of, among the parameters or the results.
    pub first: usize,
    /// Their number.
    pub count: usize,
    /// Whether the scalar is a pointer to the value.
    pub memory: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Func {
    /// Link name, as tracebacks print it: `main.main`, `main.(*T).M`, `main.f.func1`.
    pub name: String,
    /// The signature.
    pub sig: Signature,
    /// Facts.
    pub flags: FuncFlags,
    /// Blocks; the entry is `entry`, whose parameters are the function's.
    pub blocks: PrimaryMap<BlockId, Block>,
    /// Blocks in layout order; the entry first. Blocks not listed are dead.
    /// An empty layout: the function was removed because nothing refers to it.
    pub layout: Vec<BlockId>,
    /// Instructions.
    pub insts: PrimaryMap<InstId, Inst>,
    /// The type of each value.
    pub values: PrimaryMap<ValueId, ValueData>,
    /// Source locations.
    pub locs: PrimaryMap<LocId, Loc>,
    /// Where control comes in after a recovered panic: runs the remaining deferred calls and returns the results.
    /// Has no parameters and no predecessors; uses only values defined in the entry block before any `defer`
    /// (allocations of result variables), never values kept in registers: reads results by loads.
    pub recover_block: Option<BlockId>,
    /// Allocations that must stay memory because `recover_block` reads them: the results of these `Alloc`s.
    pub pinned: Vec<ValueId>,
    /// What is put on the side stack while the function is active goes when it returns.
    pub side_owner: bool,
    /// The parameters of the source that have names, the receiver among them.
    pub named_params: Vec<Named>,
    /// The results of the source, but for those that are returned in the caller's memory.
    pub named_results: Vec<Named>,
    /// Of calls of function values: how many operands behind the context are memory for results, which the callee fills
    /// and does not keep. 0 where it is not known; the text form does not keep it.
    pub result_memory: SecondaryMap<InstId, u8>,
}

/// Type and definition of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ValueData {
    /// The type.
    pub ty: Ty,
    /// The definition.
    pub def: ValueDef,
}

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueDef {
    /// The n-th parameter of a block.
    Param(BlockId, u32),
    /// The n-th result of an instruction.
    Result(InstId, u32),
}

/// A block: parameters, instructions, one terminator.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Parameters.
    pub params: Vec<ValueId>,
    /// Instructions in order.
    pub insts: Vec<InstId>,
    /// The end; `Terminator::None` only while the function is being built.
    pub term: Terminator,
    /// Location of the terminator.
    pub term_loc: Option<LocId>,
    /// Rarely executed (panics, growth): laid out last.
    pub cold: bool,
}

/// An instruction.
#[derive(Clone, Debug)]
pub struct Inst {
    /// The operation.
    pub op: Op,
    /// Operands.
    pub args: SmallVec<[ValueId; 3]>,
    /// Results.
    pub results: SmallVec<[ValueId; 1]>,
    /// Source location.
    pub loc: Option<LocId>,
}

/// A jump target with the arguments for its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockCall {
    /// The target.
    pub block: BlockId,
    /// One for each parameter.
    pub args: Vec<ValueId>,
}

/// How a block ends.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Terminator {
    /// Not yet set.
    #[default]
    None,
    /// Unconditional.
    Jump(BlockCall),
    /// On an I8: not 0 → `then`.
    Branch {
        /// The condition.
        cond: ValueId,
        /// Taken when not 0.
        then: BlockCall,
        /// Taken when 0.
        else_: BlockCall,
    },
    /// On an integer value: equal to a case, else default.
    Switch {
        /// The value.
        value: ValueId,
        /// Distinct constants and their targets.
        cases: Vec<(i64, BlockCall)>,
        /// Otherwise.
        default: BlockCall,
    },
    /// Return these results.
    Return(Vec<ValueId>),
    /// `return f(args)` in f's place: the callee's signature has the same results. Not in functions with defer.
    TailCall(crate::FuncId, Vec<ValueId>),
    /// `return closure(args)` in its place, the closure first.
    TailCallClosure(Vec<ValueId>),
    /// `return itab.fun[slot](data, args)` in its place: slot; the interface's type descriptor; itab, data, args.
    TailCallIface(u32, crate::DataId, Vec<ValueId>),
    /// After something that does not return.
    Unreachable,
}

impl Terminator {
    /// The targets in order: jump; then, else; cases, default.
    pub fn targets(&self) -> SmallVec<[&BlockCall; 2]> {
        match self {
            Terminator::Jump(t) => SmallVec::from_slice(&[t]),
            Terminator::Branch { then, else_, .. } => SmallVec::from_slice(&[then, else_]),
            Terminator::Switch { cases, default, .. } => cases.iter().map(|(_, t)| t).chain([default]).collect(),
            _ => SmallVec::new(),
        }
    }

    /// The targets, to be changed.
    pub fn targets_mut(&mut self) -> SmallVec<[&mut BlockCall; 2]> {
        match self {
            Terminator::Jump(t) => SmallVec::from_iter([t]),
            Terminator::Branch { then, else_, .. } => SmallVec::from_iter([then, else_]),
            Terminator::Switch { cases, default, .. } => cases.iter_mut().map(|(_, t)| t).chain([default]).collect(),
            _ => SmallVec::new(),
        }
    }

    /// Every operand, targets' arguments included.
    pub fn operands(&self) -> SmallVec<[ValueId; 8]> {
        let own: &[ValueId] = match self {
            Terminator::Branch { cond, .. } => std::slice::from_ref(cond),
            Terminator::Switch { value, .. } => std::slice::from_ref(value),
            Terminator::Return(vs) | Terminator::TailCall(_, vs) | Terminator::TailCallClosure(vs)
            | Terminator::TailCallIface(_, _, vs) => vs,
            Terminator::None | Terminator::Jump(_) | Terminator::Unreachable => &[],
        };
        let handed = self.targets().into_iter().flat_map(|t| &t.args);
        own.iter().chain(handed).copied().collect()
    }

    /// Calls `f` with every operand, targets' arguments included, to replace it.
    pub fn for_each_operand(&mut self, mut f: impl FnMut(&mut ValueId)) {
        match self {
            Terminator::Branch { cond, .. } => f(cond),
            Terminator::Switch { value, .. } => f(value),
            Terminator::Return(vs) | Terminator::TailCall(_, vs) | Terminator::TailCallClosure(vs)
            | Terminator::TailCallIface(_, _, vs) => vs.iter_mut().for_each(&mut f),
            Terminator::None | Terminator::Jump(_) | Terminator::Unreachable => {}
        }
        for t in self.targets_mut() {
            t.args.iter_mut().for_each(&mut f);
        }
    }
}

impl Func {
    /// An empty function with its entry block, whose parameters are the signature's.
    pub fn new(name: String, sig: Signature) -> Func {
        let mut func = Func {
            name,
            sig: sig.clone(),
            flags: FuncFlags::default(),
            blocks: PrimaryMap::new(),
            layout: Vec::new(),
            insts: PrimaryMap::new(),
            values: PrimaryMap::new(),
            locs: PrimaryMap::new(),
            recover_block: None,
            pinned: Vec::new(),
            side_owner: false,
            named_params: Vec::new(),
            named_results: Vec::new(),
            result_memory: SecondaryMap::new(),
        };
        let entry = func.add_block();
        for ty in sig.params {
            func.add_block_param(entry, ty);
        }
        func
    }

    /// The entry block.
    pub fn entry(&self) -> BlockId {
        self.layout[0]
    }

    /// Appends a new empty block to the layout.
    pub fn add_block(&mut self) -> BlockId {
        let b = self.blocks.push(Block::default());
        self.layout.push(b);
        b
    }

    /// Appends a parameter to a block.
    pub fn add_block_param(&mut self, block: BlockId, ty: Ty) -> ValueId {
        let n = self.blocks[block].params.len() as u32;
        let v = self.values.push(ValueData { ty, def: ValueDef::Param(block, n) });
        self.blocks[block].params.push(v);
        v
    }

    /// Puts instructions before one that stands in a block.
    pub fn insert_before(&mut self, block: BlockId, inst: InstId, new: &[InstId]) {
        let insts = &mut self.blocks[block].insts;
        if let Some(at) = insts.iter().position(|&i| i == inst) {
            insts.splice(at..at, new.iter().copied());
        }
    }

    /// Makes an instruction with fresh results, not yet in any block.
    pub fn make_inst(&mut self, op: Op, args: &[ValueId], results: &[Ty], loc: Option<LocId>) -> InstId {
        let id = self.insts.next_key();
        let results = results
            .iter()
            .enumerate()
            .map(|(i, &ty)| self.values.push(ValueData { ty, def: ValueDef::Result(id, i as u32) }))
            .collect();
        self.insts.push(Inst { op, args: SmallVec::from_slice(args), results, loc })
    }

    /// Appends an instruction to a block and returns its id.
    pub fn append(&mut self, block: BlockId, op: Op, args: &[ValueId], results: &[Ty], loc: Option<LocId>) -> InstId {
        let inst = self.make_inst(op, args, results, loc);
        self.blocks[block].insts.push(inst);
        inst
    }

    /// The only result of an instruction.
    pub fn result(&self, inst: InstId) -> ValueId {
        self.insts[inst].results[0]
    }

    /// A value's type.
    pub fn ty(&self, v: ValueId) -> Ty {
        self.values[v].ty
    }
}
