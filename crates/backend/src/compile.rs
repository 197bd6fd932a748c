//! Functions to machine code, in parallel.
//!
//! Input: the module. Output: for each function (and each recovery part) its bytes, symbolic relocations and line
//! ranges, in id order whatever the threads did.

use crate::cache::{CodeCache, Key, encode, function_key};
use crate::config::BackendConfig;
use crate::program::BackendError;
use crate::sites::SiteLines;
use crate::symbol::Symbol;
use crate::translate::{Input, Part, translate_function};
use cranelift_codegen::binemit::Reloc;
use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::{Context, FinalizedRelocTarget};
use cranelift_entity::EntityRef;
use cranelift_frontend::FunctionBuilderContext;
use golift_ssa::{FuncId, LocId, Module};
use rayon::prelude::*;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A compiled function or recovery part.
pub(crate) struct CompiledFunc {
    pub(crate) id: FuncId,
    pub(crate) part: Part,
    pub(crate) code: Vec<u8>,
    pub(crate) align: u32,
    pub(crate) relocs: Vec<CodeReloc>,
    /// From this offset on, code belongs to the location; ascending.
    pub(crate) locs: Vec<(u32, Option<LocId>)>,
    pub(crate) clif: Option<String>,
    pub(crate) asm: Option<String>,
    /// What `userextnameN` in the texts means, if there are any.
    pub(crate) text_names: Vec<Option<Symbol>>,
}

/// A relocation in a function's code.
pub(crate) struct CodeReloc {
    pub(crate) offset: u32,
    pub(crate) kind: Reloc,
    pub(crate) target: CodeTarget,
    pub(crate) addend: i64,
}

/// What code refers to.
pub(crate) enum CodeTarget {
    Symbol(Symbol),
    /// An offset in the same function.
    Own(u32),
}

struct Worker {
    ctx: Context,
    builder: FunctionBuilderContext,
}

impl Worker {
    fn new() -> Worker {
        Worker { ctx: Context::new(), builder: FunctionBuilderContext::new() }
    }
}

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::new(Worker::new());
}

/// A function with its key in the cache, and its entry there if that is new.
struct Item {
    func: CompiledFunc,
    cached: Option<(Key, Option<Vec<u8>>)>,
}

/// Compiles all functions of the module that are not in the cache.
pub(crate) fn compile_functions(
    module: &Module,
    config: &BackendConfig,
    isa: &dyn TargetIsa,
    cache: Option<&mut CodeCache>,
) -> Result<Vec<CompiledFunc>, BackendError> {
    let mut items: Vec<(FuncId, Part)> = Vec::with_capacity(module.funcs.len());
    for (id, func) in module.funcs.iter() {
        if func.layout.is_empty() {
            continue;
        }
        items.push((id, Part::Body));
        if func.flags.has_defer && func.recover_block.is_some() {
            items.push((id, Part::Recover));
        }
    }
    // Texts are not cached, and sites are numbers in the code; code for tests is of no use to others.
    let plain = !config.count_sites && !config.poison_frames;
    let cacheable = plain && config.emit_asm.is_none() && config.emit_clif.is_none();
    let mut cache = cache.filter(|_| cacheable);
    let sites = SiteLines::of(module, config.count_sites);
    let input = Input { module, config, isa, sites: &sites };
    let shared = cache.as_deref();
    let compile = |&(id, part): &(FuncId, Part)| compile_or_find(&input, shared, id, part);
    let compiled: Result<Vec<Item>, BackendError> = if config.threads == 1 {
        items.iter().map(compile).collect()
    } else {
        let parallel = || items.par_iter().with_min_len(4).map(compile).collect();
        match config.threads {
            0 => parallel(),
            n => match rayon::ThreadPoolBuilder::new().num_threads(n).build() {
                Ok(pool) => pool.install(parallel),
                Err(_) => parallel(),
            },
        }
    };
    let mut funcs = Vec::with_capacity(items.len());
    for item in compiled? {
        if let (Some(cache), Some((key, fresh))) = (&mut cache, item.cached) {
            cache.record(key, fresh);
        }
        funcs.push(item.func);
    }
    Ok(funcs)
}

fn compile_or_find(
    input: &Input<'_>,
    cache: Option<&CodeCache>,
    id: FuncId,
    part: Part,
) -> Result<Item, BackendError> {
    let Some(cache) = cache else {
        return Ok(Item { func: compile_function(input, id, part)?, cached: None });
    };
    let (key, symbols) = function_key(input.module, input.config, id, part);
    if let Some(func) = cache.get(key, id, part, &symbols) {
        return Ok(Item { func, cached: Some((key, None)) });
    }
    let func = compile_function(input, id, part)?;
    let cached = encode(&func, &symbols).map(|entry| (key, Some(entry)));
    Ok(Item { func, cached })
}

fn compile_function(input: &Input<'_>, id: FuncId, part: Part) -> Result<CompiledFunc, BackendError> {
    let result = WORKER.with_borrow_mut(|worker| {
        let result = catch_unwind(AssertUnwindSafe(|| compile_guarded(input, worker, id, part)));
        if result.is_err() {
            *worker = Worker::new();
        }
        result
    });
    result.unwrap_or_else(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_string()))
            .unwrap_or_else(|| "panic".to_string());
        Err(BackendError { func: input.module.funcs[id].name.clone(), message: text })
    })
}

fn compile_guarded(
    input: &Input<'_>,
    worker: &mut Worker,
    id: FuncId,
    part: Part,
) -> Result<CompiledFunc, BackendError> {
    let func = &input.module.funcs[id];
    let fail = |message: String| BackendError { func: func.name.clone(), message };
    let wants = |filter: &Option<String>| filter.as_ref().is_some_and(|f| func.name.contains(f.as_str()));
    let ctx = &mut worker.ctx;
    ctx.clear();
    translate_function(input, id, part, &mut ctx.func, &mut worker.builder);
    let clif = wants(&input.config.emit_clif).then(|| ctx.func.display().to_string());
    ctx.set_disasm(wants(&input.config.emit_asm));
    if let Err(e) = ctx.compile(input.isa, &mut Default::default()) {
        let text = cranelift_codegen::print_errors::pretty_error(e.func, e.inner);
        return Err(fail(text));
    }
    let compiled = ctx.take_compiled_code().ok_or_else(|| fail("no code".to_string()))?;
    let mut relocs = Vec::with_capacity(compiled.buffer.relocs().len());
    for reloc in compiled.buffer.relocs() {
        let target = match &reloc.target {
            FinalizedRelocTarget::Func(offset) => CodeTarget::Own(*offset),
            FinalizedRelocTarget::ExternalName(name) => CodeTarget::Symbol(
                Symbol::from_external(&ctx.func, name).ok_or_else(|| fail(format!("code refers to {name:?}")))?,
            ),
        };
        relocs.push(CodeReloc { offset: reloc.offset, kind: reloc.kind, target, addend: reloc.addend });
    }
    let mut locs: Vec<(u32, Option<LocId>)> = Vec::new();
    let mut at = 0;
    let mut mark = |offset: u32, loc: Option<LocId>| match locs.last_mut() {
        Some(last) if last.1 == loc => {}
        Some(last) if last.0 == offset => last.1 = loc,
        _ => locs.push((offset, loc)),
    };
    for range in compiled.buffer.get_srclocs_sorted() {
        if range.start > at {
            mark(at, None);
        }
        let loc = (!range.loc.is_default()).then(|| LocId::new(range.loc.bits() as usize));
        mark(range.start, loc);
        at = range.end;
    }
    if at < compiled.buffer.data().len() as u32 {
        mark(at, None);
    }
    Ok(CompiledFunc {
        id,
        part,
        align: compiled.buffer.alignment.max(16),
        code: compiled.buffer.data().to_vec(),
        relocs,
        locs,
        clif,
        text_names: if compiled.vcode.is_some() || wants(&input.config.emit_clif) {
            ctx.func.params.user_named_funcs().values().map(Symbol::from_name).collect()
        } else {
            Vec::new()
        },
        asm: compiled.vcode,
    })
}
