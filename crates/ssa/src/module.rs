//! The module: functions, static data, layouts, allocation sites.

use crate::entities::{DataId, FuncId, LayoutId, LocId, SiteId};
use crate::func::Func;
use crate::reasons::Reasons;
use cranelift_entity::PrimaryMap;
use golift_base::Pos;
use std::sync::Arc;

/// A whole program.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// Functions.
    pub funcs: PrimaryMap<FuncId, Func>,
    /// Static data.
    pub data: PrimaryMap<DataId, Data>,
    /// Layouts of allocated objects.
    pub layouts: PrimaryMap<LayoutId, Layout>,
    /// Allocation sites.
    pub sites: PrimaryMap<SiteId, Site>,
    /// Runs the initialisers and `main.main`; no parameters but the context.
    pub entry: Option<FuncId>,
    /// Go functions that the runtime calls (`runtime.panicmem`, …), in the order of `abi::program`'s hooks.
    pub hooks: Vec<Option<FuncId>>,
    /// Descriptors with names or methods, for the runtime.
    pub type_descs: Vec<DataId>,
    /// Static itabs, for the runtime.
    pub itabs: Vec<DataId>,
    /// What calls through interfaces may reach, sorted by interface and slot. A call that is not listed may reach
    /// anything.
    pub iface_methods: Vec<IfaceMethod>,
    /// Why sites are on the heap, if the analysis was asked to say.
    pub reasons: Reasons,
}

/// The code that calls of one method of an interface type may reach.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct IfaceMethod {
    /// The interface's type descriptor.
    pub iface: DataId,
    /// The method's index in the interface's sorted method list.
    pub slot: u32,
    /// Methods of the types whose values are in interfaces; their first parameter is the data word.
    pub targets: Vec<FuncId>,
}

impl Module {
    /// What a call through an interface may reach; `None` if that is not known.
    pub fn iface_targets(&self, iface: DataId, slot: u32) -> Option<&[FuncId]> {
        let at = self.iface_methods.binary_search_by_key(&(iface, slot), |m| (m.iface, m.slot)).ok()?;
        Some(&self.iface_methods[at].targets)
    }
}

/// A static data object.
#[derive(Clone, PartialEq, Debug)]
pub struct Data {
    /// Link name, unique: `main.x`, `type:[]int`, `go:string."hi"`.
    pub name: String,
    /// Where it goes.
    pub kind: DataKind,
    /// Alignment in bytes.
    pub align: u64,
    /// Size in bytes; `bytes` may be shorter: the rest is zero.
    pub size: u64,
    /// Initial contents.
    pub bytes: Vec<u8>,
    /// Addresses to fill in, 8 bytes each, by ascending offset.
    pub relocs: Vec<Reloc>,
    /// For writable data: may hold pointers into the heap.
    pub pointers: bool,
}

/// Where static data goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DataKind {
    /// Read-only.
    ReadOnly,
    /// Writable, with contents.
    Writable,
    /// Writable, all zero.
    Zero,
}

/// An address in static data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reloc {
    /// Offset of the 8-byte field.
    pub offset: u32,
    /// What it points to.
    pub target: RelocTarget,
    /// Added to the address.
    pub addend: i64,
}

/// What a relocation points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RelocTarget {
    /// A function's code.
    Func(FuncId),
    /// Other data.
    Data(DataId),
}

/// The memory layout of an allocated object.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Layout {
    /// For people: the Go type, or `closure main.f.func1`.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Alignment in bytes.
    pub align: u64,
    /// Whether each word holds a pointer; shorter than the size: the rest does not.
    pub pointers: Vec<bool>,
    /// The descriptor that the allocator gets.
    pub desc: DataId,
}

/// What sort of source construct allocates.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SiteKind {
    /// A variable whose address is taken or that a closure shares: `moved to heap: x`.
    Var,
    /// A parameter or result of that sort.
    Param,
    /// `new(T)`.
    New,
    /// `&T{…}`.
    AddrLit,
    /// `[]T{…}`.
    SliceLit,
    /// `map[K]V{…}`.
    MapLit,
    /// `make([]T, …)`.
    MakeSlice,
    /// `make(map[K]V, …)`.
    MakeMap,
    /// `make(chan T, …)`.
    MakeChan,
    /// A function literal.
    Closure,
    /// A method value `x.M`.
    MethodValue,
    /// Conversion of a value to an interface.
    Box,
    /// Likewise, of a string.
    BoxString,
    /// Likewise, of a slice.
    BoxSlice,
    /// The slice for variadic arguments: `... argument`.
    Variadic,
    /// Growth in `append`.
    Append,
    /// String concatenation.
    Concat,
    /// String conversion from or to bytes, runes, a rune.
    StringConv,
    /// Growth of a map in an assignment.
    MapGrow,
    /// The closure of a `go` statement.
    Go,
    /// The closure of a `defer` statement.
    Defer,
    /// Anything that a runtime function allocates on behalf of the code.
    Runtime,
    /// A temporary of the compiler (large values, iterators): always on the stack and never reported.
    Temp,
}

/// Where a site's memory is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Placement {
    /// Not decided yet; the backend refuses it.
    #[default]
    Unplaced,
    /// The allocator.
    Heap,
    /// A stack slot of the function, zeroed where the operation stands. For builtins that allocate: the stack buffer
    /// that they take; for `make_slice` with constant sizes an array slot.
    Stack,
    /// The goroutine's side stack: it lives until the nearest active function that is a [`Func::side_owner`] returns. For
    /// objects that are made in loops, have sizes known at run time only, or belong to a caller. When the side stack has no
    /// room, a heap object.
    Side,
}

/// An allocation site.
#[derive(Clone, PartialEq, Debug)]
pub struct Site {
    /// Where.
    pub pos: Pos,
    /// The logical function that the source stands in.
    pub func: Arc<str>,
    /// The expression as the official compiler prints it in `-m`: `&T{...}`, `make([]int, n)`, `x`.
    pub expr: String,
    /// The sort of construct.
    pub kind: SiteKind,
    /// The object's layout (the element's for `make_slice`); `None` for builtins that know by themselves.
    pub layout: Option<LayoutId>,
    /// The decision.
    pub placement: Placement,
    /// The site that this one was copied from by inlining or cloning.
    pub origin: Option<SiteId>,
    /// Why, for reports; filled by the escape analysis.
    pub reason: String,
    /// The variable must get fresh memory each time (declared in a loop and possibly alive in the next iteration).
    pub in_loop: bool,
    /// Whether the policy wants the object on the heap, whatever the analysis finds.
    pub keep: Keep,
    /// A string conversion that shares the memory of its operand instead of copying it: its operation is gone.
    pub zero_copy: bool,
}

/// What a policy wants on the heap.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Keep {
    /// Nothing: the analysis decides.
    #[default]
    No,
    /// What does not fit in a buffer of 32 bytes in the frame, of objects of run-time size that need not escape.
    Large,
    /// Every object.
    All,
}

impl Site {
    /// The verdict in the official compiler's vocabulary (`-m`); `None` where that has no line: variables that stay,
    /// compiler temporaries, what the runtime allocates by itself.
    pub fn verdict(&self, heap: bool) -> Option<String> {
        Some(match (self.kind, heap) {
            (SiteKind::Temp | SiteKind::Runtime | SiteKind::Defer | SiteKind::MapGrow, _) => return None,
            (SiteKind::Var | SiteKind::Param, true) => format!("moved to heap: {}", self.expr),
            (SiteKind::Var | SiteKind::Param | SiteKind::Go | SiteKind::Append, false) => return None,
            (SiteKind::Variadic, false) => "... argument does not escape".to_string(),
            (_, true) => format!("{} escapes to heap", self.expr),
            (_, false) => format!("{} does not escape", self.expr),
        })
    }
}

/// A source location inside a function.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Loc {
    /// Where.
    pub pos: Pos,
    /// The logical function, as tracebacks print it.
    pub func: Arc<str>,
    /// For inlined code the location of the call.
    pub parent: Option<LocId>,
}
