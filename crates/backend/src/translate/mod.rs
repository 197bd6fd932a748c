//! SSA functions to Cranelift IR.
//!
//! Input: a function of the module. Output: Cranelift IR, for the function itself or for its *recovery part*: a
//! function with `defer` becomes two functions, and the second holds the blocks reachable from `recover_block`
//! (see `defer`), because no register or spill slot of the first survives a panic.
//!
//! Invariants: one Cranelift value for each SSA value; blocks are translated in reverse post-order, so definitions
//! come first; memory that the back end itself uses (spill areas, defer frames, saved words) is never touched by
//! loads and stores of the program.

mod alloc;
mod arith;
mod call;
mod check;
mod control;
mod convert;
mod defer;
mod entry;
mod memory;
mod poison;
mod round;
mod side;
mod tiny;

use crate::callconv::{CallLayout, call_layout, clif_type};
use crate::config::BackendConfig;
use crate::loops::Flow;
use crate::sites::SiteLines;
use crate::symbol::Symbol;
use cranelift_codegen::ir::{
    self, AliasRegion, ExtFuncData, ExternalName, FuncRef, GlobalValue, GlobalValueData, InstBuilder, MemFlagsData, SigRef,
    SourceLoc, StackSlot, StackSlotData, StackSlotKind, UserFuncName, Value, types,
};
use cranelift_codegen::isa::TargetIsa;
use cranelift_entity::{EntityRef, SecondaryMap, packed_option::PackedOption};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use golift_ssa::{BlockId, FuncId, Inst, InstId, LocId, Module, Op, Signature, SiteId, Ty, ValueDef, ValueId};
use rustc_hash::FxHashMap;
use tiny::SharedObjects;

/// Which of a function's two bodies is made.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Part {
    /// The function.
    Body,
    /// What runs after a recovered panic: takes the `DeferFrame`, returns the function's results.
    Recover,
}

/// Loads this many instructions before their use may become one instruction with it.
const MERGED: usize = 32;

/// What translation needs besides the function.
pub(crate) struct Input<'a> {
    pub(crate) module: &'a Module,
    pub(crate) config: &'a BackendConfig,
    pub(crate) isa: &'a dyn TargetIsa,
    pub(crate) sites: &'a SiteLines,
}

/// Translates one part of a function into `out`.
pub(crate) fn translate_function(
    input: &Input<'_>,
    id: FuncId,
    part: Part,
    out: &mut ir::Function,
    ctx: &mut FunctionBuilderContext,
) {
    let func = &input.module.funcs[id];
    let root = match part {
        Part::Body => func.entry(),
        Part::Recover => func.recover_block.expect("a function with a recovery part has a recover block"),
    };
    let symbol = match part {
        Part::Body => Symbol::Func(id),
        Part::Recover => Symbol::Recover(id),
    };
    let sig = match part {
        Part::Body => func.sig.clone(),
        Part::Recover => Signature { params: vec![Ty::Ptr], results: func.sig.results.clone() },
    };
    let layout = call_layout(input.config.arch, &sig.params, &sig.results);
    let name = symbol.to_name();
    out.name = UserFuncName::user(name.namespace, name.index);
    out.signature = layout.signature(&sig.params, &sig.results);
    let flow = Flow::new(func, root);
    let mut t = Translator {
        module: input.module,
        config: input.config,
        isa: input.isa,
        sites: input.sites,
        func,
        id,
        part,
        symbol,
        layout,
        flow,
        b: FunctionBuilder::new(out, ctx),
        values: SecondaryMap::new(),
        blocks: SecondaryMap::new(),
        symbols: FxHashMap::default(),
        globals: FxHashMap::default(),
        regions: FxHashMap::default(),
        sigs: FxHashMap::default(),
        demoted: Vec::new(),
        shared: SharedObjects::default(),
        append_rooms: FxHashMap::default(),
        objects: Vec::new(),
        exits: Vec::new(),
        region_stores: true,
        side_saved: None,
        side_slot: None,
        side_marks: FxHashMap::default(),
        spill_in: None,
        defer_slot: None,
        frame_param: None,
        homes: FxHashMap::default(),
        loc: None,
        place: (root, 0),
    };
    t.plan_frame();
    t.plan_shared_objects();
    t.plan_regions();
    t.function();
    t.poison_objects();
    t.b.seal_all_blocks();
    t.b.finalize(input.isa.frontend_config());
}

pub(crate) struct Translator<'a> {
    pub(crate) module: &'a Module,
    pub(crate) config: &'a BackendConfig,
    pub(crate) isa: &'a dyn TargetIsa,
    pub(crate) sites: &'a SiteLines,
    pub(crate) func: &'a golift_ssa::Func,
    pub(crate) id: FuncId,
    pub(crate) part: Part,
    pub(crate) symbol: Symbol,
    pub(crate) layout: CallLayout,
    pub(crate) flow: Flow,
    pub(crate) b: FunctionBuilder<'a>,
    values: SecondaryMap<ValueId, PackedOption<Value>>,
    blocks: SecondaryMap<BlockId, PackedOption<ir::Block>>,
    symbols: FxHashMap<Symbol, FuncRef>,
    globals: FxHashMap<(Symbol, i64), GlobalValue>,
    regions: FxHashMap<u16, AliasRegion>,
    sigs: FxHashMap<ir::Signature, SigRef>,
    /// Allocations that go to the heap after all because the frame would be too large.
    demoted: Vec<InstId>,
    /// Variables that share objects of the heap.
    shared: SharedObjects,
    /// Where sites of append take their arrays in the frame.
    append_rooms: FxHashMap<SiteId, StackSlot>,
    /// The slots that hold objects, with their sizes, and where the frame ends, if frames are poisoned.
    objects: Vec<(StackSlot, u64)>,
    exits: Vec<ir::Inst>,
    /// Whether stores carry alias regions: not when a load without region could miss them.
    region_stores: bool,
    /// In owners of the side stack: `side_top` and `side_limit` at entry.
    side_saved: Option<(Value, Value)>,
    /// Where the frame keeps these two, if the function has loops: they would take registers from them.
    side_slot: Option<StackSlot>,
    /// The limits of loops that give back, by the values of their marks.
    side_marks: FxHashMap<ValueId, Value>,
    /// Pointer to the caller's spill area.
    spill_in: Option<Value>,
    /// The `DeferFrame`, with the words that the recovery part needs behind it.
    defer_slot: Option<StackSlot>,
    /// In the recovery part: the `DeferFrame`.
    frame_param: Option<Value>,
    /// Offsets behind the defer frame of the values that the recovery part uses.
    homes: FxHashMap<ValueId, i32>,
    loc: Option<LocId>,
    /// The instruction being translated: block and index.
    place: (BlockId, usize),
}

impl Translator<'_> {
    fn function(&mut self) {
        for i in 0..self.flow.order.len() {
            let block = self.flow.order[i];
            let clif = self.b.create_block();
            self.blocks[block] = clif.into();
            if self.func.blocks[block].cold {
                self.b.set_cold_block(clif);
            }
        }
        self.entry();
        for i in 0..self.flow.order.len() {
            let block = self.flow.order[i];
            if i > 0 {
                let clif = self.block(block);
                self.b.switch_to_block(clif);
                for &param in &self.func.blocks[block].params {
                    let ty = clif_type(self.func.ty(param));
                    let value = self.b.append_block_param(clif, ty);
                    self.define(param, value);
                }
            }
            for (n, &inst) in self.func.blocks[block].insts.iter().enumerate() {
                self.place = (block, n);
                self.set_loc(self.fault_loc(inst));
                self.inst(inst);
            }
            self.set_loc(self.func.blocks[block].term_loc);
            self.terminator(block);
        }
    }

    fn inst(&mut self, id: InstId) {
        let func = self.func;
        let inst = &func.insts[id];
        match &inst.op {
            Op::IConst(c) => {
                let ty = func.ty(inst.results[0]);
                let v = self.iconst(clif_type(ty), *c);
                self.define(inst.results[0], v);
            }
            Op::FConst(bits) => {
                let v = match func.ty(inst.results[0]) {
                    Ty::F32 => self.b.ins().f32const(ir::immediates::Ieee32::with_bits(*bits as u32)),
                    _ => self.b.ins().f64const(ir::immediates::Ieee64::with_bits(*bits)),
                };
                self.define(inst.results[0], v);
            }
            Op::FuncAddr(f) => {
                let v = self.symbol_addr(Symbol::Func(*f), 0);
                self.define(inst.results[0], v);
            }
            Op::DataAddr(d, offset) => {
                let v = self.symbol_addr(Symbol::Data(*d), *offset);
                self.define(inst.results[0], v);
            }
            Op::Bin(op) => self.bin(*op, inst),
            Op::Un(op) => self.un(*op, inst),
            Op::Fma => self.fma(inst),
            Op::Cmp(op) => self.cmp(*op, inst),
            Op::FCmp(op) => self.fcmp(*op, inst),
            Op::Select => {
                let (c, x, y) = (self.arg(inst, 0), self.arg(inst, 1), self.arg(inst, 2));
                let v = self.b.ins().select(c, x, y);
                self.define(inst.results[0], v);
            }
            Op::Conv(op) => self.conv(*op, inst),
            Op::Load(offset, flags) => self.load(*offset, *flags, inst),
            Op::Store(offset, flags) => self.store(*offset, *flags, inst),
            Op::Atomic(op) => self.atomic(*op, inst),
            Op::AddrOff(offset) => {
                let p = self.arg(inst, 0);
                let v = self.offset_addr(p, *offset);
                self.define(inst.results[0], v);
            }
            Op::ElemAddr { scale, offset } => self.elem_addr(*scale, *offset, inst),
            Op::MemCopy(size, flags) => self.mem_copy(*size, *flags, inst),
            Op::MemZero(size, flags) => self.mem_zero(*size, *flags, inst),
            Op::Check(check) => self.check(*check, inst),
            Op::Alloc(site) => self.alloc(id, *site, inst),
            Op::MakeSlice(site) => self.make_slice(id, *site, inst),
            Op::Call(callee) => self.call(*callee, inst),
            Op::CallClosure => self.call_closure(inst),
            Op::CallIface { slot, .. } => self.call_iface(*slot, inst),
            Op::CallBuiltin(builtin, site) => self.call_builtin(*builtin, *site, inst),
            Op::FramePtr => self.frame_ptr(inst),
            Op::DeferFrame => {
                let v = self.defer_frame();
                self.define(inst.results[0], v);
            }
            Op::SideMark => self.side_mark(inst),
            Op::SideRelease => self.side_release(inst),
        }
    }

    /// The Cranelift value of an SSA value, at the current place.
    pub(crate) fn value(&mut self, v: ValueId) -> Value {
        if let Some(value) = self.values[v].expand() {
            return value;
        }
        if let (Some(frame), Some(&home)) = (self.frame_param, self.homes.get(&v)) {
            return self.b.ins().load(clif_type(self.func.ty(v)), MemFlagsData::trusted(), frame, home);
        }
        panic!("backend: {}: {v} is used before its definition", self.func.name)
    }

    pub(crate) fn values(&mut self, vs: &[ValueId]) -> Vec<Value> {
        vs.iter().map(|&v| self.value(v)).collect()
    }

    pub(crate) fn arg(&mut self, inst: &Inst, n: usize) -> Value {
        self.value(inst.args[n])
    }

    /// Records the Cranelift value of an SSA value, and saves it for the recovery part if that needs it.
    pub(crate) fn define(&mut self, v: ValueId, value: Value) {
        self.values[v] = value.into();
        if let (Some(slot), Some(&home)) = (self.defer_slot, self.homes.get(&v)) {
            self.b.ins().stack_store(types::I64, value, slot, home);
        }
    }

    pub(crate) fn block(&self, b: BlockId) -> ir::Block {
        self.blocks[b].expect("reachable blocks are created first")
    }

    /// An integer constant; narrow ones are masked to their width, as Cranelift wants them.
    pub(crate) fn iconst(&mut self, ty: ir::Type, c: i64) -> Value {
        let masked = match ty.bits() {
            64 => c,
            n => c & ((1 << n) - 1),
        };
        self.b.ins().iconst(ty, masked)
    }

    /// If the value is a constant integer, which (sign-extended as the SSA holds it).
    pub(crate) fn const_of(&self, v: ValueId) -> Option<i64> {
        match self.func.values[v].def {
            ValueDef::Result(inst, _) => match self.func.insts[inst].op {
                Op::IConst(c) => Some(c),
                _ => None,
            },
            ValueDef::Param(..) => None,
        }
    }

    /// The instruction that defines a value.
    pub(crate) fn def_of(&self, v: ValueId) -> Option<&Inst> {
        match self.func.values[v].def {
            ValueDef::Result(inst, _) => Some(&self.func.insts[inst]),
            ValueDef::Param(..) => None,
        }
    }

    pub(crate) fn import_sig(&mut self, sig: ir::Signature) -> SigRef {
        if let Some(&r) = self.sigs.get(&sig) {
            return r;
        }
        let r = self.b.import_signature(sig.clone());
        self.sigs.insert(sig, r);
        r
    }

    /// A callable reference to a symbol.
    pub(crate) fn func_ref(&mut self, symbol: Symbol, sig: impl FnOnce() -> ir::Signature) -> FuncRef {
        if let Some(&r) = self.symbols.get(&symbol) {
            return r;
        }
        let sig = self.import_sig(sig());
        let name = self.b.func.declare_imported_user_function(symbol.to_name());
        let r = self.b.import_function(ExtFuncData {
            name: ExternalName::user(name),
            signature: sig,
            colocated: true,
            patchable: false,
        });
        self.symbols.insert(symbol, r);
        r
    }

    /// The address of a symbol plus an offset.
    pub(crate) fn symbol_addr(&mut self, symbol: Symbol, offset: i64) -> Value {
        let gv = match self.globals.get(&(symbol, offset)) {
            Some(&gv) => gv,
            None => {
                let name = self.b.func.declare_imported_user_function(symbol.to_name());
                let gv = self.b.create_global_value(GlobalValueData::Symbol {
                    name: ExternalName::user(name),
                    offset: offset.into(),
                    colocated: true,
                    tls: false,
                });
                self.globals.insert((symbol, offset), gv);
                gv
            }
        };
        self.b.ins().symbol_value(types::I64, gv)
    }

    /// A new stack slot of a whole number of words.
    pub(crate) fn new_slot(&mut self, size: u64, align: u64) -> StackSlot {
        let size = size.max(1).next_multiple_of(8);
        let shift = align.max(8).trailing_zeros().min(6) as u8;
        self.b.create_sized_stack_slot(StackSlotData::new(StackSlotKind::ExplicitSlot, size as u32, shift))
    }

    pub(crate) fn goroutine(&mut self) -> Value {
        self.b.ins().get_pinned_reg(types::I64)
    }

    /// The location of an instruction. Arithmetic may become one instruction with the load of an operand, whose fault then
    /// belongs to the load's line.
    fn fault_loc(&self, inst: InstId) -> Option<LocId> {
        let (block, n) = self.place;
        let data = &self.func.insts[inst];
        if matches!(data.op, Op::Bin(_) | Op::Un(_) | Op::Cmp(_) | Op::FCmp(_) | Op::Conv(_)) {
            for &arg in &data.args {
                if let ValueDef::Result(def, _) = self.func.values[arg].def
                    && let Op::Load(_, golift_ssa::MemFlags { nil_check: true, .. }) = self.func.insts[def].op
                    && self.func.blocks[block].insts[n.saturating_sub(MERGED)..n].contains(&def)
                {
                    return self.func.insts[def].loc;
                }
            }
        }
        data.loc
    }

    fn set_loc(&mut self, loc: Option<LocId>) {
        self.loc = loc;
        self.b.set_srcloc(match loc {
            Some(l) => SourceLoc::new(l.index() as u32),
            None => SourceLoc::default(),
        });
    }
}
