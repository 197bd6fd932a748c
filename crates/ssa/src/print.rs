//! The text form of modules and functions.
//!
//! Complete, deterministic, one thing a line; `#` starts a comment. The grammar, with `*` for repetition:
//!
//! ```text
//! module   = entry fn3 | hooks (fn4 | -)* | type_descs data1 … | itabs data2 … | iface_method* layout* data* site* func*
//! iface_method = iface_method data3 slot=0 fn5 fn6 …
//! layout   = layout0 "T" size=24 align=8 ptrs=101 desc=data4
//! data     = data0 "name" kind=ro align=8 size=24 [pointers] {          (each object ends with a line `}`)
//!              bytes 0011…                     hex, 32 bytes a line, only up to the last non-zero byte
//!              8: fn3+0                        a relocation: offset, target, addend
//! site     = site0 pos=123 func="main.f" expr="&T{...}" kind=addr_lit [layout=layout3] place=heap [origin=site2]
//!            [in_loop] [keep | keep_large] [zero_copy] [reason="…"]
//! func     = func fn3 "main.f" (i64, ptr) -> (i64) [noinline] [context] [defer] [recover] [wrapper] [init]
//!            [side_owner] {
//!              loc0 pos=123 func="main.f" [parent=loc2]
//!              recover_block b4
//!              pinned v3 v4
//!            b0(v0: i64, v1: ptr):             blocks in layout order; `b4 cold:`
//!              v5: i64 = load.nil v1+8 @loc0   results, operation, operands, location
//!              branch v5, b1(v0), b2 @loc1
//!            }
//! ```
//!
//! Loads and stores carry their flags as suffixes: `.nil`, `.ro`, `.r7` (region 7).

use crate::entities::{BlockId, FuncId, LocId, ValueId};
use crate::func::{BlockCall, Func, Inst, Terminator};
use crate::module::{Data, Keep, Layout, Module, RelocTarget, Site};
use crate::names::Named;
use crate::op::{Check, MemFlags, Op};
use cranelift_entity::EntityRef;
use golift_base::SourceMap;
use std::fmt::{self, Display, Write};

/// The whole module. With `sources`, positions are explained in comments.
pub fn print_module(module: &Module, sources: Option<&SourceMap>) -> String {
    let mut out = String::new();
    if let Some(e) = module.entry {
        let _ = writeln!(out, "entry {e}");
    }
    if !module.hooks.is_empty() {
        out.push_str("hooks");
        for h in &module.hooks {
            let _ = match h {
                Some(f) => write!(out, " {f}"),
                None => write!(out, " -"),
            };
        }
        out.push('\n');
    }
    for (word, list) in [("type_descs", &module.type_descs), ("itabs", &module.itabs)] {
        if !list.is_empty() {
            let _ = writeln!(out, "{word} {}", join(list, " "));
        }
    }
    for m in &module.iface_methods {
        let _ = writeln!(out, "iface_method {} slot={} {}", m.iface, m.slot, join(&m.targets, " "));
    }
    for (id, l) in &module.layouts {
        let _ = writeln!(out, "{id} {}", LayoutText(l));
    }
    for (id, d) in &module.data {
        let _ = writeln!(out, "{id} {}", DataText(d));
    }
    for (id, s) in &module.sites {
        let _ = write!(out, "{id} {}", SiteText(s));
        explain(&mut out, sources, s.pos);
        out.push('\n');
    }
    for (id, f) in &module.funcs {
        out.push('\n');
        out.push_str(&print_func(id, f, sources));
    }
    out
}

/// One function.
pub fn print_func(id: FuncId, func: &Func, sources: Option<&SourceMap>) -> String {
    let mut out = String::new();
    let (params, results) = (names(&func.sig.params), names(&func.sig.results));
    let _ = write!(out, "func {id} {} ({params}) -> ({results})", Quoted(&func.name));
    let f = &func.flags;
    let flags = [
        (f.noinline, "noinline"),
        (f.has_context, "context"),
        (f.has_defer, "defer"),
        (f.has_recover, "recover"),
        (f.wrapper, "wrapper"),
        (f.init, "init"),
        (func.side_owner, "side_owner"),
    ];
    for (set, word) in flags {
        if set {
            let _ = write!(out, " {word}");
        }
    }
    out.push_str(" {\n");
    for (id, l) in &func.locs {
        let _ = write!(out, "  {id} pos={} func={}", l.pos.0, Quoted(&l.func));
        if let Some(p) = l.parent {
            let _ = write!(out, " parent={p}");
        }
        explain(&mut out, sources, l.pos);
        out.push('\n');
    }
    if let Some(b) = func.recover_block {
        let _ = writeln!(out, "  recover_block {b}");
    }
    if !func.pinned.is_empty() {
        let _ = writeln!(out, "  pinned {}", join(&func.pinned, " "));
    }
    for &b in &func.layout {
        print_block(&mut out, func, b);
    }
    out.push_str("}\n");
    out
}

fn print_block(out: &mut String, func: &Func, id: BlockId) {
    let block = &func.blocks[id];
    let _ = write!(out, "{id}");
    if !block.params.is_empty() {
        let _ = write!(out, "({})", typed(func, &block.params));
    }
    out.push_str(if block.cold { " cold:\n" } else { ":\n" });
    for &i in &block.insts {
        let inst = &func.insts[i];
        out.push_str("  ");
        print_inst(out, func, inst);
        finish_line(out, inst.loc);
    }
    out.push_str("  ");
    print_terminator(out, &block.term);
    finish_line(out, block.term_loc);
}

/// One instruction, without indentation and location: `v5: i64 = load.nil v3+8`.
pub fn inst_text(func: &Func, inst: &Inst) -> String {
    let mut out = String::new();
    print_inst(&mut out, func, inst);
    out
}

fn finish_line(out: &mut String, loc: Option<LocId>) {
    if let Some(l) = loc {
        let _ = write!(out, " @{l}");
    }
    out.push('\n');
}

fn print_inst(out: &mut String, func: &Func, inst: &Inst) {
    if !inst.results.is_empty() {
        let _ = write!(out, "{} = ", typed(func, &inst.results));
    }
    let args = &inst.args[..];
    let list = |from: usize| join(args.get(from..).unwrap_or_default(), ", ");
    let all = list(0);
    let sep = if args.is_empty() { "" } else { " " };
    let _ = match &inst.op {
        Op::IConst(n) => write!(out, "iconst {n}"),
        Op::FConst(bits) => write!(out, "fconst {bits:#x}"),
        Op::FuncAddr(f) => write!(out, "func_addr {f}"),
        Op::DataAddr(d, at) => write!(out, "data_addr {d}{at:+}"),
        Op::Bin(op) => write!(out, "{} {all}", op.name()),
        Op::Un(op) => write!(out, "{} {all}", op.name()),
        Op::Fma => write!(out, "fma {all}"),
        Op::Cmp(op) => write!(out, "cmp.{} {all}", op.name()),
        Op::FCmp(op) => write!(out, "fcmp.{} {all}", op.name()),
        Op::Select => write!(out, "select {all}"),
        Op::Conv(op) => write!(out, "conv.{} {all}", op.name()),
        Op::Load(at, flags) => write!(out, "load{} {}{at:+}", FlagText(flags), Arg(args, 0)),
        Op::Store(at, flags) => write!(out, "store{} {}{at:+}, {}", FlagText(flags), Arg(args, 0), Arg(args, 1)),
        Op::Atomic(op) => write!(out, "atomic.{} {all}", op.name()),
        Op::AddrOff(at) => write!(out, "addr_off {}{at:+}", Arg(args, 0)),
        Op::ElemAddr { scale, offset } => write!(out, "elem_addr scale={scale} offset={offset}{sep}{all}"),
        Op::MemCopy(n, flags) => write!(out, "mem_copy{} size={n}{sep}{all}", FlagText(flags)),
        Op::MemZero(n, flags) => write!(out, "mem_zero{} size={n}{sep}{all}", FlagText(flags)),
        Op::Check(Check::Nil) => write!(out, "check.nil {all}"),
        Op::Check(Check::Bounds { kind, signed }) => {
            write!(out, "check.bounds.{}.{} {all}", kind.name(), if *signed { "signed" } else { "unsigned" })
        }
        Op::Check(Check::DivZero) => write!(out, "check.div_zero {all}"),
        Op::Check(Check::Shift) => write!(out, "check.shift {all}"),
        Op::Alloc(s) => write!(out, "alloc {s}{sep}{all}"),
        Op::MakeSlice(s) => write!(out, "make_slice {s}{sep}{all}"),
        Op::Call(f) => write!(out, "call {f}({all})"),
        Op::CallClosure => write!(out, "call_closure({all})"),
        Op::CallIface { slot, iface } => write!(out, "call_iface slot={slot} iface={iface} ({all})"),
        Op::CallBuiltin(b, site) => match site {
            Some(s) => write!(out, "call_builtin {} {s} ({all})", b.info().name),
            None => write!(out, "call_builtin {} ({all})", b.info().name),
        },
        Op::FramePtr => write!(out, "frame_ptr{sep}{all}"),
        Op::DeferFrame => write!(out, "defer_frame{sep}{all}"),
        Op::SideMark => write!(out, "side_mark{sep}{all}"),
        Op::SideRelease => write!(out, "side_release{sep}{all}"),
    };
}

fn print_terminator(out: &mut String, term: &Terminator) {
    let _ = match term {
        Terminator::None => write!(out, "none"),
        Terminator::Jump(t) => write!(out, "jump {}", Target(t)),
        Terminator::Branch { cond, then, else_ } => write!(out, "branch {cond}, {}, {}", Target(then), Target(else_)),
        Terminator::Switch { value, cases, default } => {
            let _ = write!(out, "switch {value} [");
            for (i, (n, t)) in cases.iter().enumerate() {
                let _ = write!(out, "{}{n}: {}", if i == 0 { "" } else { ", " }, Target(t));
            }
            write!(out, "] default {}", Target(default))
        }
        Terminator::Return(vs) if vs.is_empty() => write!(out, "return"),
        Terminator::Return(vs) => write!(out, "return {}", join(vs, ", ")),
        Terminator::TailCall(f, vs) => write!(out, "tail_call {f}({})", join(vs, ", ")),
        Terminator::TailCallClosure(vs) => write!(out, "tail_call_closure({})", join(vs, ", ")),
        Terminator::TailCallIface(slot, iface, vs) => write!(out, "tail_call_iface slot={slot} iface={iface} ({})", join(vs, ", ")),
        Terminator::Unreachable => write!(out, "unreachable"),
    };
}

fn explain(out: &mut String, sources: Option<&SourceMap>, pos: golift_base::Pos) {
    if let Some(s) = sources
        && pos.is_valid()
    {
        let _ = write!(out, " # {}", s.display(pos));
    }
}

fn join<T: Display>(list: &[T], sep: &str) -> String {
    list.iter().map(T::to_string).collect::<Vec<_>>().join(sep)
}

fn names<T: Named>(list: &[T]) -> String {
    list.iter().map(|t| t.name()).collect::<Vec<_>>().join(", ")
}

fn typed(func: &Func, values: &[ValueId]) -> String {
    values.iter().map(|v| format!("{v}: {}", func.ty(*v).name())).collect::<Vec<_>>().join(", ")
}

/// An operand, or `?` where a malformed instruction lacks it.
struct Arg<'a>(&'a [ValueId], usize);

impl Display for Arg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.get(self.1) {
            Some(v) => write!(f, "{v}"),
            None => f.write_str("?"),
        }
    }
}

struct Target<'a>(&'a BlockCall);

impl Display for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.args[..] {
            [] => write!(f, "{}", self.0.block),
            args => write!(f, "{}({})", self.0.block, join(args, ", ")),
        }
    }
}

struct FlagText<'a>(&'a MemFlags);

impl Display for FlagText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.nil_check {
            f.write_str(".nil")?;
        }
        if self.0.readonly {
            f.write_str(".ro")?;
        }
        if self.0.type_word {
            f.write_str(".type")?;
        }
        if self.0.region != 0 {
            write!(f, ".r{}", self.0.region)?;
        }
        Ok(())
    }
}

/// A text in quotes: `\"`, `\\`, `\n`, `\u{…}` for control characters.
pub struct Quoted<'a>(pub &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                c if c.is_control() => write!(f, "\\u{{{:x}}}", c as u32)?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

struct LayoutText<'a>(&'a Layout);

impl Display for LayoutText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let l = self.0;
        write!(f, "{} size={} align={} ptrs=", Quoted(&l.name), l.size, l.align)?;
        for p in &l.pointers {
            f.write_char(if *p { '1' } else { '0' })?;
        }
        write!(f, " desc={}", l.desc)
    }
}

struct DataText<'a>(&'a Data);

impl Display for DataText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = self.0;
        write!(f, "{} kind={} align={} size={}", Quoted(&d.name), d.kind.name(), d.align, d.size)?;
        f.write_str(if d.pointers { " pointers {\n" } else { " {\n" })?;
        let end = d.bytes.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
        for line in d.bytes[..end].chunks(32) {
            f.write_str("  bytes ")?;
            for b in line {
                write!(f, "{b:02x}")?;
            }
            f.write_char('\n')?;
        }
        for r in &d.relocs {
            match r.target {
                RelocTarget::Func(t) => writeln!(f, "  {}: {t}{:+}", r.offset, r.addend)?,
                RelocTarget::Data(t) => writeln!(f, "  {}: {t}{:+}", r.offset, r.addend)?,
            }
        }
        f.write_str("}")
    }
}

struct SiteText<'a>(&'a Site);

impl Display for SiteText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.0;
        write!(f, "pos={} func={} expr={} kind={}", s.pos.0, Quoted(&s.func), Quoted(&s.expr), s.kind.name())?;
        if let Some(l) = s.layout {
            write!(f, " layout={l}")?;
        }
        write!(f, " place={}", s.placement.name())?;
        if let Some(o) = s.origin {
            write!(f, " origin={o}")?;
        }
        if s.in_loop {
            f.write_str(" in_loop")?;
        }
        match s.keep {
            Keep::No => {}
            Keep::Large => f.write_str(" keep_large")?,
            Keep::All => f.write_str(" keep")?,
        }
        if s.zero_copy {
            f.write_str(" zero_copy")?;
        }
        if !s.reason.is_empty() {
            write!(f, " reason={}", Quoted(&s.reason))?;
        }
        Ok(())
    }
}

impl Display for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print_module(self, None))
    }
}

impl Display for Func {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print_func(FuncId::new(0), self, None))
    }
}
