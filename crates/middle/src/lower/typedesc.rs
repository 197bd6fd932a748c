//! Type descriptors and itabs as static data (`abi::typedesc`).
//!
//! A descriptor is reserved when it is first asked for and filled by the worklist, so that recursive types need no
//! recursion here. Method tables, `ptr_to` and the code pointers in itabs are filled last, when it is known which
//! methods calls can reach (`reach.rs`).

use super::module::ModuleBuilder;
use super::typedesc_parts::DataWriter;
use golift_abi::typedesc::{
    FLAG_COMPARABLE, FLAG_DIRECT_IFACE, FLAG_NAMED, FLAG_REGULAR_MEMORY, FLAG_SYNTHETIC, Kind, TYPE_HEAD_SIZE,
};
use golift_ssa::{Data, DataId, DataKind, Reloc, RelocTarget};
use golift_frontend::ast::ChanDir;
use golift_types::{Basic, ObjId, Type, TypeId};
use rustc_hash::FxHashMap;

/// The descriptors and itabs of the module.
#[derive(Default)]
pub struct TypeTable {
    /// By canonical type.
    pub(super) descs: FxHashMap<TypeId, DataId>,
    /// All, in the order of their ids.
    pub(super) order: Vec<TypeId>,
    /// How many of `order` are filled.
    pub(super) filled: usize,
    /// Itabs by canonical interface and concrete type.
    itabs: FxHashMap<(TypeId, TypeId), DataId>,
    /// All, in the order of their ids.
    pub(super) itab_order: Vec<(TypeId, TypeId, DataId)>,
}

/// Offset of `TypeDesc::ptr_to`.
const PTR_TO: u32 = 48;
/// Offset of `TypeDesc::uncommon`.
const UNCOMMON: u32 = 56;

/// FNV-1a.
fn hash32(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

impl<'p> ModuleBuilder<'p> {
    /// The descriptor of a type; one for all identical types.
    pub fn type_desc(&mut self, ty: TypeId) -> DataId {
        let ty = self.canon(ty);
        if let Some(&d) = self.types.descs.get(&ty) {
            return d;
        }
        let name = self.unique_name(&format!("type:{}", self.world.type_key(ty)));
        let d = self.add_data(read_only(name, 8));
        self.types.descs.insert(ty, d);
        self.types.order.push(ty);
        d
    }

    /// The descriptor of a type whose values are converted to an interface: the first word of an `any`.
    /// Keeps the methods that calls through interfaces can reach.
    pub fn boxed_desc(&mut self, ty: TypeId) -> DataId {
        self.mark_boxed(ty);
        self.type_desc(ty)
    }

    /// The itab of concrete type `ty` for interface `iface` (with at least one method): the first word of the value.
    pub fn itab(&mut self, iface: TypeId, ty: TypeId) -> DataId {
        let key = (self.canon(iface), self.canon(ty));
        if let Some(&d) = self.types.itabs.get(&key) {
            return d;
        }
        let w = self.world;
        if w.missing_method(key.1, key.0, true, self.main_pkg).is_some() {
            // An assertion that cannot hold, in an instance of generic code: no value has this as its first word.
            let name = self.unique_name("go:itab.none");
            let mut data = read_only(name, 8);
            data.size = 24;
            let d = self.add_data(data);
            self.types.itabs.insert(key, d);
            return d;
        }
        self.boxed_desc(ty);
        self.type_desc(iface);
        let name = format!("go:itab.{},{}", w.type_key(key.1), w.type_key(key.0));
        let name = self.unique_name(&name);
        let methods = w.type_set(w.under_id(key.0)).methods.len();
        let mut data = read_only(name, 8);
        data.size = 24 + 8 * methods as u64;
        let d = self.add_data(data);
        self.types.itabs.insert(key, d);
        self.types.itab_order.push((key.0, key.1, d));
        d
    }

    /// The synthetic descriptor of a memory shape: all that the allocator needs.
    pub(super) fn shape_desc(&mut self, size: u64, align: u64, pointers: &[bool]) -> DataId {
        let key = (size, align, pointers.to_vec());
        if let Some(&d) = self.shapes.get(&key) {
            return d;
        }
        let name = format!("type:shape.{}", self.shapes.len());
        let d = self.add_data(read_only(name, 8));
        let mut out = DataWriter::default();
        let head = Head { size, align, pointers, hash: 0, flags: FLAG_SYNTHETIC, kind: Kind::Invalid, string: "", name: "" };
        self.write_head(&mut out, &head);
        self.fill(d, out);
        self.shapes.insert(key, d);
        d
    }

    /// Whether interface data words hold values of the type themselves: pointers, maps, channels, functions,
    /// `unsafe.Pointer`, and structs and arrays of exactly one of these.
    pub fn is_direct_iface(&self, ty: TypeId) -> bool {
        match self.world.under(ty) {
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Signature(_) | Type::Basic(Basic::UnsafePointer) => true,
            Type::Struct(fields) => fields.len() == 1 && self.is_direct_iface(fields[0].ty),
            Type::Array(elem, 1) => self.is_direct_iface(*elem),
            _ => false,
        }
    }

    /// Whether `==` on the type is equality of all its bytes.
    pub fn is_regular_memory(&self, ty: TypeId) -> bool {
        let w = self.world;
        match w.under(ty) {
            Type::Basic(b) => b.is_boolean() || b.is_integer() || *b == Basic::UnsafePointer,
            Type::Pointer(_) | Type::Chan(..) => true,
            Type::Array(elem, n) => *n == 0 || self.is_regular_memory(*elem),
            Type::Struct(fields) => {
                let mut end = 0;
                for (f, at) in fields.iter().zip(w.field_offsets(ty)) {
                    if at != end || f.name.is_blank() || !self.is_regular_memory(f.ty) {
                        return false;
                    }
                    end = at + w.size_of(f.ty);
                }
                end == w.size_of(ty)
            }
            _ => false,
        }
    }

    pub(super) fn fill(&mut self, d: DataId, out: DataWriter) {
        let data = &mut self.module.data[d];
        data.size = data.size.max(out.bytes.len() as u64);
        data.bytes = out.bytes;
        data.relocs = out.relocs;
    }

    /// Fills the descriptors that were asked for since; true if there were any.
    pub(super) fn fill_descs(&mut self) -> bool {
        let before = self.types.filled;
        while let Some(&ty) = self.types.order.get(self.types.filled) {
            self.types.filled += 1;
            let mut out = DataWriter::default();
            self.write_desc(ty, &mut out);
            let d = self.types.descs[&ty];
            self.fill(d, out);
        }
        self.types.filled > before
    }

    fn write_desc(&mut self, ty: TypeId, out: &mut DataWriter) {
        let w = self.world;
        let mut flags = 0;
        let name = match w.ty(ty) {
            Type::Basic(b) => b.name().rsplit('.').next().unwrap_or("").to_owned(),
            Type::Named(n) => {
                let text = w.runtime_type_string(ty);
                match text.find('[') {
                    // An instance's name carries its type arguments.
                    Some(at) => {
                        let start = text[..at].rfind('.').map_or(0, |i| i + 1);
                        text[start..].to_owned()
                    }
                    None => w.obj(w.named_data(*n).obj).name.as_str().to_owned(),
                }
            }
            _ => String::new(),
        };
        if !name.is_empty() {
            flags |= FLAG_NAMED;
        }
        if self.is_direct_iface(ty) {
            flags |= FLAG_DIRECT_IFACE;
        }
        if w.is_comparable(ty, true) {
            flags |= FLAG_COMPARABLE;
            if self.is_regular_memory(ty) {
                flags |= FLAG_REGULAR_MEMORY;
            }
        }
        let under = w.under(ty);
        let head = Head {
            size: w.size_of(ty),
            align: w.align_of(ty),
            pointers: &w.pointer_words(ty),
            hash: hash32(&w.type_key(ty)),
            flags,
            kind: kind_of(under),
            string: &w.runtime_type_string(ty),
            name: &name,
        };
        self.write_head(out, &head);
        match under {
            Type::Array(elem, n) => {
                let d = self.type_desc(*elem);
                out.data(Some(d));
                out.u64(*n);
            }
            Type::Chan(dir, elem) => {
                let d = self.type_desc(*elem);
                out.data(Some(d));
                out.u64(match dir {
                    ChanDir::Recv => 1,
                    ChanDir::Send => 2,
                    ChanDir::Both => 3,
                });
            }
            Type::Pointer(elem) | Type::Slice(elem) => {
                let d = self.type_desc(*elem);
                out.data(Some(d));
            }
            Type::Map(key, elem) => {
                let (k, e) = (self.type_desc(*key), self.type_desc(*elem));
                let (slot, offset) = self.slot_desc(*key, *elem);
                out.data(Some(k));
                out.data(Some(e));
                out.data(Some(slot));
                out.u64(offset);
                out.u64(u64::from(holds_interface(w, *key)));
            }
            Type::Signature(sig) => {
                let list = |mb: &mut Self, tys: Vec<TypeId>| {
                    let mut list = DataWriter::default();
                    for t in &tys {
                        let d = mb.type_desc(*t);
                        list.data(Some(d));
                    }
                    mb.list(list, "types")
                };
                let params = list(self, sig.params.iter().map(|p| p.ty).collect());
                out.data(params);
                out.u64(sig.params.len() as u64);
                let results = list(self, sig.results.iter().map(|p| p.ty).collect());
                out.data(results);
                out.u64(sig.results.len() as u64);
                out.u64(u64::from(sig.variadic));
            }
            Type::Interface { .. } => {
                let set = w.type_set(w.under_id(ty));
                let hidden = set.methods.iter().find(|m| !m.name.is_exported());
                let path = hidden.map_or("", |m| self.obj_pkg_path(m.obj));
                out.str(self, path);
                let mut list = DataWriter::default();
                for m in &set.methods {
                    list.str(self, m.name.as_str());
                    let path = if m.name.is_exported() { "" } else { self.obj_pkg_path(m.obj) };
                    list.str(self, path);
                    let d = self.type_desc(m.sig);
                    list.data(Some(d));
                }
                let list = self.list(list, "imethods");
                out.data(list);
                out.u64(set.methods.len() as u64);
                for m in &set.methods {
                    self.note_iface_method(m.obj, m.sig);
                }
            }
            Type::Struct(fields) => {
                let hidden = fields.iter().find(|f| !f.name.is_exported());
                let path = hidden.map_or("", |f| self.obj_pkg_path(f.obj));
                out.str(self, path);
                let mut list = DataWriter::default();
                for (f, at) in fields.iter().zip(w.field_offsets(ty)) {
                    list.str(self, f.name.as_str());
                    let d = self.type_desc(f.ty);
                    list.data(Some(d));
                    list.u64(at);
                    list.str(self, &f.tag);
                    list.u64(u64::from(f.embedded) | u64::from(f.name.is_exported()) << 1);
                }
                let list = self.list(list, "fields");
                out.data(list);
                out.u64(fields.len() as u64);
            }
            _ => {}
        }
    }

    fn obj_pkg_path(&self, obj: ObjId) -> &'p str {
        let w = self.world;
        w.obj(obj).pkg.map_or("", |p| &w.package(p).path)
    }

    /// An array as data of its own; none if it is empty.
    pub(super) fn list(&mut self, out: DataWriter, what: &str) -> Option<DataId> {
        if out.bytes.is_empty() {
            return None;
        }
        let name = self.unique_name(&format!("type:{what}"));
        let d = self.add_data(read_only(name, 8));
        self.fill(d, out);
        Some(d)
    }

    /// The synthetic descriptor of a map's slot, and the element's offset in it.
    fn slot_desc(&mut self, key: TypeId, elem: TypeId) -> (DataId, u64) {
        let w = self.world;
        let offset = w.size_of(key).next_multiple_of(w.align_of(elem).max(1));
        let align = w.align_of(key).max(w.align_of(elem)).max(1);
        let size = (offset + w.size_of(elem)).next_multiple_of(align);
        let mut pointers = w.pointer_words(key);
        let elem_words = w.pointer_words(elem);
        if !elem_words.is_empty() {
            pointers.resize((offset / 8) as usize, false);
            pointers.extend(elem_words);
        }
        while pointers.last() == Some(&false) {
            pointers.pop();
        }
        (self.shape_desc(size, align, &pointers), offset)
    }

    /// The common head; `ptr_to` and `uncommon` stay null.
    fn write_head(&mut self, out: &mut DataWriter, head: &Head<'_>) {
        out.u64(head.size);
        out.u64(8 * head.pointers.len() as u64);
        out.u32(head.hash);
        out.u8(head.flags);
        out.u8(head.align.max(1) as u8);
        out.u8(head.kind as u8);
        out.u8(0);
        let mask = (!head.pointers.is_empty()).then(|| {
            let mut mask = vec![0u8; head.pointers.len().div_ceil(64) * 8];
            for (i, _) in head.pointers.iter().enumerate().filter(|(_, p)| **p) {
                mask[i / 8] |= 1 << (i % 8);
            }
            self.const_bytes(&mask, 8)
        });
        out.data(mask);
        out.str(self, head.string);
        out.u64(0);
        out.u64(0);
        out.str(self, head.name);
        debug_assert_eq!(out.bytes.len(), TYPE_HEAD_SIZE);
    }

    /// Fills what needs to know the whole program: `ptr_to`, method tables, itabs; lists descriptors and itabs.
    pub(super) fn finish_types(&mut self) {
        let w = self.world;
        for ty in self.types.order.clone() {
            let desc = self.types.descs[&ty];
            if let Type::Pointer(elem) = w.ty(ty) {
                let elem = self.canon(*elem);
                if let Some(&e) = self.types.descs.get(&elem) {
                    self.patch(e, PTR_TO, RelocTarget::Data(desc));
                }
            }
            let (methods, count) = self.method_table(ty);
            let pkg = match w.ty(ty) {
                Type::Named(n) => w.obj(w.named_data(*n).obj).pkg,
                _ => None,
            };
            let is_unsafe = matches!(w.ty(ty), Type::Basic(Basic::UnsafePointer));
            if methods.is_some() || pkg.is_some() || is_unsafe {
                let mut out = DataWriter::default();
                let path = if is_unsafe { "unsafe" } else { pkg.map_or("", |p| &w.package(p).path) };
                out.str(self, path);
                out.data(methods);
                out.u64(count);
                let u = self.list(out, "uncommon").expect("not empty");
                self.patch(desc, UNCOMMON, RelocTarget::Data(u));
            }
            self.module.type_descs.push(desc);
        }
        for (iface, ty, d) in self.types.itab_order.clone() {
            let mut out = DataWriter::default();
            let (i, t) = (self.type_desc(iface), self.type_desc(ty));
            out.data(Some(i));
            out.data(Some(t));
            out.u32(hash32(&w.type_key(ty)));
            out.u32(0);
            for m in &w.type_set(w.under_id(iface)).methods {
                let code = self.reached_method(ty, m.obj, m.sig);
                out.func(code);
            }
            self.fill(d, out);
            self.module.itabs.push(d);
        }
    }

    fn patch(&mut self, d: DataId, offset: u32, target: RelocTarget) {
        let relocs = &mut self.module.data[d].relocs;
        let at = relocs.partition_point(|r| r.offset < offset);
        relocs.insert(at, Reloc { offset, target, addend: 0 });
    }
}

/// What the head of a descriptor says.
struct Head<'a> {
    size: u64,
    align: u64,
    pointers: &'a [bool],
    hash: u32,
    flags: u8,
    kind: Kind,
    string: &'a str,
    name: &'a str,
}

fn read_only(name: String, align: u64) -> Data {
    Data { name, kind: DataKind::ReadOnly, align, size: 0, bytes: Vec::new(), relocs: Vec::new(), pointers: false }
}

/// Whether hashing a key can panic because it holds an interface.
fn holds_interface(w: &golift_types::World, ty: TypeId) -> bool {
    match w.under(ty) {
        Type::Interface { .. } => true,
        Type::Array(elem, _) => holds_interface(w, *elem),
        Type::Struct(fields) => fields.iter().any(|f| holds_interface(w, f.ty)),
        _ => false,
    }
}

fn kind_of(under: &Type) -> Kind {
    match under {
        Type::Basic(b) => match b {
            Basic::Bool | Basic::UntypedBool => Kind::Bool,
            Basic::Int | Basic::UntypedInt => Kind::Int,
            Basic::Int8 => Kind::Int8,
            Basic::Int16 => Kind::Int16,
            Basic::Int32 | Basic::UntypedRune => Kind::Int32,
            Basic::Int64 => Kind::Int64,
            Basic::Uint => Kind::Uint,
            Basic::Uint8 => Kind::Uint8,
            Basic::Uint16 => Kind::Uint16,
            Basic::Uint32 => Kind::Uint32,
            Basic::Uint64 => Kind::Uint64,
            Basic::Uintptr => Kind::Uintptr,
            Basic::Float32 => Kind::Float32,
            Basic::Float64 | Basic::UntypedFloat => Kind::Float64,
            Basic::Complex64 => Kind::Complex64,
            Basic::Complex128 | Basic::UntypedComplex => Kind::Complex128,
            Basic::String | Basic::UntypedString => Kind::String,
            Basic::UnsafePointer | Basic::UntypedNil => Kind::UnsafePointer,
            Basic::Invalid => Kind::Invalid,
        },
        Type::Array(..) => Kind::Array,
        Type::Chan(..) => Kind::Chan,
        Type::Signature(_) => Kind::Func,
        Type::Interface { .. } => Kind::Interface,
        Type::Map(..) => Kind::Map,
        Type::Pointer(_) => Kind::Pointer,
        Type::Slice(_) => Kind::Slice,
        Type::Struct(_) => Kind::Struct,
        Type::Tuple(_) | Type::Named(_) | Type::Alias(_) | Type::Union(_) | Type::TypeParam(_) => Kind::Invalid,
    }
}
