//! What the Go standard packages ask of the system and of the runtime (`internal/sys`).

use crate::goroutine::{self, G, REGISTRY, Status};
use crate::heap::special::Finalizer;
use crate::heap::{allocate, collect, special, statistics};
use crate::lock::Lock;
use crate::select::Pair;
use crate::{origin, poll, schedule, symbol, text, timer, traceback, worker};
use golift_abi::{DeferClosure, Str};

/// Command-line arguments; the bytes live as long as the process.
static ARGS: Lock<Vec<&'static [u8]>> = Lock::new(Vec::new());
static ENVIRONMENT: Lock<Option<Vec<&'static [u8]>>> = Lock::new(None);

/// Sets the command line.
pub(crate) fn set_args(args: &[Vec<u8>]) {
    *ARGS.lock() = args.iter().map(|a| &*Box::leak(a.clone().into_boxed_slice())).collect();
}

fn errno() -> i64 {
    // SAFETY: the thread's errno.
    i64::from(unsafe { *libc::__errno_location() })
}

/// Write to a file descriptor: bytes written or -errno.
pub(crate) unsafe extern "C" fn rt_write(g: *mut G, fd: i64, p: *const u8, n: usize) -> i64 {
    // SAFETY: valid bytes.
    unsafe {
        loop {
            let part = poll::write_part(g, fd as libc::c_int, n);
            let written = libc::write(fd as libc::c_int, p.cast(), part) as i64;
            if written >= 0 {
                return written;
            }
            match errno() as libc::c_int {
                libc::EINTR => {}
                libc::EAGAIN => poll::block(fd as libc::c_int, libc::POLLOUT),
                libc::EPIPE if fd == 1 || fd == 2 => {
                    // As the official runtime: a broken standard stream ends the program by signal.
                    libc::signal(libc::SIGPIPE, libc::SIG_DFL);
                    libc::raise(libc::SIGPIPE);
                    return -i64::from(libc::EPIPE);
                }
                e => return -i64::from(e),
            }
        }
    }
}

/// Read: bytes read or -errno.
pub(crate) unsafe extern "C" fn rt_read(g: *mut G, fd: i64, p: *mut u8, n: usize) -> i64 {
    // SAFETY: valid room.
    unsafe {
        loop {
            poll::wait(g, fd as libc::c_int, libc::POLLIN);
            let read = libc::read(fd as libc::c_int, p.cast(), n) as i64;
            if read >= 0 {
                return read;
            }
            match errno() as libc::c_int {
                libc::EINTR => {}
                libc::EAGAIN => poll::block(fd as libc::c_int, libc::POLLIN),
                e => return -i64::from(e),
            }
        }
    }
}

/// Any system call: result or -errno.
pub(crate) unsafe extern "C" fn rt_syscall(_g: *mut G, number: i64, a: i64, b: i64, c: i64, d: i64) -> i64 {
    // SAFETY: the Go package is responsible for the arguments.
    unsafe {
        let result = libc::syscall(number as libc::c_long, a, b, c, d);
        if result == -1 { -errno() } else { result as i64 }
    }
}

/// A system call of six arguments: its result or -errno.
#[allow(clippy::too_many_arguments)]
pub(crate) unsafe extern "C" fn rt_syscall6(_g: *mut G, number: i64, a: i64, b: i64, c: i64, d: i64, e: i64, f: i64) -> i64 {
    // SAFETY: the Go package is responsible for the arguments.
    unsafe {
        let result = libc::syscall(number as libc::c_long, a, b, c, d, e, f);
        if result == -1 { -errno() } else { result as i64 }
    }
}

/// os.Exit.
pub(crate) unsafe extern "C" fn rt_exit(_g: *mut G, code: i64) -> ! {
    // SAFETY: a goroutine runs.
    unsafe { schedule::exit(code as i32) }
}

/// Number of command-line arguments.
pub(crate) unsafe extern "C" fn rt_argc(_g: *mut G) -> i64 {
    ARGS.lock().len() as i64
}

fn pair(bytes: Option<&&'static [u8]>) -> Pair {
    bytes.map_or(Pair(0, 0), |b| Pair(b.as_ptr() as u64, b.len() as u64))
}

/// Argument i.
pub(crate) unsafe extern "C" fn rt_argv(_g: *mut G, i: i64) -> Pair {
    pair(ARGS.lock().get(i as usize))
}

/// Environment entry i.
pub(crate) unsafe extern "C" fn rt_environ(_g: *mut G, i: i64) -> Pair {
    let mut environment = ENVIRONMENT.lock();
    let list = environment.get_or_insert_with(|| {
        use std::os::unix::ffi::OsStrExt;
        std::env::vars_os()
            .map(|(k, v)| &*Box::leak([k.as_bytes(), b"=", v.as_bytes()].concat().into_boxed_slice()))
            .collect()
    });
    pair(list.get(i as usize))
}

/// Wall clock: (seconds, nanoseconds).
pub(crate) unsafe extern "C" fn rt_walltime(_g: *mut G) -> Pair {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: writes the struct.
    unsafe { libc::clock_gettime(libc::CLOCK_REALTIME, &mut t) };
    Pair(t.tv_sec as u64, t.tv_nsec as u64)
}

/// Monotonic clock.
pub(crate) unsafe extern "C" fn rt_nanotime(_g: *mut G) -> i64 {
    timer::nanotime()
}

/// A random number.
pub(crate) unsafe extern "C" fn rt_rand(g: *mut G) -> u64 {
    // SAFETY: g runs.
    unsafe { worker::random(worker::of(g)) }
}

fn processors() -> i64 {
    std::thread::available_parallelism().map_or(1, |n| n.get() as i64)
}

/// 0: NumCPU, 1: NumGoroutine, 2: GOMAXPROCS at the start, 3: goroutine id, 4: address of its last memory fault,
/// 5: objects made in frames and on side stacks so far, -1 if the program does not count them.
pub(crate) unsafe extern "C" fn rt_query(g: *mut G, what: i64) -> i64 {
    match what {
        0 => processors(),
        1 => {
            let registry = REGISTRY.lock();
            // SAFETY: structures are never freed.
            let live = registry.all.iter().filter(|&&g| unsafe { (*g).status != Status::Dead && !(*g).system });
            live.count() as i64
        }
        2 => {
            let set = std::env::var("GOMAXPROCS").ok().and_then(|v| v.parse().ok());
            set.filter(|&n| n > 0).unwrap_or_else(processors)
        }
        // SAFETY: g runs.
        3 => unsafe { (*g).id as i64 },
        // SAFETY: likewise.
        4 => unsafe { (*g).fault_address as i64 },
        5 => crate::run::stack_objects().map_or(-1, |n| n as i64),
        _ => 0,
    }
}

/// Sets one of the things that the builtin table lists; the old value.
pub(crate) unsafe extern "C" fn rt_control(g: *mut G, what: i64, value: i64) -> i64 {
    // SAFETY: g runs.
    unsafe {
        match what {
            0 => crate::stack::set_limit(value.max(0) as usize) as i64,
            1 => i64::from(core::mem::replace(&mut (*g).panic_on_fault, value != 0)),
            2 => collect::set_limit(value),
            3 => crate::fatal::set_traceback(value),
            _ => 0,
        }
    }
}

/// time.Sleep.
pub(crate) unsafe extern "C" fn rt_sleep(g: *mut G, ns: i64) {
    if ns <= 0 {
        return;
    }
    // SAFETY: g runs.
    unsafe {
        timer::wake_at(worker::of(g), g, timer::nanotime().saturating_add(ns));
        schedule::park(g, schedule::WAIT_SLEEP);
    }
}

/// runtime.Gosched.
pub(crate) unsafe extern "C" fn rt_gosched(g: *mut G) {
    // SAFETY: g runs.
    unsafe { schedule::yield_now(g) }
}

/// go(defer closure), or with a copy of a closure of that size if `copied` is not 0. What is copied is cleared: it lies in a
/// frame, which would keep what it holds alive.
pub(crate) unsafe extern "C" fn rt_go(g: *mut G, closure: *mut DeferClosure, copied: i64) {
    // SAFETY: g runs; its caller is the go statement, which knows the closure's size.
    unsafe {
        let pc = crate::asm::caller_pc(g);
        let new = goroutine::create(closure, copied as usize, (*g).id, pc);
        core::ptr::write_bytes(closure.cast::<u8>(), 0, copied as usize);
        schedule::start(worker::of(g), new);
    }
}

/// runtime.GC.
pub(crate) unsafe extern "C" fn rt_gc(g: *mut G) {
    // SAFETY: g runs.
    unsafe { collect::collect_forced(g) }
}

/// Counters, in the order that the builtin table gives.
pub(crate) unsafe extern "C" fn rt_memstats(_g: *mut G, out: *mut u64, n: usize) {
    for (i, value) in statistics::snapshot().into_iter().enumerate().take(n) {
        // SAFETY: room for n words.
        unsafe { *out.add(i) = value };
    }
}

/// debug.SetGCPercent.
pub(crate) unsafe extern "C" fn rt_setgcpercent(_g: *mut G, percent: i64) -> i64 {
    collect::set_percent(percent)
}

/// The current goroutine.
pub(crate) unsafe extern "C" fn rt_getg(g: *mut G) -> *mut G {
    g
}

/// runtime.KeepAlive: the use is all.
pub(crate) unsafe extern "C" fn rt_keepalive(_g: *mut G, _object: *const u8) {}

/// Parks the current goroutine.
pub(crate) unsafe extern "C" fn rt_park(g: *mut G, reason: i64) {
    // SAFETY: g runs.
    unsafe { schedule::park_for_go(g, reason as usize) }
}

/// Makes a parked goroutine runnable.
pub(crate) unsafe extern "C" fn rt_ready(g: *mut G, other: *mut G) {
    // SAFETY: other is a goroutine that the Go package has parked or is about to park.
    unsafe { schedule::ready_for_go(worker::of(g), other) }
}

/// Starts a timer: (when, period, f).
pub(crate) unsafe extern "C" fn rt_timer_start(g: *mut G, when: i64, period: i64, f: *mut DeferClosure) -> u64 {
    // SAFETY: g runs; f is a function value without parameters.
    unsafe { timer::call_at(worker::of(g), f, when, period) }
}

/// Stops a timer.
pub(crate) unsafe extern "C" fn rt_timer_stop(_g: *mut G, id: u64) -> u8 {
    u8::from(timer::stop(id))
}

/// Program counters for Go carry the depth of inlining in their upper bits.
const DEPTH_SHIFT: u32 = 56;

/// Program counter of the logical caller `skip` frames up; 0 past the end.
pub(crate) unsafe extern "C" fn rt_caller_pc(g: *mut G, skip: i64) -> u64 {
    let mut left = skip.max(0) as usize;
    // SAFETY: g is in this builtin.
    let (walk, fault_pc) = unsafe { (traceback::Walk::new(g), (*g).fault_pc) };
    for frame in walk {
        let pc = match frame {
            traceback::Frame::Code(pc) => pc,
            traceback::Frame::Panic(panic) => {
                // SAFETY: a panic that the walk found is alive.
                let (goexit, origin) = unsafe { ((*panic).goexit, (*panic).origin) };
                // Package runtime's Goexit has a frame of its own.
                let functions = core::iter::once(&origin::GOPANIC).chain(origin).take(if goexit { 0 } else { usize::MAX });
                match functions.clone().nth(left) {
                    Some(&function) => return origin::pc(function) as u64,
                    None => left -= functions.count(),
                }
                continue;
            }
        };
        // Callers take these for return addresses.
        let pc = if pc == fault_pc { pc + 1 } else { pc };
        if symbol::is_wrapper(pc) {
            continue;
        }
        let depth = symbol::locations(pc - 1).len().max(1);
        if left < depth {
            return pc as u64 | (left as u64) << DEPTH_SHIFT;
        }
        left -= depth;
    }
    if left == 0 { origin::pc(origin::GOROUTINE_START) as u64 } else { 0 }
}

fn location(pc: u64) -> Option<symbol::Location> {
    let (depth, pc) = ((pc >> DEPTH_SHIFT) as usize, pc & ((1 << DEPTH_SHIFT) - 1));
    let at = pc as usize;
    let str_of = |s: &'static str| Str { ptr: s.as_ptr(), len: s.len() };
    if let Some(func) = origin::function(at) {
        return Some(symbol::Location { func: str_of(func), file: str_of(origin::FILE), line: 1, inlined: false });
    }
    // The entry of a function (reflect, FuncForPC) belongs to it, unlike a return address.
    let at = if symbol::function_at(at).is_some_and(|f| f.start as usize == at) { at } else { at.wrapping_sub(1) };
    let mut found = symbol::locations(at).get(depth).copied()?;
    if found.file.len == 0 {
        found.file = str_of(origin::FILE);
        found.line = 1;
    }
    Some(found)
}

fn string_pair(s: Option<Str>) -> Pair {
    s.map_or(Pair(0, 0), |s| Pair(s.ptr as u64, s.len as u64))
}

/// Function name of a program counter.
pub(crate) unsafe extern "C" fn rt_pc_func(_g: *mut G, pc: u64) -> Pair {
    string_pair(location(pc).map(|l| l.func))
}

/// File of a program counter.
pub(crate) unsafe extern "C" fn rt_pc_file(_g: *mut G, pc: u64) -> Pair {
    string_pair(location(pc).map(|l| l.file))
}

/// Entry of the function of a program counter; for inlined code that of the function around it.
pub(crate) unsafe extern "C" fn rt_pc_entry(_g: *mut G, pc: u64) -> u64 {
    let at = (pc & ((1 << DEPTH_SHIFT) - 1)) as usize;
    let func = symbol::function_at(at).or_else(|| symbol::function_at(at.wrapping_sub(1)));
    func.map_or(at as u64, |f| f.start as u64)
}

/// Line of a program counter.
pub(crate) unsafe extern "C" fn rt_pc_line(_g: *mut G, pc: u64) -> i64 {
    location(pc).map_or(0, |l| i64::from(l.line))
}

/// Traceback of the current (0) or all (1) goroutines.
pub(crate) unsafe extern "C" fn rt_stack_text(g: *mut G, all: i64) -> Pair {
    // SAFETY: g is in this builtin.
    unsafe {
        let mut out = traceback::goroutine_text(g);
        // The official runtime starts with the caller of runtime.Stack.
        if let Some(start) = out.find("\nruntime.Stack(") {
            let lines = out[start + 1..].match_indices('\n');
            let end = lines.map(|(i, _)| start + 2 + i).nth(1).unwrap_or(out.len());
            out.replace_range(start + 1..end, "");
        }
        if all != 0 {
            out += &traceback::others_text(g);
        }
        let s = text::from_rust(g, out.as_bytes());
        Pair(s.ptr as u64, s.len as u64)
    }
}

/// Sets or removes a finalizer, also of a variable that shares a small object. Objects in static memory live for ever.
pub(crate) unsafe extern "C" fn rt_setfinalizer(_g: *mut G, object: usize, function: usize, lead: usize, memory: usize) -> i64 {
    match allocate::find_object(object) {
        None => 0,
        Some((base, _)) if base != object && !allocate::may_be_shared(object) => 1,
        Some(_) => 2 * i64::from(!special::set_finalizer(object, Finalizer { function, lead, memory })),
    }
}

/// Registers a cleanup.
pub(crate) unsafe extern "C" fn rt_addcleanup(_g: *mut G, object: usize, function: usize) -> u64 {
    allocate::find_object(object).map_or(0, |(base, _)| special::add_cleanup(base, function))
}

/// Cancels a cleanup.
pub(crate) unsafe extern "C" fn rt_stopcleanup(_g: *mut G, id: u64) {
    special::stop_cleanup(id);
}

/// The weak handle of an object.
pub(crate) unsafe extern "C" fn rt_weak(g: *mut G, object: usize) -> usize {
    if allocate::find_object(object).is_none() {
        return 0;
    }
    let old = special::weak_handle(object);
    if old != 0 {
        return old;
    }
    // SAFETY: g runs; the handle is an object of 8 bytes without pointers.
    unsafe {
        let handle = allocate::bytes(g, 8) as usize;
        *(handle as *mut usize) = object;
        special::set_weak_handle(object, handle);
        handle
    }
}

/// The object of a weak handle.
pub(crate) unsafe extern "C" fn rt_weak_load(_g: *mut G, handle: *const usize) -> usize {
    // SAFETY: a handle or null.
    unsafe { handle.as_ref().map_or(0, |p| *p) }
}

/// math.FMA.
pub(crate) unsafe extern "C" fn rt_fma(_g: *mut G, x: f64, y: f64, z: f64) -> f64 {
    x.mul_add(y, z)
}
