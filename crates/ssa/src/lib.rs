//! The intermediate representation: a module of functions in SSA form over machine words.
//!
//! Invariants:
//! - Values are scalars ([`Ty`]). Strings, slices, interfaces and small structs are several values;
//!   everything else lives in memory behind a `ptr`.
//! - Blocks have parameters instead of phis. A terminator stands apart from the instructions.
//! - Every source of memory is an explicit operation with a [`SiteId`]: `alloc`, `make_slice`, and builtins
//!   flagged `ALLOC`. Its placement stands in [`Site::placement`].
//! - `ptr` values are what the collector and the escape analysis follow; `i64` never is.
//! - A pointer past the end of its object is never the only one that keeps it alive.
//! - Operations that may panic are explicit checks (`check.*`), nil-checking loads and stores, and calls.

pub mod cfg;
pub mod dominators;
pub mod entities;
pub mod func;
pub mod liveness;
pub mod loops;
pub mod module;
pub mod names;
pub mod op;
pub mod parse;
mod parse_inst;
pub mod print;
pub mod reasons;
pub mod verify;
mod verify_data;
mod verify_types;

pub use cfg::Cfg;
pub use dominators::Dominators;
pub use entities::{BlockId, DataId, FuncId, InstId, LayoutId, LocId, SiteId, ValueId};
pub use func::{Block, BlockCall, Func, FuncFlags, Inst, Named, NoAlloc, Signature, Terminator, ValueDef};
pub use liveness::Liveness;
pub use loops::{Loop, Loops};
pub use module::{Data, DataKind, IfaceMethod, Keep, Layout, Loc, Module, Placement, Reloc, RelocTarget, Site, SiteKind};
pub use reasons::{FlowStep, Leak, Reasons};
pub use op::{AtomicOp, BinOp, Check, CmpOp, ConvOp, FCmpOp, MemFlags, Op, Ty, UnOp};
