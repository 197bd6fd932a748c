//! Running a program: in this process for the JIT, or as the whole of it for an image.

use crate::heap::{self, HEAP, special};
use crate::worker;
use crate::{fault, goroutine, interface, poll, preempt, program, schedule, system, timer};
use golift_abi::DeferClosure;
use golift_abi::program::{PROGRAM_MAGIC, ProgramInfo};

/// How to run a program.
#[derive(Clone, Debug, Default)]
pub struct RunConfig {
    /// Count allocations by site; the program must have been compiled for it.
    pub allocs: bool,
}

/// What one allocation site has allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteCount {
    /// `a.go:3:9`; `runtime` for the runtime's own objects.
    pub position: String,
    /// The printed expression.
    pub expr: String,
    /// The compiler's verdict.
    pub verdict: String,
    /// Heap objects.
    pub count: u64,
    /// Their bytes, in size classes.
    pub bytes: u64,
    /// Objects on the side stack.
    pub side_count: u64,
    /// Their bytes.
    pub side_bytes: u64,
}

/// Runs a program to its end and returns its exit status. `os.Exit` and fatal errors come back here as well.
///
/// # Safety
/// `info` and everything it points to is a correctly compiled program that stays in memory; one program runs at a time.
pub unsafe fn run_program(info: *const ProgramInfo, args: &[Vec<u8>], config: RunConfig) -> i32 {
    // SAFETY: the caller's promise.
    let program = unsafe { &*info };
    assert_eq!(program.magic, PROGRAM_MAGIC, "not a compiled program");
    program::set(info);
    system::set_args(args);
    // A program that was compiled for counting counts.
    heap::start(if config.allocs { program.site_count.max(1) } else { program.site_count });
    interface::start();
    preempt::set_code(program.code_start as usize, program.code_end as usize);
    let main = DeferClosure { code: program.entry, link: core::ptr::null_mut() };
    // SAFETY: the entry is a Go function that ignores its context.
    let code = unsafe { run_goroutine((&raw const main).cast_mut()) };
    preempt::set_code(0, 0);
    code
}

/// Runs `main` as goroutine 1, with everything it starts.
pub(crate) unsafe fn run_goroutine(main: *mut DeferClosure) -> i32 {
    abort_on_rust_panics();
    goroutine::reset();
    timer::reset();
    poll::reset();
    special::reset();
    let worker = worker::install();
    fault::install();
    preempt::install();
    // SAFETY: this thread's worker; main outlives the run.
    unsafe {
        schedule::spawn(worker, main, 0, 0, false);
        let code = schedule::run(worker);
        preempt::disarm(worker);
        preempt::uninstall();
        let mut heap = HEAP.lock();
        for cache in (*worker).caches.all() {
            heap.flush(cache);
        }
        // Spans that caches held are off the lists: the next collection puts them back.
        drop(heap);
        worker::uninstall(worker);
        code
    }
}

/// A Rust panic on a goroutine's stack cannot unwind: it says where it was and ends the process.
fn abort_on_rust_panics() {
    let earlier = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if worker::current().is_null() {
            earlier(info);
            return;
        }
        crate::print::write_err(format!("golift runtime: internal error: {info}\n").as_bytes());
        // SAFETY: ends the process.
        unsafe { libc::abort() };
    }));
}

/// The allocation counts of the program that has run, by site, most bytes on the heap first; sites that allocated nothing are
/// left out.
pub fn allocation_report() -> Vec<SiteCount> {
    let heap = HEAP.lock();
    let sites = program::info().map_or(&[][..], |p| program::table(p.sites, p.site_count));
    let text = crate::text::lossy;
    let mut list: Vec<SiteCount> = heap
        .sites
        .iter()
        .zip(&heap.side_sites)
        .enumerate()
        .filter(|(_, (c, side))| c.0 != 0 || side.0 != 0)
        .map(|(i, (&(count, bytes), &(side_count, side_bytes)))| {
            let (position, expr, verdict) = match sites.get(i) {
                Some(site) if i != 0 => (text(site.position), text(site.expr), text(site.verdict)),
                _ => ("runtime".into(), String::new(), String::new()),
            };
            SiteCount { position, expr, verdict, count, bytes, side_count, side_bytes }
        })
        .collect();
    let weight = |site: &SiteCount| core::cmp::Reverse((site.bytes, site.side_bytes));
    list.sort_by(|a, b| weight(a).cmp(&weight(b)).then(a.position.cmp(&b.position)).then(a.expr.cmp(&b.expr)));
    list
}

/// `MemStats.Mallocs` of the program that has run (or runs).
pub fn total_mallocs() -> u64 {
    heap::statistics::snapshot()[3]
}

/// How many objects the program has made in frames and on side stacks; `None` if it was not compiled to count them.
pub fn stack_objects() -> Option<u64> {
    let heap = HEAP.lock();
    let lines = heap.side_sites.iter().chain(&heap.slot_sites);
    (!heap.sites.is_empty()).then(|| lines.map(|line| line.0).sum())
}

/// Writes what the program that has run allocated to the file that `GOLIFT_COUNTS` names: heap objects, their bytes, and
/// objects on stacks if it was compiled to count them.
pub fn write_counts() {
    let Some(file) = std::env::var_os("GOLIFT_COUNTS") else { return };
    let [_, bytes, _, objects, ..] = heap::statistics::snapshot();
    let stack = stack_objects().map_or(String::new(), |n| format!(" {n}"));
    let _ = std::fs::write(file, format!("{objects} {bytes}{stack}\n"));
}
