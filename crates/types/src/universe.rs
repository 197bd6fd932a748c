//! The universe scope, package `unsafe`, and allocation of types, objects and scopes.
//!
//! `World::new` puts the basic types at ids 0.., in the order of [`Basic`], then the aliases `byte` and `rune`,
//! `any`, `error` and `comparable` at the fixed ids below. (Spec, Predeclared identifiers; Package unsafe.)

use crate::constant::Const;
use crate::object::{Builtin, ObjId, ObjKind, Object, Scope, ScopeId, VarKind};
use crate::types::{Basic, InterfaceMethod, NamedData, NamedId, Param, Signature, Type, TypeId, TypeParamData, TypeParamId};
use crate::world::{Package, PkgId, World};
use golift_base::{Pos, Symbol};

/// The number of basic types.
const BASICS: u32 = Basic::UntypedNil as u32 + 1;

/// The language version of packages that ask for none.
pub const LANGUAGE_VERSION: (u32, u32) = (1, 27);

/// `byte`, an alias of `uint8`.
pub const BYTE: TypeId = TypeId(BASICS);
/// `rune`, an alias of `int32`.
pub const RUNE: TypeId = TypeId(BASICS + 1);
/// `interface {}`.
pub const EMPTY_INTERFACE: TypeId = TypeId(BASICS + 2);
/// `any`, an alias of the empty interface.
pub const ANY: TypeId = TypeId(BASICS + 3);
/// `error`.
pub const ERROR: TypeId = TypeId(BASICS + 4);
/// `comparable`.
pub const COMPARABLE: TypeId = TypeId(BASICS + 5);
/// The empty tuple: the type of calls without results.
pub const EMPTY_TUPLE: TypeId = TypeId(BASICS + 6);

/// Package `unsafe`: always the first package.
pub const UNSAFE: PkgId = PkgId(0);

/// The basic types in table order.
pub const ALL_BASICS: [Basic; BASICS as usize] = [
    Basic::Invalid,
    Basic::Bool,
    Basic::Int,
    Basic::Int8,
    Basic::Int16,
    Basic::Int32,
    Basic::Int64,
    Basic::Uint,
    Basic::Uint8,
    Basic::Uint16,
    Basic::Uint32,
    Basic::Uint64,
    Basic::Uintptr,
    Basic::Float32,
    Basic::Float64,
    Basic::Complex64,
    Basic::Complex128,
    Basic::String,
    Basic::UnsafePointer,
    Basic::UntypedBool,
    Basic::UntypedInt,
    Basic::UntypedRune,
    Basic::UntypedFloat,
    Basic::UntypedComplex,
    Basic::UntypedString,
    Basic::UntypedNil,
];

/// The predeclared functions with their names.
const BUILTINS: [(&str, Builtin); 18] = [
    ("append", Builtin::Append),
    ("cap", Builtin::Cap),
    ("clear", Builtin::Clear),
    ("close", Builtin::Close),
    ("complex", Builtin::Complex),
    ("copy", Builtin::Copy),
    ("delete", Builtin::Delete),
    ("imag", Builtin::Imag),
    ("len", Builtin::Len),
    ("make", Builtin::Make),
    ("max", Builtin::Max),
    ("min", Builtin::Min),
    ("new", Builtin::New),
    ("panic", Builtin::Panic),
    ("print", Builtin::Print),
    ("println", Builtin::Println),
    ("real", Builtin::Real),
    ("recover", Builtin::Recover),
];

/// The functions of package `unsafe`.
const UNSAFE_BUILTINS: [(&str, Builtin); 8] = [
    ("Add", Builtin::UnsafeAdd),
    ("Alignof", Builtin::UnsafeAlignof),
    ("Offsetof", Builtin::UnsafeOffsetof),
    ("Sizeof", Builtin::UnsafeSizeof),
    ("Slice", Builtin::UnsafeSlice),
    ("SliceData", Builtin::UnsafeSliceData),
    ("String", Builtin::UnsafeString),
    ("StringData", Builtin::UnsafeStringData),
];

impl Builtin {
    /// The name as messages print it: `len`, `unsafe.Sizeof` without the package.
    pub fn name(self) -> &'static str {
        let table = BUILTINS.iter().chain(UNSAFE_BUILTINS.iter());
        table.clone().find(|(_, b)| *b == self).map_or("", |(n, _)| n)
    }
}

impl Basic {
    /// The type's name as messages print it.
    pub fn name(self) -> &'static str {
        match self {
            Basic::Invalid => "invalid type",
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::Int8 => "int8",
            Basic::Int16 => "int16",
            Basic::Int32 => "int32",
            Basic::Int64 => "int64",
            Basic::Uint => "uint",
            Basic::Uint8 => "uint8",
            Basic::Uint16 => "uint16",
            Basic::Uint32 => "uint32",
            Basic::Uint64 => "uint64",
            Basic::Uintptr => "uintptr",
            Basic::Float32 => "float32",
            Basic::Float64 => "float64",
            Basic::Complex64 => "complex64",
            Basic::Complex128 => "complex128",
            Basic::String => "string",
            Basic::UnsafePointer => "unsafe.Pointer",
            Basic::UntypedBool => "untyped bool",
            Basic::UntypedInt => "untyped int",
            Basic::UntypedRune => "untyped rune",
            Basic::UntypedFloat => "untyped float",
            Basic::UntypedComplex => "untyped complex",
            Basic::UntypedString => "untyped string",
            Basic::UntypedNil => "untyped nil",
        }
    }
}

impl World {
    /// A world with the universe and package `unsafe`, and nothing else.
    #[allow(clippy::new_without_default)]
    pub fn new() -> World {
        let mut w = World::default();
        w.universe = w.new_scope(None);
        let universe = w.universe;
        for b in ALL_BASICS {
            w.new_type(Type::Basic(b));
        }
        for b in ALL_BASICS {
            let named = b.name();
            if (b as u32) > 0 && (b as u32) < Basic::UnsafePointer as u32 {
                w.predeclare(named, ObjKind::TypeName, b.id());
            }
        }
        let byte = w.predeclare("byte", ObjKind::TypeName, BYTE);
        let rune = w.predeclare("rune", ObjKind::TypeName, RUNE);
        let any = w.predeclare("any", ObjKind::TypeName, ANY);
        let error = w.predeclare("error", ObjKind::TypeName, ERROR);
        let comparable = w.predeclare("comparable", ObjKind::TypeName, COMPARABLE);
        w.new_alias(byte, Basic::Uint8.id());
        w.new_alias(rune, Basic::Int32.id());
        w.new_type(Type::Interface { methods: Vec::new(), embeds: Vec::new(), implicit: false });
        w.new_alias(any, EMPTY_INTERFACE);
        let error_ty = w.new_named(error);
        let comparable_ty = w.new_named(comparable);
        let empty = w.new_type(Type::Tuple(Vec::new()));
        debug_assert_eq!((error_ty, comparable_ty, empty), (ERROR, COMPARABLE, EMPTY_TUPLE));

        let result = w.new_object(ObjKind::Var(VarKind::Result), Symbol::new(""), None, Pos::NONE, Basic::String.id());
        let sig = Signature { results: vec![Param { obj: result, ty: Basic::String.id() }], ..Signature::default() };
        let sig = w.new_type(Type::Signature(sig));
        let name = Symbol::new("Error");
        let method = w.new_object(ObjKind::Func(None), name, None, Pos::NONE, sig);
        let iface = Type::Interface {
            methods: vec![InterfaceMethod { obj: method, name, sig }],
            embeds: Vec::new(),
            implicit: false,
        };
        let iface = w.new_type(iface);
        w.set_underlying(ERROR, iface);
        let constraint = w.new_type(Type::Interface { methods: Vec::new(), embeds: Vec::new(), implicit: false });
        w.set_underlying(COMPARABLE, constraint);

        w.predeclare("true", ObjKind::Const(Const::Bool(true)), Basic::UntypedBool.id());
        w.predeclare("false", ObjKind::Const(Const::Bool(false)), Basic::UntypedBool.id());
        w.predeclare("iota", ObjKind::Const(Const::Int(0)), Basic::UntypedInt.id());
        w.predeclare("nil", ObjKind::Nil, Basic::UntypedNil.id());
        for (name, b) in BUILTINS {
            w.predeclare(name, ObjKind::Builtin(b), Basic::Invalid.id());
        }

        let scope = w.new_scope(Some(universe));
        w.packages.push(Package {
            path: "unsafe".into(),
            name: Symbol::new("unsafe"),
            files: Vec::new(),
            scope,
            imports: Vec::new(),
            init_order: Vec::new(),
            inits: Vec::new(),
            std: true,
            go_version: LANGUAGE_VERSION,
        });
        let pointer =
            w.new_object(ObjKind::TypeName, Symbol::new("Pointer"), Some(UNSAFE), Pos::NONE, Basic::UnsafePointer.id());
        w.declare(scope, pointer);
        for (name, b) in UNSAFE_BUILTINS {
            let obj =
                w.new_object(ObjKind::Builtin(b), Symbol::new(name), Some(UNSAFE), Pos::NONE, Basic::Invalid.id());
            w.declare(scope, obj);
        }
        w
    }

    fn predeclare(&mut self, name: &str, kind: ObjKind, ty: TypeId) -> ObjId {
        let obj = self.new_object(kind, Symbol::new(name), None, Pos::NONE, ty);
        self.declare(self.universe, obj);
        obj
    }

    /// Adds a type. Types are never deduplicated: compare with `identical`.
    pub fn new_type(&self, ty: Type) -> TypeId {
        self.types.push(ty);
        TypeId(self.types.len() as u32 - 1)
    }

    /// Adds a defined type for `obj`, underlying type still invalid; the object's type is set to it.
    pub fn new_named(&mut self, obj: ObjId) -> TypeId {
        let id = self.new_named_data(obj, Basic::Invalid.id());
        let ty = self.new_type(Type::Named(id));
        self.objects[obj.0 as usize].ty = ty;
        ty
    }

    /// Adds an alias for `obj`; the object's type is set to it. Change the target with [`World::set_underlying`].
    pub fn new_alias(&mut self, obj: ObjId, target: TypeId) -> TypeId {
        let id = self.new_named_data(obj, target);
        let ty = self.new_type(Type::Alias(id));
        self.objects[obj.0 as usize].ty = ty;
        ty
    }

    fn new_named_data(&mut self, obj: ObjId, underlying: TypeId) -> NamedId {
        self.named.push(NamedData {
            obj,
            underlying,
            methods: Vec::new(),
            tparams: Vec::new(),
            targs: Vec::new(),
            origin: None,
        });
        NamedId(self.named.len() as u32 - 1)
    }

    /// Sets a defined type's underlying type, or an alias's target. For a defined type give a type literal or basic
    /// type: the caller resolves chains of names first.
    pub fn set_underlying(&mut self, ty: TypeId, underlying: TypeId) {
        match self.types[ty.0 as usize] {
            Type::Named(n) | Type::Alias(n) => self.named[n.0 as usize].underlying = underlying,
            ref other => panic!("types: set_underlying of {other:?}"),
        }
    }

    /// Adds a type parameter for `obj`; the object's type is set to it.
    pub fn new_type_param(&mut self, obj: ObjId, index: u32, constraint: TypeId) -> (TypeParamId, TypeId) {
        self.type_params.push(TypeParamData { obj, index, constraint });
        let id = TypeParamId(self.type_params.len() as u32 - 1);
        let ty = self.new_type(Type::TypeParam(id));
        self.objects[obj.0 as usize].ty = ty;
        (id, ty)
    }

    /// Adds an object that no scope declares yet.
    pub fn new_object(&mut self, kind: ObjKind, name: Symbol, pkg: Option<PkgId>, pos: Pos, ty: TypeId) -> ObjId {
        self.objects.push(Object { kind, name, pkg, pos, ty, scope: None, used: false });
        ObjId(self.objects.len() as u32 - 1)
    }

    /// Adds a scope.
    pub fn new_scope(&mut self, parent: Option<ScopeId>) -> ScopeId {
        self.scopes.push(Scope { parent, ..Scope::default() });
        ScopeId(self.scopes.len() as u32 - 1)
    }

    /// Declares an object under its name and returns the object that already has the name there, if any
    /// (the new one is then not declared). The blank identifier is never found; it still gets its scope.
    pub fn declare(&mut self, scope: ScopeId, obj: ObjId) -> Option<ObjId> {
        let name = self.objects[obj.0 as usize].name;
        if !name.is_blank() {
            if let Some(&old) = self.scopes[scope.0 as usize].names.get(&name) {
                return Some(old);
            }
            self.scopes[scope.0 as usize].names.insert(name, obj);
        }
        self.scopes[scope.0 as usize].order.push(obj);
        let o = &mut self.objects[obj.0 as usize];
        if o.scope.is_none() {
            o.scope = Some(scope);
        }
        None
    }

    /// What `name` denotes in this very scope.
    pub fn lookup(&self, scope: ScopeId, name: Symbol) -> Option<ObjId> {
        self.scopes[scope.0 as usize].names.get(&name).copied()
    }

    /// What `name` denotes in this scope or the nearest enclosing one, with the scope that declares it.
    pub fn lookup_parent(&self, scope: ScopeId, name: Symbol) -> Option<(ScopeId, ObjId)> {
        let mut at = Some(scope);
        while let Some(s) = at {
            if let Some(obj) = self.lookup(s, name) {
                return Some((s, obj));
            }
            at = self.scopes[s.0 as usize].parent;
        }
        None
    }

    /// The object.
    pub fn obj(&self, id: ObjId) -> &Object {
        &self.objects[id.0 as usize]
    }

    /// The object, to be changed.
    pub fn obj_mut(&mut self, id: ObjId) -> &mut Object {
        &mut self.objects[id.0 as usize]
    }

    /// The type as it is: aliases and defined types unresolved.
    pub fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// A defined type's or alias's data.
    pub fn named_data(&self, id: NamedId) -> &NamedData {
        &self.named[id.0 as usize]
    }

    /// A type parameter's data.
    pub fn type_param(&self, id: TypeParamId) -> &TypeParamData {
        &self.type_params[id.0 as usize]
    }

    /// The package.
    pub fn package(&self, id: PkgId) -> &Package {
        &self.packages[id.0 as usize]
    }

    /// A tuple type; the empty one is always [`EMPTY_TUPLE`].
    pub fn new_tuple(&mut self, elems: Vec<TypeId>) -> TypeId {
        if elems.is_empty() { EMPTY_TUPLE } else { self.new_type(Type::Tuple(elems)) }
    }
}
