//! Bodies of wrappers and thunks.
//!
//! All end in tail calls, so that `recover` finds the deferred method's caller in their place. The one exception is
//! a memory-class value receiver behind a pointer: its copy lives in the wrapper's frame.

use super::keys::{Env, FuncKey};
use super::module::ModuleBuilder;
use golift_abi::builtin::{ALLOC, NORETURN};
use golift_abi::program::ERROR_PLAIN;
use golift_abi::{Builtin, NIL_PAGE, Word};
use golift_base::Pos;
use golift_ssa::{Block, BlockCall, BlockId, Check, CmpOp, Func, FuncId, MemFlags, Op, SiteKind, Terminator, Ty, ValueId};
use golift_types::{ObjId, Type, TypeId};

/// A receiver on its way through embedded fields.
enum Place {
    /// Its scalars.
    Scalars(Vec<ValueId>),
    /// In memory at pointer + offset. `shared`: others may write there during the call.
    Mem { ptr: ValueId, offset: u64, shared: bool },
}

/// A body under construction.
struct Body {
    func: Func,
    block: BlockId,
}

impl Body {
    fn emit(&mut self, op: Op, args: &[ValueId], tys: &[Ty]) -> Vec<ValueId> {
        let inst = self.func.append(self.block, op, args, tys, None);
        self.func.insts[inst].results.to_vec()
    }

    fn emit1(&mut self, op: Op, args: &[ValueId], ty: Ty) -> ValueId {
        self.emit(op, args, &[ty])[0]
    }

    fn end(&mut self, term: Terminator) {
        self.func.blocks[self.block].term = term;
    }

    fn address(&mut self, ptr: ValueId, offset: u64) -> ValueId {
        if offset == 0 { ptr } else { self.emit1(Op::AddrOff(offset as i64), &[ptr], Ty::Ptr) }
    }
}

impl<'p> ModuleBuilder<'p> {
    /// Fills a wrapper, thunk or builtin function.
    pub(super) fn build_wrapper(&mut self, key: &FuncKey, id: FuncId) {
        let func = self.module.funcs[id].clone();
        let block = func.entry();
        let mut body = Body { func, block };
        match *key {
            FuncKey::Thunk(f) => {
                let (recv, memory) = self.thunk_shape(f);
                let mut args = body.func.blocks[block].params[1..].to_vec();
                args[..recv + memory].rotate_right(recv);
                body.end(Terminator::TailCall(f, args));
            }
            FuncKey::BuiltinFunc(obj) => self.builtin_body(&mut body, obj),
            FuncKey::IfaceMethod(recv, m) => {
                let (lead, rest) = split(&body, 1);
                let place = if self.is_direct_iface(recv) {
                    Place::Scalars(lead)
                } else {
                    Place::Mem { ptr: lead[0], offset: 0, shared: false }
                };
                self.method_body(&mut body, place, recv, (m, Env::EMPTY), rest);
            }
            FuncKey::MethodExpr(recv, m, env) => {
                let repr = self.repr(recv);
                let (lead, rest) = split(&body, repr.width());
                let place = if repr.memory {
                    Place::Mem { ptr: lead[0], offset: 0, shared: false }
                } else {
                    Place::Scalars(lead)
                };
                self.method_body(&mut body, place, recv, (m, env), rest);
            }
            FuncKey::MethodValue(recv, m, env) => {
                let (lead, rest) = split(&body, 1);
                let name = body.func.name.clone();
                let (_, offsets) = self.closure_layout(&name, false, &[recv]);
                let place = Place::Mem { ptr: lead[0], offset: offsets[0], shared: false };
                self.method_body(&mut body, place, recv, (m, env), rest);
            }
            _ => unreachable!("not a wrapper: {key:?}"),
        }
        self.module.funcs[id] = body.func;
    }

    fn builtin_body(&mut self, body: &mut Body, obj: ObjId) {
        let w = self.world;
        let o = w.obj(obj);
        let Some(b) = self.builtin_for(obj) else {
            if !self.config.whole_package {
                self.diagnostics.error("MissingBody", o.pos, "missing function body");
            }
            body.end(Terminator::Unreachable);
            return;
        };
        let info = b.info();
        let tys = |words: &[Word]| words.iter().map(|w| word_ty(*w)).collect::<Vec<Ty>>();
        let (params, results) = (tys(info.params), tys(info.results));
        if params != body.func.sig.params || results != body.func.sig.results {
            let name = &body.func.name;
            let text = format!("declaration of {name} does not match the runtime's: {params:?} -> {results:?}");
            self.diagnostics.error("MissingBody", o.pos, text);
        }
        let site = (info.flags & ALLOC != 0).then(|| {
            let func = body.func.name.as_str().into();
            self.new_site(o.pos, &func, o.name.as_str(), SiteKind::Runtime, None)
        });
        let args = body.func.blocks[body.block].params.clone();
        let values = body.emit(Op::CallBuiltin(b, site), &args, &results);
        body.end(if info.flags & NORETURN != 0 { Terminator::Unreachable } else { Terminator::Return(values) });
    }

    /// Walks from a value of type `recv` to the receiver of `method` (with its own type arguments) and calls it with the
    /// other arguments.
    fn method_body(&mut self, body: &mut Body, place: Place, recv: TypeId, method: (ObjId, Env), rest: Vec<ValueId>) {
        let w = self.world;
        let (method, env) = method;
        let targs: Vec<TypeId> = self.envs[env.0 as usize].pairs.iter().map(|p| p.1).collect();
        let o = w.obj(method);
        let (mut place, mut ty) = (place, recv);
        let path = if w.is_interface(recv) {
            Vec::new()
        } else {
            let found = w.select(recv, false, o.pkg, o.name).found();
            let mut path = found.map(|f| f.path).unwrap_or_default();
            path.pop();
            path
        };
        let promoted = !path.is_empty();
        for index in path {
            if let Some(elem) = w.pointer_elem(ty) {
                let ptr = self.scalars(body, &place, ty)[0];
                body.emit(Op::Check(Check::Nil), &[ptr], &[]);
                (place, ty) = (Place::Mem { ptr, offset: 0, shared: true }, elem);
            }
            (place, ty) = self.field(&place, ty, index as usize);
        }
        if w.is_interface(ty) {
            let slot = self.iface_slot(ty, method);
            let mut args = self.scalars(body, &place, ty);
            args.extend(rest);
            let iface = self.type_desc(ty);
            return body.end(Terminator::TailCallIface(slot, iface, args));
        }
        let callee = self.method_instance(ty, method, &targs).0;
        if w.has_pointer_receiver(method) {
            let ptr = match (w.pointer_elem(ty), &place) {
                (Some(_), _) => self.scalars(body, &place, ty)[0],
                (None, Place::Mem { ptr, offset, .. }) => body.address(*ptr, *offset),
                (None, Place::Scalars(_)) => unreachable!("a pointer method of a value that has no address"),
            };
            return call(body, callee, vec![ptr], rest);
        }
        if w.as_named(ty).is_none()
            && let Some(elem) = w.pointer_elem(ty)
        {
            let ptr = self.scalars(body, &place, ty)[0];
            if promoted {
                body.emit(Op::Check(Check::Nil), &[ptr], &[]);
            } else {
                self.check_wrapper_nil(body, ptr, elem, method);
            }
            (place, ty) = (Place::Mem { ptr, offset: 0, shared: true }, elem);
        }
        if !self.repr(ty).memory {
            let args = self.scalars(body, &place, ty);
            return call(body, callee, args, rest);
        }
        let Place::Mem { ptr, offset, shared } = place else { unreachable!("memory-class values are in memory") };
        let from = body.address(ptr, offset);
        if !shared {
            return call(body, callee, vec![from], rest);
        }
        let layout = self.layout(ty);
        let name = body.func.name.as_str().into();
        let site = self.new_site(Pos::NONE, &name, "receiver", SiteKind::Temp, Some(layout));
        let copy = body.emit1(Op::Alloc(site), &[], Ty::Ptr);
        body.emit(Op::MemCopy(w.size_of(ty), MemFlags::default()), &[copy, from], &[]);
        let args: Vec<ValueId> = std::iter::once(copy).chain(rest).collect();
        let results = body.func.sig.results.clone();
        let values = body.emit(Op::Call(callee), &args, &results);
        body.end(Terminator::Return(values));
    }

    /// Panics as the official compiler does if a value method is called through a nil pointer.
    fn check_wrapper_nil(&mut self, body: &mut Body, ptr: ValueId, elem: TypeId, method: ObjId) {
        let Some(new_error) = self.runtime_func("newError") else {
            body.emit(Op::Check(Check::Nil), &[ptr], &[]);
            return;
        };
        let w = self.world;
        let nil = body.emit1(Op::IConst(0), &[], Ty::Ptr);
        let is_nil = body.emit1(Op::Cmp(CmpOp::Eq), &[ptr, nil], Ty::I8);
        let (cold, go_on) = (body.func.add_block(), body.func.add_block());
        body.end(Terminator::Branch { cond: is_nil, then: jump(cold), else_: jump(go_on) });
        body.func.blocks[cold] = Block { cold: true, ..Block::default() };
        body.block = cold;
        let ty = w.runtime_type_string(elem);
        let short = ty.rsplit('.').next().unwrap_or(&ty);
        let text = format!("value method {ty}.{} called using nil *{short} pointer", w.obj(method).name.as_str());
        let data = self.string_data(text.as_bytes());
        let kind = body.emit1(Op::IConst(ERROR_PLAIN as i64), &[], Ty::I64);
        let text_ptr = body.emit1(Op::DataAddr(data, 0), &[], Ty::Ptr);
        let text_len = body.emit1(Op::IConst(text.len() as i64), &[], Ty::I64);
        let value = body.emit(Op::Call(new_error), &[kind, text_ptr, text_len], &[Ty::Ptr, Ty::Ptr]);
        body.emit(Op::CallBuiltin(Builtin::rt_gopanic, None), &value, &[]);
        body.end(Terminator::Unreachable);
        body.block = go_on;
    }

    /// The field of a struct value.
    fn field(&mut self, place: &Place, ty: TypeId, index: usize) -> (Place, TypeId) {
        let w = self.world;
        let Type::Struct(fields) = w.under(ty) else { unreachable!("only structs have embedded fields") };
        let field = fields[index].ty;
        let place = match place {
            Place::Mem { ptr, offset, shared } => {
                Place::Mem { ptr: *ptr, offset: offset + w.field_offsets(ty)[index], shared: *shared }
            }
            Place::Scalars(all) => {
                let first: usize = fields[..index].iter().map(|f| self.repr(f.ty).components.len()).sum();
                let count = self.repr(field).components.len();
                Place::Scalars(all[first..first + count].to_vec())
            }
        };
        (place, field)
    }

    /// The scalars of a value that is not memory-class.
    fn scalars(&mut self, body: &mut Body, place: &Place, ty: TypeId) -> Vec<ValueId> {
        match place {
            Place::Scalars(all) => all.clone(),
            Place::Mem { ptr, offset, .. } => {
                let repr = self.repr(ty);
                let far = offset + repr.size >= NIL_PAGE;
                let base = if far { body.address(*ptr, *offset) } else { *ptr };
                let start = if far { 0 } else { *offset };
                let load = |c: &super::Component| {
                    let flags = MemFlags { type_word: c.type_word, ..MemFlags::default() };
                    body.emit1(Op::Load((start + c.offset) as i32, flags), &[base], c.ty)
                };
                repr.components.iter().map(load).collect()
            }
        }
    }
}

fn split(body: &Body, lead: usize) -> (Vec<ValueId>, Vec<ValueId>) {
    let params = &body.func.blocks[body.block].params;
    (params[..lead].to_vec(), params[lead..].to_vec())
}

fn jump(block: BlockId) -> BlockCall {
    BlockCall { block, args: Vec::new() }
}

fn call(body: &mut Body, callee: FuncId, mut args: Vec<ValueId>, rest: Vec<ValueId>) {
    args.extend(rest);
    body.end(Terminator::TailCall(callee, args));
}

/// The scalar type of a builtin's word.
pub fn word_ty(w: Word) -> Ty {
    match w {
        Word::I8 => Ty::I8,
        Word::I32 => Ty::I32,
        Word::I64 => Ty::I64,
        Word::F32 => Ty::F32,
        Word::F64 => Ty::F64,
        Word::Ptr => Ty::Ptr,
    }
}
