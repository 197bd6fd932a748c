//! Reads the text form back (grammar: head of `print.rs`).
//!
//! Input: what `print_module` writes, comments and blank lines anywhere. Output: a module that prints the same text.
//! Instructions are numbered in order of appearance; ids of values and blocks stay, gaps become unused entries.
//! Nothing is verified beyond the grammar: run the verifier on the result.

use crate::entities::{BlockId, DataId, FuncId, LayoutId, LocId, SiteId, ValueId};
use crate::func::{Block, BlockCall, Func, FuncFlags, Inst, Signature, Terminator, ValueData, ValueDef};
use crate::module::{Data, IfaceMethod, Keep, Layout, Loc, Module, Reloc, RelocTarget, Site};
use crate::names::Named;
use crate::op::Ty;
use crate::parse_inst::{parse_inst, parse_terminator};
use cranelift_entity::{EntityRef, PrimaryMap};
use golift_base::Pos;
use smallvec::SmallVec;

/// A parse error: what is wrong, with the line's number from 1.
pub type ParseError = String;

pub(crate) type Result<T> = std::result::Result<T, String>;

/// Parses a module.
///
/// # Errors
/// The first line that does not follow the grammar.
pub fn parse_module(text: &str) -> std::result::Result<Module, ParseError> {
    let mut lines = Lines { text: text.lines().enumerate().collect(), at: 0 };
    let mut module = Module::default();
    while let Some(line) = lines.next() {
        let at = line.number;
        item(&mut module, line, &mut lines).map_err(|e| format!("line {at}: {e}"))?;
    }
    Ok(module)
}

/// One line's text, read from left to right.
pub(crate) struct Line<'a> {
    rest: &'a str,
    number: usize,
}

struct Lines<'a> {
    text: Vec<(usize, &'a str)>,
    at: usize,
}

impl<'a> Lines<'a> {
    /// The next line that is not blank or a comment.
    fn next(&mut self) -> Option<Line<'a>> {
        loop {
            let (n, text) = *self.text.get(self.at)?;
            self.at += 1;
            let rest = text.trim();
            if !rest.is_empty() && !rest.starts_with('#') {
                return Some(Line { rest, number: n + 1 });
            }
        }
    }

    /// The next line of a block in braces; `None` at its end.
    fn inner(&mut self) -> Result<Option<Line<'a>>> {
        match self.next() {
            None => Err("`}` is missing at the end".to_owned()),
            Some(l) if l.rest == "}" => Ok(None),
            Some(l) => Ok(Some(l)),
        }
    }
}

impl<'a> Line<'a> {
    pub(crate) fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Eats `token` if it stands next.
    pub(crate) fn eat(&mut self, token: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub(crate) fn expect(&mut self, token: &str) -> Result<()> {
        if self.eat(token) { Ok(()) } else { Err(format!("expected `{token}` before `{}`", self.rest)) }
    }

    /// Whether the line is used up.
    pub(crate) fn at_end(&mut self) -> bool {
        self.skip();
        self.rest.is_empty() || self.rest.starts_with('#')
    }

    fn end(&mut self) -> Result<()> {
        if self.at_end() { Ok(()) } else { Err(format!("unexpected `{}`", self.rest)) }
    }

    /// Letters, digits, `_`, `.`; perhaps empty.
    pub(crate) fn word(&mut self) -> &'a str {
        self.skip();
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    /// The word that stands next, without eating it.
    pub(crate) fn peek_word(&self) -> &'a str {
        Line { rest: self.rest, number: self.number }.word()
    }

    /// A decimal number with optional sign.
    pub(crate) fn number<N: std::str::FromStr>(&mut self) -> Result<N> {
        self.skip();
        let sign = usize::from(self.rest.starts_with(['-', '+']));
        let digits = self.rest[sign..].find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len() - sign);
        let (text, rest) = self.rest.split_at(sign + digits);
        let n = text.parse().map_err(|_| format!("expected a number before `{}`", self.rest))?;
        self.rest = rest;
        Ok(n)
    }

    /// `key=` followed by a number.
    pub(crate) fn field<N: std::str::FromStr>(&mut self, key: &str) -> Result<N> {
        self.expect(key)?;
        self.expect("=")?;
        self.number()
    }

    /// An id such as `fn3`.
    pub(crate) fn id<E: EntityRef>(&mut self, prefix: &str) -> Result<E> {
        match self.opt_id(prefix) {
            Some(e) => Ok(e),
            None => Err(format!("expected `{prefix}N` before `{}`", self.rest)),
        }
    }

    /// An id if one with this prefix stands next.
    pub(crate) fn opt_id<E: EntityRef>(&mut self, prefix: &str) -> Option<E> {
        let digits = self.peek_word().strip_prefix(prefix)?;
        let n: u32 = digits.parse().ok()?;
        self.word();
        Some(E::new(n as usize))
    }

    /// A quoted text.
    fn quoted(&mut self) -> Result<String> {
        self.expect("\"")?;
        let mut out = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((i, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[i + 1..];
                    return Ok(out);
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => out.push('\n'),
                    Some((_, 'u')) => {
                        let hex: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|c| *c != '}').collect();
                        let c = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                        out.push(c.ok_or_else(|| format!("bad escape \\u{{{hex}}}"))?);
                    }
                    Some((_, c)) => out.push(c),
                    None => break,
                },
                c => out.push(c),
            }
        }
        Err("a quoted text does not end".to_owned())
    }

    /// `key="text"`.
    fn quoted_field(&mut self, key: &str) -> Result<String> {
        self.expect(key)?;
        self.expect("=")?;
        self.quoted()
    }

    /// `key=name` of an enumeration.
    fn named_field<N: Named>(&mut self, key: &str) -> Result<N> {
        self.expect(key)?;
        self.expect("=")?;
        let word = self.word();
        N::by_name(word).ok_or_else(|| format!("unknown {key} `{word}`"))
    }

    /// `v1, v2`, perhaps empty; ends before anything else.
    pub(crate) fn values(&mut self) -> Result<Vec<ValueId>> {
        let mut out = Vec::new();
        while let Some(v) = self.opt_id("v") {
            out.push(v);
            if !self.eat(",") {
                break;
            }
        }
        Ok(out)
    }

    fn ty(&mut self) -> Result<Ty> {
        let word = self.word();
        Ty::by_name(word).ok_or_else(|| format!("unknown type `{word}`"))
    }

    /// `(i64, ptr)`.
    fn types(&mut self) -> Result<Vec<Ty>> {
        self.expect("(")?;
        let mut out = Vec::new();
        while !self.eat(")") {
            out.push(self.ty()?);
            self.eat(",");
        }
        Ok(out)
    }

    /// `v1: i64, v2: ptr`.
    fn typed_values(&mut self) -> Result<Vec<(ValueId, Ty)>> {
        let mut out = Vec::new();
        while let Some(v) = self.opt_id("v") {
            self.expect(":")?;
            out.push((v, self.ty()?));
            if !self.eat(",") {
                break;
            }
        }
        Ok(out)
    }

    /// `b1` or `b1(v2, v3)`.
    pub(crate) fn target(&mut self) -> Result<BlockCall> {
        let block = self.id("b")?;
        let mut args = Vec::new();
        if self.rest.starts_with('(') {
            self.expect("(")?;
            args = self.values()?;
            self.expect(")")?;
        }
        Ok(BlockCall { block, args })
    }

    /// `@loc3` at the end of a line.
    fn loc(&mut self) -> Result<Option<LocId>> {
        if self.eat("@") { Ok(Some(self.id("loc")?)) } else { Ok(None) }
    }
}

fn push<K: EntityRef + std::fmt::Display, V>(map: &mut PrimaryMap<K, V>, id: K, value: V) -> Result<()> {
    if id.index() != map.len() {
        return Err(format!("{id} is not the next id"));
    }
    map.push(value);
    Ok(())
}

fn item(module: &mut Module, mut l: Line<'_>, lines: &mut Lines<'_>) -> Result<()> {
    let word = l.peek_word();
    match word {
        "entry" => {
            l.word();
            module.entry = Some(l.id("fn")?);
        }
        "hooks" => {
            l.word();
            while !l.at_end() {
                let hook = if l.eat("-") { None } else { Some(l.id("fn")?) };
                module.hooks.push(hook);
            }
        }
        "type_descs" | "itabs" => {
            l.word();
            let list = if word == "itabs" { &mut module.itabs } else { &mut module.type_descs };
            while !l.at_end() {
                list.push(l.id("data")?);
            }
        }
        "iface_method" => {
            l.word();
            let iface = l.id("data")?;
            let mut method = IfaceMethod { iface, slot: l.field("slot")?, targets: Vec::new() };
            while !l.at_end() {
                method.targets.push(l.id("fn")?);
            }
            module.iface_methods.push(method);
        }
        "func" => {
            l.word();
            let id: FuncId = l.id("fn")?;
            let func = function(l, lines)?;
            return push(&mut module.funcs, id, func);
        }
        _ => {
            if let Some(id) = l.opt_id::<LayoutId>("layout") {
                let layout = layout(&mut l)?;
                push(&mut module.layouts, id, layout)?;
            } else if let Some(id) = l.opt_id::<DataId>("data") {
                let data = data(&mut l, lines)?;
                push(&mut module.data, id, data)?;
            } else if let Some(id) = l.opt_id::<SiteId>("site") {
                let site = site(&mut l)?;
                push(&mut module.sites, id, site)?;
            } else {
                return Err(format!("expected an item before `{}`", l.rest));
            }
        }
    }
    l.end()
}

fn layout(l: &mut Line<'_>) -> Result<Layout> {
    let name = l.quoted()?;
    let (size, align) = (l.field("size")?, l.field("align")?);
    l.expect("ptrs=")?;
    let mut pointers = Vec::new();
    while let Some(bit @ ('0' | '1')) = l.rest.chars().next() {
        pointers.push(bit == '1');
        l.rest = &l.rest[1..];
    }
    l.expect("desc=")?;
    Ok(Layout { name, size, align, pointers, desc: l.id("data")? })
}

fn data(l: &mut Line<'_>, lines: &mut Lines<'_>) -> Result<Data> {
    let name = l.quoted()?;
    let kind = l.named_field("kind")?;
    let (align, size) = (l.field("align")?, l.field("size")?);
    let pointers = l.eat("pointers");
    l.expect("{")?;
    let mut data = Data { name, kind, align, size, bytes: Vec::new(), relocs: Vec::new(), pointers };
    while let Some(mut l) = lines.inner()? {
        if l.eat("bytes") {
            let hex = l.word();
            for i in (0..hex.len()).step_by(2) {
                let byte = hex.get(i..i + 2).and_then(|h| u8::from_str_radix(h, 16).ok());
                data.bytes.push(byte.ok_or("bad hexadecimal bytes")?);
            }
        } else {
            let offset = l.number()?;
            l.expect(":")?;
            let target = match l.opt_id("fn") {
                Some(f) => RelocTarget::Func(f),
                None => RelocTarget::Data(l.id("data")?),
            };
            data.relocs.push(Reloc { offset, target, addend: l.number()? });
        }
        l.end()?;
    }
    Ok(data)
}

fn site(l: &mut Line<'_>) -> Result<Site> {
    let pos = Pos(l.field("pos")?);
    let func = l.quoted_field("func")?.into();
    let expr = l.quoted_field("expr")?;
    let kind = l.named_field("kind")?;
    let layout = if l.eat("layout=") { Some(l.id("layout")?) } else { None };
    let placement = l.named_field("place")?;
    let origin = if l.eat("origin=") { Some(l.id("site")?) } else { None };
    let in_loop = l.eat("in_loop");
    let keep = match (l.eat("keep_large"), l.eat("keep")) {
        (true, _) => Keep::Large,
        (_, true) => Keep::All,
        _ => Keep::No,
    };
    let zero_copy = l.eat("zero_copy");
    let reason = if l.peek_word() == "reason" { l.quoted_field("reason")? } else { String::new() };
    Ok(Site { pos, func, expr, kind, layout, placement, origin, reason, in_loop, keep, zero_copy })
}

fn function(mut l: Line<'_>, lines: &mut Lines<'_>) -> Result<Func> {
    let name = l.quoted()?;
    let params = l.types()?;
    l.expect("->")?;
    let sig = Signature { params, results: l.types()? };
    let mut flags = FuncFlags::default();
    let mut side_owner = false;
    while !l.eat("{") {
        match l.word() {
            "noinline" => flags.noinline = true,
            "context" => flags.has_context = true,
            "defer" => flags.has_defer = true,
            "recover" => flags.has_recover = true,
            "wrapper" => flags.wrapper = true,
            "init" => flags.init = true,
            "side_owner" => side_owner = true,
            other => return Err(format!("unknown flag `{other}`")),
        }
    }
    l.end()?;
    let mut func = Func::new(name, Signature::default());
    func.sig = sig;
    func.flags = flags;
    func.side_owner = side_owner;
    func.blocks.clear();
    func.layout.clear();
    let mut current: Option<BlockId> = None;
    while let Some(mut l) = lines.inner()? {
        let number = l.number;
        func_line(&mut func, &mut current, &mut l).and_then(|()| l.end()).map_err(|e| format!("{e} (line {number})"))?;
    }
    Ok(func)
}

/// Gives `v` its type and definition; the table grows as needed.
fn define(func: &mut Func, v: ValueId, ty: Ty, def: ValueDef) {
    let unused = ValueData { ty: Ty::I64, def: ValueDef::Param(BlockId::new(0), u32::MAX) };
    while func.values.len() <= v.index() {
        func.values.push(unused);
    }
    func.values[v] = ValueData { ty, def };
}

fn func_line(func: &mut Func, current: &mut Option<BlockId>, l: &mut Line<'_>) -> Result<()> {
    let Some(block) = *current else {
        return head_line(func, current, l);
    };
    if func.blocks[block].term != Terminator::None {
        return head_line(func, current, l);
    }
    if let Some(term) = parse_terminator(l)? {
        let loc = l.loc()?;
        func.blocks[block].term = term;
        func.blocks[block].term_loc = loc;
        return Ok(());
    }
    if l.peek_word() == "none" {
        l.word();
        func.blocks[block].term_loc = l.loc()?;
        *current = None;
        return Ok(());
    }
    let mut defs = Vec::new();
    if l.rest.starts_with('v') && l.peek_word()[1..].bytes().all(|b| b.is_ascii_digit()) {
        defs = l.typed_values()?;
        l.expect("=")?;
    }
    let (op, args) = parse_inst(l)?;
    let loc = l.loc()?;
    let id = func.insts.next_key();
    for (n, (v, ty)) in defs.iter().enumerate() {
        define(func, *v, *ty, ValueDef::Result(id, n as u32));
    }
    let results = defs.iter().map(|d| d.0).collect();
    func.insts.push(Inst { op, args: SmallVec::from_vec(args), results, loc });
    func.blocks[block].insts.push(id);
    Ok(())
}

/// A line between blocks: locations, the recover block, pinned values, a block's head.
fn head_line(func: &mut Func, current: &mut Option<BlockId>, l: &mut Line<'_>) -> Result<()> {
    if let Some(id) = l.opt_id::<LocId>("loc") {
        let pos = Pos(l.field("pos")?);
        let name = l.quoted_field("func")?.into();
        let parent = if l.eat("parent=") { Some(l.id("loc")?) } else { None };
        return push(&mut func.locs, id, Loc { pos, func: name, parent });
    }
    match l.peek_word() {
        "recover_block" => {
            l.word();
            func.recover_block = Some(l.id("b")?);
        }
        "pinned" => {
            l.word();
            while !l.at_end() {
                func.pinned.push(l.id("v")?);
            }
        }
        _ => {
            let block: BlockId = l.id("b")?;
            while func.blocks.len() <= block.index() {
                func.blocks.push(Block::default());
            }
            if l.eat("(") {
                for (n, (v, ty)) in l.typed_values()?.into_iter().enumerate() {
                    define(func, v, ty, ValueDef::Param(block, n as u32));
                    func.blocks[block].params.push(v);
                }
                l.expect(")")?;
            }
            func.blocks[block].cold = l.eat("cold");
            l.expect(":")?;
            func.layout.push(block);
            *current = Some(block);
        }
    }
    Ok(())
}
