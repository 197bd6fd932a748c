//! Writing constants and static literals into data.

use super::keys::FuncKey;
use super::module::ModuleBuilder;
use golift_frontend::ast::{Expr, ExprKind, UnaryOp};
use golift_ssa::{Data, DataId, DataKind, Reloc, RelocTarget};
use golift_types::{Basic, Const, EmbeddedFile, Mode, ObjId, ObjKind, PkgId, SelectionKind, Type, TypeId};

/// The contents of a data object being written.
#[derive(Default)]
struct Image {
    bytes: Vec<u8>,
    relocs: Vec<Reloc>,
}

impl Image {
    fn put(&mut self, offset: u64, bytes: &[u8]) {
        let at = offset as usize;
        if bytes.iter().all(|b| *b == 0) && at >= self.bytes.len() {
            return;
        }
        let end = at + bytes.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        self.bytes[at..end].copy_from_slice(bytes);
    }

    fn word(&mut self, offset: u64, n: u64) {
        self.put(offset, &n.to_le_bytes());
    }

    fn address(&mut self, offset: u64, target: RelocTarget, addend: i64) {
        self.put(offset + 7, &[0]);
        self.relocs.push(Reloc { offset: offset as u32, target, addend });
    }
}

impl<'p> ModuleBuilder<'p> {
    /// Writes a static initial value into a variable's data.
    pub(super) fn write_global(&mut self, pkg: PkgId, e: &'p Expr, ty: TypeId, data: DataId) {
        let mut image = Image::default();
        self.write_static(pkg, e, ty, &mut image, 0);
        self.set_image(data, image, DataKind::Writable);
    }

    /// Writes the files of `//go:embed` into a variable's data: a string, a slice of bytes, or an `embed.FS`, which is
    /// a pointer to a slice of (name, text) pairs.
    pub(super) fn write_embedded(&mut self, obj: ObjId, files: &[EmbeddedFile], data: DataId) {
        let mut image = Image::default();
        match self.world.under(self.world.obj(obj).ty) {
            Type::Basic(_) => self.write_text(&files[0].data, &mut image, 0),
            Type::Slice(_) => {
                let bytes = &files[0].data;
                let name = self.unique_name("go:embed");
                let size = bytes.len() as u64;
                if size > 0 {
                    let kind = DataKind::Writable;
                    let bytes = bytes.clone();
                    let d = self.add_data(Data { name, kind, align: 1, size, bytes, relocs: Vec::new(), pointers: false });
                    image.address(0, RelocTarget::Data(d), 0);
                } else {
                    let zero = self.zero_base();
                    image.address(0, RelocTarget::Data(zero), 0);
                }
                image.word(8, size);
                image.word(16, size);
            }
            _ => {
                let mut list = Image::default();
                for (i, file) in files.iter().enumerate() {
                    self.write_text(file.name.as_bytes(), &mut list, i as u64 * 32);
                    self.write_text(&file.data, &mut list, i as u64 * 32 + 16);
                }
                let list = self.embed_part(list, files.len() as u64 * 32);
                let mut slice = Image::default();
                slice.address(0, RelocTarget::Data(list), 0);
                slice.word(8, files.len() as u64);
                slice.word(16, files.len() as u64);
                let slice = self.embed_part(slice, 24);
                image.address(0, RelocTarget::Data(slice), 0);
            }
        }
        self.set_image(data, image, DataKind::Writable);
    }

    /// Read-only data that an `embed.FS` points to.
    fn embed_part(&mut self, image: Image, size: u64) -> DataId {
        let name = self.unique_name("go:embed");
        let kind = DataKind::ReadOnly;
        let d = self.add_data(Data { name, kind, align: 8, size, bytes: Vec::new(), relocs: Vec::new(), pointers: false });
        self.set_image(d, image, kind);
        d
    }

    fn write_text(&mut self, text: &[u8], image: &mut Image, at: u64) {
        if !text.is_empty() {
            let d = self.string_data(text);
            image.address(at, RelocTarget::Data(d), 0);
        }
        image.word(at + 8, text.len() as u64);
    }

    fn set_image(&mut self, data: DataId, mut image: Image, kind: DataKind) {
        image.relocs.sort_by_key(|r| r.offset);
        let d = &mut self.module.data[data];
        d.kind = kind;
        if kind == DataKind::Writable && image.bytes.is_empty() && image.relocs.is_empty() {
            d.kind = DataKind::Zero;
        }
        // Bytes of addresses count as contents.
        let end = image.relocs.last().map_or(0, |r| r.offset as usize + 8);
        if image.bytes.len() < end {
            image.bytes.resize(end, 0);
        }
        d.bytes = image.bytes;
        d.relocs = image.relocs;
    }

    /// An anonymous object with these contents.
    fn add_image(&mut self, pkg: PkgId, image: Image, ty: TypeId, size: u64, kind: DataKind) -> DataId {
        if size == 0 {
            return self.zero_base();
        }
        let w = self.world;
        let name = self.unique_name(&format!("{}..stmp", self.link_path(pkg)));
        let pointers = kind != DataKind::ReadOnly && w.has_pointers(ty);
        let data = Data { name, kind, align: w.align_of(ty).max(1), size, bytes: Vec::new(), relocs: Vec::new(), pointers };
        let d = self.add_data(data);
        self.set_image(d, image, kind);
        d
    }

    /// What pointers to objects without size point to.
    pub fn zero_base(&mut self) -> DataId {
        if let Some(d) = self.statics.zero_base {
            return d;
        }
        let name = "runtime.zerobase".to_owned();
        let data = Data { name, kind: DataKind::Zero, align: 8, size: 8, bytes: Vec::new(), relocs: Vec::new(), pointers: false };
        let d = self.add_data(data);
        self.statics.zero_base = Some(d);
        d
    }

    /// Read-only memory with a constant of type `ty` (not an interface): what the data word of a boxed constant
    /// points to.
    pub fn const_data(&mut self, ty: TypeId, value: &Const) -> DataId {
        let mut image = Image::default();
        self.write_const(ty, value, &mut image, 0);
        self.read_only_image(self.main_pkg, image, ty)
    }

    fn read_only_image(&mut self, pkg: PkgId, mut image: Image, ty: TypeId) -> DataId {
        let w = self.world;
        let size = w.size_of(ty);
        if image.relocs.is_empty() && size <= 64 {
            image.bytes.resize(size as usize, 0);
            return if size == 0 { self.zero_base() } else { self.const_bytes(&image.bytes, w.align_of(ty).max(1)) };
        }
        self.add_image(pkg, image, ty, size, DataKind::ReadOnly)
    }

    /// Read-only memory with the value of a literal of type `ty` (a struct or array; for a slice literal the array
    /// of its elements), if the literal consists of constants and function names alone.
    pub fn literal_data(&mut self, pkg: PkgId, e: &'p Expr, ty: TypeId) -> Option<DataId> {
        let w = self.world;
        // In generic functions the checker's types are not the literal's.
        if self.env != super::keys::Env::EMPTY || !self.is_constant_literal(e) || !self.is_static(e, ty) {
            return None;
        }
        let mut image = Image::default();
        if let (Type::Slice(elem), ExprKind::Composite { elems, .. }) = (w.under(ty), &e.kind) {
            let list = self.indexed_elems(elems)?;
            let len = list.iter().map(|(i, _)| i + 1).max().unwrap_or(0);
            for (i, x) in list {
                self.write_static(pkg, x, *elem, &mut image, i * w.size_of(*elem));
            }
            let size = len * w.size_of(*elem);
            return Some(self.add_image(pkg, image, *elem, size, DataKind::ReadOnly));
        }
        self.write_static(pkg, e, ty, &mut image, 0);
        Some(self.add_image(pkg, image, ty, w.size_of(ty), DataKind::ReadOnly))
    }

    /// Whether every leaf of a literal is a constant or nil, and no inner literal makes an object of its own.
    fn is_constant_literal(&self, e: &Expr) -> bool {
        let Some(tv) = self.recorded(e.id) else { return false };
        if tv.value.is_some() || tv.mode == Mode::Nil {
            return !self.world.is_interface(tv.ty);
        }
        let ExprKind::Composite { elems, .. } = &e.kind else { return false };
        elems.iter().all(|x| {
            let x = match &x.kind {
                ExprKind::KeyValue(_, v) => v,
                _ => x,
            };
            let inner_object = matches!(x.kind, ExprKind::Composite { .. })
                && self.recorded(x.id).is_none_or(|t| !matches!(self.world.under(t.ty), Type::Struct(_) | Type::Array(..)));
            !inner_object && self.is_constant_literal(x)
        })
    }

    /// Writes a constant of a basic underlying type.
    fn write_const(&mut self, ty: TypeId, value: &Const, image: &mut Image, at: u64) {
        let w = self.world;
        let Some(basic) = w.as_basic(ty) else { return };
        let size = w.size_of(ty) as usize;
        if let Some(bytes) = value.as_bytes() {
            if !bytes.is_empty() {
                let d = self.string_data(bytes);
                image.address(at, RelocTarget::Data(d), 0);
                image.word(at + 8, bytes.len() as u64);
            }
        } else if let Some(b) = value.as_bool() {
            image.put(at, &[u8::from(b)]);
        } else if basic.is_integer() || matches!(basic, Basic::UnsafePointer) {
            image.put(at, &value.low_bits().unwrap_or(0).to_le_bytes()[..size.min(8)]);
        } else if basic.is_float() {
            image.put(at, &float_bytes(value, size));
        } else if let Some((re, im)) = value.parts() {
            image.put(at, &float_bytes(&re, size / 2));
            image.put(at + size as u64 / 2, &float_bytes(&im, size / 2));
        }
    }

    /// Writes a static expression (`is_static`) for a place of type `target`.
    fn write_static(&mut self, pkg: PkgId, e: &'p Expr, target: TypeId, image: &mut Image, at: u64) {
        let w = self.world;
        let Some(tv) = self.recorded(e.id) else { return };
        if tv.mode == Mode::Nil {
            return;
        }
        if let ExprKind::Paren(x) = &e.kind {
            return self.write_static(pkg, x, target, image, at);
        }
        let ty = if tv.value.is_some() { w.default_type(tv.ty) } else { tv.ty };
        if w.is_interface(target) {
            if w.is_interface(ty) {
                if let Some(arg) = self.conversion_arg(e) {
                    self.write_static(pkg, arg, target, image, at);
                }
                return;
            }
            let word = if w.type_set(w.under_id(target)).methods.is_empty() { self.boxed_desc(ty) } else { self.itab(target, ty) };
            image.address(at, RelocTarget::Data(word), 0);
            if self.is_direct_iface(ty) {
                return self.write_static(pkg, e, ty, image, at + 8);
            }
            let mut value = Image::default();
            self.write_static(pkg, e, ty, &mut value, 0);
            let d = self.read_only_image(pkg, value, ty);
            return image.address(at + 8, RelocTarget::Data(d), 0);
        }
        if let Some(v) = &tv.value {
            return self.write_const(target, v, image, at);
        }
        match &e.kind {
            ExprKind::Composite { .. } => match w.pointer_elem(ty) {
                Some(elem) => {
                    let d = self.literal_object(pkg, e, elem);
                    image.address(at, RelocTarget::Data(d), 0);
                }
                None => self.write_literal(pkg, e, ty, image, at),
            },
            ExprKind::Unary(UnaryOp::Addr, x) => {
                if let Some((d, offset)) = self.static_place(pkg, x) {
                    image.address(at, RelocTarget::Data(d), offset as i64);
                }
            }
            ExprKind::FuncLit(lit) => {
                let outer = self.func(FuncKey::PkgInit(pkg));
                let f = self.plain_lit(e.id, lit, ty, pkg, outer);
                let d = self.func_value(f);
                image.address(at, RelocTarget::Data(d), 0);
            }
            ExprKind::Name(_) => self.write_func(e.id, image, at),
            ExprKind::Selector(_, sel) => match w.info.selections.get(&e.id) {
                Some(s) => {
                    let targs = w.info.instances.get(&sel.id).map_or(&[][..], |l| l);
                    let d = self.method_expr_value(s.recv, s.obj, targs);
                    image.address(at, RelocTarget::Data(d), 0);
                }
                None => self.write_func(sel.id, image, at),
            },
            ExprKind::Call { args, .. } => {
                if let Some(arg) = self.conversion_arg(e) {
                    match self.recorded(arg.id).and_then(|t| t.value.as_ref()).and_then(|v| v.as_bytes()) {
                        Some(bytes) => self.write_bytes(pkg, bytes, image, at),
                        None => self.write_static(pkg, arg, self.recorded(arg.id).map_or(ty, |t| t.ty), image, at),
                    }
                } else if let Some(elem) = w.pointer_elem(ty) {
                    let mut value = Image::default();
                    if self.recorded(args[0].id).is_some_and(|t| t.mode != Mode::Type) {
                        self.write_static(pkg, &args[0], elem, &mut value, 0);
                    }
                    let d = self.add_image(pkg, value, elem, w.size_of(elem), DataKind::Writable);
                    image.address(at, RelocTarget::Data(d), 0);
                }
            }
            _ => {}
        }
    }

    /// A function's static closure.
    fn write_func(&mut self, id: golift_frontend::ast::NodeId, image: &mut Image, at: u64) {
        if let Some(obj) = self.used_obj(id)
            && matches!(self.world.obj(obj).kind, ObjKind::Func(_))
        {
            let f = self.decl_func(obj);
            let d = self.func_value(f);
            image.address(at, RelocTarget::Data(d), 0);
        }
    }

    /// `[]byte("constant")`.
    fn write_bytes(&mut self, pkg: PkgId, bytes: &[u8], image: &mut Image, at: u64) {
        let mut array = Image::default();
        array.put(0, bytes);
        let d = self.add_image(pkg, array, Basic::Uint8.id(), bytes.len() as u64, DataKind::Writable);
        image.address(at, RelocTarget::Data(d), 0);
        image.word(at + 8, bytes.len() as u64);
        image.word(at + 16, bytes.len() as u64);
    }

    /// A writable object with a composite literal's value.
    fn literal_object(&mut self, pkg: PkgId, e: &'p Expr, ty: TypeId) -> DataId {
        let mut value = Image::default();
        self.write_literal(pkg, e, ty, &mut value, 0);
        self.add_image(pkg, value, ty, self.world.size_of(ty), DataKind::Writable)
    }

    /// Writes a composite literal of type `ty`.
    fn write_literal(&mut self, pkg: PkgId, e: &'p Expr, ty: TypeId, image: &mut Image, at: u64) {
        let w = self.world;
        let ExprKind::Composite { elems, .. } = &e.kind else { return };
        match w.under(ty) {
            Type::Struct(fields) => {
                let offsets = w.field_offsets(ty);
                for (i, x) in elems.iter().enumerate() {
                    let ((offset, field), value) = match &x.kind {
                        ExprKind::KeyValue(k, v) => (self.keyed_field(ty, k).expect("a key names a field"), &**v),
                        _ => ((offsets[i], fields[i].ty), x),
                    };
                    if !(i < fields.len() && fields[i].name.is_blank() && !matches!(x.kind, ExprKind::KeyValue(..))) {
                        self.write_static(pkg, value, field, image, at + offset);
                    }
                }
            }
            Type::Array(elem, _) => {
                for (i, x) in self.indexed_elems(elems).unwrap_or_default() {
                    self.write_static(pkg, x, *elem, image, at + i * w.size_of(*elem));
                }
            }
            Type::Slice(elem) => {
                let list = self.indexed_elems(elems).unwrap_or_default();
                let len = list.iter().map(|(i, _)| i + 1).max().unwrap_or(0);
                let mut array = Image::default();
                for (i, x) in list {
                    self.write_static(pkg, x, *elem, &mut array, i * w.size_of(*elem));
                }
                let d = self.add_image(pkg, array, *elem, len * w.size_of(*elem), DataKind::Writable);
                image.address(at, RelocTarget::Data(d), 0);
                image.word(at + 8, len);
                image.word(at + 16, len);
            }
            _ => {}
        }
    }

    /// The object and offset that a static address names.
    fn static_place(&mut self, pkg: PkgId, e: &'p Expr) -> Option<(DataId, u64)> {
        let w = self.world;
        match &e.kind {
            ExprKind::Paren(x) => self.static_place(pkg, x),
            ExprKind::Composite { .. } => {
                let ty = self.recorded(e.id)?.ty;
                Some((self.literal_object(pkg, e, ty), 0))
            }
            ExprKind::Name(_) => Some((self.global(self.used_obj(e.id)?), 0)),
            ExprKind::Selector(x, sel) => match w.info.selections.get(&e.id) {
                Some(s) if s.kind == SelectionKind::Field => {
                    let (d, mut offset) = self.static_place(pkg, x)?;
                    let mut ty = s.recv;
                    for &i in &s.path {
                        offset += w.field_offsets(ty)[i as usize];
                        let Type::Struct(fields) = w.under(ty) else { return None };
                        ty = fields[i as usize].ty;
                    }
                    Some((d, offset))
                }
                Some(_) => None,
                None => Some((self.global(self.used_obj(sel.id)?), 0)),
            },
            _ => None,
        }
    }
}

fn float_bytes(value: &Const, size: usize) -> Vec<u8> {
    if size == 4 {
        value.as_f32().unwrap_or(0.0).to_bits().to_le_bytes().to_vec()
    } else {
        value.as_f64().unwrap_or(0.0).to_bits().to_le_bytes().to_vec()
    }
}
