//! Boxes of small values point to static memory: what an interface holds of an integer below 256 (or any value of 2, 4 or 8 bytes
//! without pointers and with such bits), of an empty string or a nil slice needs no allocation, as in the official runtime.
//!
//! Input: placed allocations; those of boxes that are on the heap and whose contents are stored right behind them.
//! Output: a branch on the value; only one side allocates and stores. Nothing ever writes to a box, so that sharing does not show.

use golift_ssa::module::{Data, DataKind};
use golift_ssa::{
    Block, BlockCall, BlockId, CmpOp, ConvOp, DataId, Func, InstId, Module, Op, Placement, Site, SiteId, SiteKind, Terminator, Ty,
    ValueDef, ValueId,
};

/// Values below this have a shared box.
const SHARED: u64 = 256;

/// How the contents are tested.
#[derive(Clone, Copy)]
enum Test {
    /// The bits of the one value stored are below [`SHARED`].
    Small,
    /// The n-th value stored is zero.
    Zero(usize),
}

/// Changes every function.
pub fn share_boxes(module: &mut Module) {
    let kinds: Vec<Option<Shape>> = module.sites.values().map(|site| shape(module, site)).collect();
    if kinds.iter().all(Option::is_none) {
        return;
    }
    let mut statics = Statics { small: None, zero: None };
    let shape_of = |site: SiteId| kinds.get(site.as_u32() as usize).copied().flatten();
    for id in module.funcs.keys().collect::<Vec<_>>() {
        let mut work = module.funcs[id].layout.clone();
        while let Some(block) = work.pop() {
            let Some((at, shape)) = find(&module.funcs[id], block, &shape_of) else { continue };
            let table = match shape.test {
                Test::Small => statics.small(module),
                Test::Zero(_) => statics.zero(module),
            };
            work.push(split(&mut module.funcs[id], block, at, shape, table));
        }
    }
}

/// What is stored into a box of a site, and how it is tested.
#[derive(Clone, Copy)]
struct Shape {
    test: Test,
    /// Number of stores.
    stores: usize,
    /// Bytes of the object.
    size: u64,
}

fn shape(module: &Module, site: &Site) -> Option<Shape> {
    if site.placement != Placement::Heap {
        return None;
    }
    match site.kind {
        SiteKind::BoxString => Some(Shape { test: Test::Zero(1), stores: 2, size: 16 }),
        SiteKind::BoxSlice => Some(Shape { test: Test::Zero(0), stores: 3, size: 24 }),
        SiteKind::Box => {
            let layout = &module.layouts[site.layout?];
            let small = matches!(layout.size, 2 | 4 | 8) && !layout.pointers.contains(&true);
            small.then_some(Shape { test: Test::Small, stores: 1, size: layout.size })
        }
        _ => None,
    }
}

/// The first box in a block that can be shared.
fn find(func: &Func, block: BlockId, shape_of: &impl Fn(SiteId) -> Option<Shape>) -> Option<(usize, Shape)> {
    let data = &func.blocks[block];
    if data.cold {
        return None;
    }
    data.insts.iter().enumerate().find_map(|(at, &inst)| {
        let Op::Alloc(site) = func.insts[inst].op else { return None };
        let shape = shape_of(site)?;
        stores_follow(func, &data.insts[at..], shape).then_some((at, shape))
    })
}

/// Whether the instructions behind the allocation `insts[0]` fill it, word by word or at once.
fn stores_follow(func: &Func, insts: &[InstId], shape: Shape) -> bool {
    let object = func.result(insts[0]);
    (0..shape.stores).all(|n| {
        let Some(inst) = insts.get(1 + n).map(|&i| &func.insts[i]) else { return false };
        let fills = match inst.args.get(1) {
            Some(&v) if shape.stores == 1 => size_of(func.ty(v)) == shape.size,
            Some(&v) => size_of(func.ty(v)) == 8,
            None => false,
        };
        matches!(inst.op, Op::Store(offset, _) if offset == 8 * n as i32) && inst.args[0] == object && inst.args[1] != object && fills
    })
}

fn size_of(ty: Ty) -> u64 {
    match ty {
        Ty::I8 => 1,
        Ty::I16 => 2,
        Ty::I32 | Ty::F32 => 4,
        Ty::I64 | Ty::F64 | Ty::Ptr => 8,
    }
}

/// Replaces the allocation at `at` and its stores by a branch; returns the block that continues.
fn split(func: &mut Func, block: BlockId, at: usize, shape: Shape, table: DataId) -> BlockId {
    let old = func.blocks[block].insts[at];
    let (object, loc, op) = (func.result(old), func.insts[old].loc, func.insts[old].op.clone());
    let tail = func.blocks[block].insts.split_off(at);
    let stores = &tail[1..=shape.stores];
    let values: Vec<ValueId> = stores.iter().map(|&s| func.insts[s].args[1]).collect();

    let term = std::mem::take(&mut func.blocks[block].term);
    let term_loc = std::mem::replace(&mut func.blocks[block].term_loc, loc);
    let insts = tail[1 + shape.stores..].to_vec();
    let next = func.blocks.push(Block { params: vec![object], insts, term, term_loc, cold: false });
    func.values[object].def = ValueDef::Param(next, 0);
    let shared = func.blocks.push(Block { term_loc: loc, ..Block::default() });
    let fresh = func.blocks.push(Block { term_loc: loc, ..Block::default() });

    let emit = |func: &mut Func, block: BlockId, op: Op, args: &[ValueId], ty: Ty| {
        let inst = func.append(block, op, args, &[ty], loc);
        func.result(inst)
    };
    let tested = match shape.test {
        Test::Small => values[0],
        Test::Zero(n) => values[n],
    };
    let bits = match func.ty(tested) {
        Ty::F32 => {
            let v = emit(func, block, Op::Conv(ConvOp::Bitcast), &[tested], Ty::I32);
            emit(func, block, Op::Conv(ConvOp::ZExt), &[v], Ty::I64)
        }
        Ty::F64 => emit(func, block, Op::Conv(ConvOp::Bitcast), &[tested], Ty::I64),
        Ty::I64 | Ty::Ptr => tested,
        _ => emit(func, block, Op::Conv(ConvOp::ZExt), &[tested], Ty::I64),
    };
    let (cmp, limit) = match shape.test {
        Test::Small => (CmpOp::Ult, SHARED as i64),
        Test::Zero(_) => (CmpOp::Eq, 0),
    };
    let ty = func.ty(bits);
    let limit = emit(func, block, Op::IConst(limit), &[], ty);
    let cond = emit(func, block, Op::Cmp(cmp), &[bits, limit], Ty::I8);
    let to = |block: BlockId, args: Vec<ValueId>| BlockCall { block, args };
    func.blocks[block].term = Terminator::Branch { cond, then: to(shared, Vec::new()), else_: to(fresh, Vec::new()) };

    let mut address = emit(func, shared, Op::DataAddr(table, 0), &[], Ty::Ptr);
    if matches!(shape.test, Test::Small) {
        address = emit(func, shared, Op::ElemAddr { scale: 8, offset: 0 }, &[address, bits], Ty::Ptr);
    }
    func.blocks[shared].term = Terminator::Jump(to(next, vec![address]));

    let new = emit(func, fresh, op, &[], Ty::Ptr);
    for &store in &tail[1..=shape.stores] {
        func.insts[store].args[0] = new;
        func.blocks[fresh].insts.push(store);
    }
    func.blocks[fresh].term = Terminator::Jump(to(next, vec![new]));
    let position = func.layout.iter().position(|&b| b == block).expect("the block is in the layout") + 1;
    func.layout.splice(position..position, [shared, fresh, next]);
    next
}

/// The static boxes, made when first needed.
struct Statics {
    small: Option<DataId>,
    zero: Option<DataId>,
}

impl Statics {
    /// The words 0 to 255. On all machines the first bytes of a word are its low ones.
    fn small(&mut self, module: &mut Module) -> DataId {
        let bytes = || (0..SHARED).flat_map(u64::to_le_bytes).collect();
        *self.small.get_or_insert_with(|| add(module, "go:box.small", bytes()))
    }

    fn zero(&mut self, module: &mut Module) -> DataId {
        *self.zero.get_or_insert_with(|| add(module, "go:box.zero", vec![0; 24]))
    }
}

fn add(module: &mut Module, name: &str, bytes: Vec<u8>) -> DataId {
    let same = module.data.iter().find(|(_, d)| d.name == name).map(|(id, _)| id);
    same.unwrap_or_else(|| {
        let (kind, size) = (DataKind::ReadOnly, bytes.len() as u64);
        module.data.push(Data { name: name.to_string(), kind, align: 8, size, bytes, relocs: Vec::new(), pointers: false })
    })
}
