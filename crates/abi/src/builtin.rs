//! The runtime's entry points: one table, read by lowering (signatures, effects), the backend (calls)
//! and the runtime (addresses).
//!
//! A builtin is an `extern "C"` function whose first parameter is the goroutine (`*mut G`), followed by the
//! listed words. One result returns in the C result register, two integer results as a `repr(C)` pair of words.
//! Builtins with a Go name (`"time.now"`) implement a bodyless function of the embedded standard packages:
//! its flattened parameters and results are the listed words.

/// A machine word of a builtin's signature.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Word {
    I8, I32, I64, F32, F64, Ptr,
}

/// What the compiler knows of a builtin.
#[derive(Clone, Copy, Debug)]
pub struct BuiltinInfo {
    /// The Rust symbol, and the name in the text IR.
    pub name: &'static str,
    /// The Go function that it implements (`time.now`), or empty.
    pub go_name: &'static str,
    /// Parameters after the goroutine.
    pub params: &'static [Word],
    /// At most two results; two only if neither is a float.
    pub results: &'static [Word],
    /// `NORETURN | …`.
    pub flags: u32,
}

/// Never returns.
pub const NORETURN: u32 = 1;
/// Pointer arguments are neither kept nor returned, nor is anything reachable from them.
pub const NOESCAPE: u32 = 2;
/// The (first) result is a fresh object, or null.
pub const ALLOC: u32 = 4;
/// No effects, and the result depends on the arguments (and the memory they point to) alone.
pub const PURE: u32 = 8;
/// May switch to another goroutine.
pub const BLOCKS: u32 = 16;

macro_rules! builtins {
    ($($(#[doc = $doc:literal])* $id:ident $go:literal ($($p:ident),*) -> ($($r:ident),*) [$($f:ident),*];)*) => {
        /// A runtime entry point. The Rust symbol is the variant's name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        #[allow(non_camel_case_types)]
        pub enum Builtin { $($(#[doc = $doc])* $id,)* }

        /// The table, in the order of [`Builtin`].
        pub const BUILTINS: &[BuiltinInfo] = &[$(BuiltinInfo {
            name: stringify!($id), go_name: $go, params: &[$(Word::$p),*], results: &[$(Word::$r),*], flags: 0 $(| $f)*,
        },)*];

        /// All builtins, in order.
        pub const ALL: &[Builtin] = &[$(Builtin::$id),*];

        /// Calls the macro `$m` with the names of all builtins, for the runtime's address table.
        #[macro_export]
        macro_rules! for_each_builtin { ($m:ident) => { $m! { $($id),* } }; }
    };
}

impl Builtin {
    /// The table's entry.
    pub fn info(self) -> &'static BuiltinInfo {
        &BUILTINS[self as usize]
    }

    /// The builtin with this name in the text IR.
    pub fn by_name(name: &str) -> Option<Builtin> {
        ALL.iter().copied().find(|b| b.info().name == name)
    }

    /// The builtin that implements the Go function `package.name`.
    pub fn by_go_name(name: &str) -> Option<Builtin> {
        ALL.iter().copied().find(|b| b.info().go_name == name)
    }

    /// Whether the first argument says where the result is: null for the heap, a buffer in the frame for one that fits in it, or
    /// `ON_SIDE`.
    pub fn takes_buffer(self) -> bool {
        use Builtin::*;
        matches!(self, rt_concat | rt_bytes_to_string | rt_string_to_bytes | rt_runes_to_string | rt_rune_to_string)
    }

    /// The builtin that makes on the side stack what this one makes on the heap; `None` for those that an argument tells.
    pub fn side_form(self) -> Option<Builtin> {
        match self {
            Builtin::rt_string_to_runes => Some(Builtin::rt_side_string_to_runes),
            Builtin::rt_makemap => Some(Builtin::rt_side_makemap),
            Builtin::rt_makechan => Some(Builtin::rt_side_makechan),
            _ => None,
        }
    }

    /// Whether what it makes can be on the side stack.
    pub fn may_be_on_side(self) -> bool {
        self.takes_buffer() || self.side_form().is_some() || self == Builtin::rt_growslice
    }
}

builtins! {
    /// new(type): zeroed object.
    rt_new "" (Ptr) -> (Ptr) [ALLOC, NOESCAPE];
    /// makeslice(elem type, len, cap): zeroed array; panics as Go for bad sizes.
    rt_makeslice "" (Ptr, I64, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// The entry of an owner on a goroutine whose side limit is a mark: sees to a slot and gives the owner's limit.
    rt_side_enter "" () -> (I64) [NOESCAPE];
    /// sidealloc(type, size): a zeroed object, or array of such objects, on the side stack; on the heap if there is no room.
    rt_side_alloc "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// makeslice on the side stack.
    rt_side_makeslice "" (Ptr, I64, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// new(type) for an object that its frame has no room for: on the heap, but it may point into stacks.
    rt_frame_new "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// With counting: an object of this many bytes, of the site that was told, is made in a slot of the frame.
    rt_count_slot "" (I64) -> () [NOESCAPE];
    /// stringtoslicerune on the side stack.
    rt_side_string_to_runes "" (Ptr, I64, Ptr) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// makemap on the side stack.
    rt_side_makemap "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// makechan on the side stack.
    rt_side_makechan "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// growslice(elem type, old ptr, old len, old cap, new len, room): (new ptr, new cap), old elements copied, the rest zeroed; Go's growth rule.
    /// room is null or an `AppendRoom` in the caller's frame, from which arrays are taken while they fit, or `ON_SIDE`.
    rt_growslice "" (Ptr, Ptr, I64, I64, I64, Ptr) -> (Ptr, I64) [ALLOC];
    /// memmove(dst, src, n).
    rt_memmove "" (Ptr, Ptr, I64) -> () [NOESCAPE];
    /// memmove(dst, src, n) of memory without pointers: nothing that lies there matters to the collector.
    rt_memmove_scalars "" (Ptr, Ptr, I64) -> () [NOESCAPE];
    /// memclr(ptr, n).
    rt_memclr "" (Ptr, I64) -> () [NOESCAPE];
    /// runtime.KeepAlive(pointer): a use that nothing removes.
    rt_keepalive "" (Ptr) -> () [NOESCAPE];
    /// memequal(p, q, n): 0 or 1.
    rt_memequal "" (Ptr, Ptr, I64) -> (I8) [PURE, NOESCAPE];
    /// cmpstring(p, plen, q, qlen): -1, 0, 1.
    rt_cmpstring "" (Ptr, I64, Ptr, I64) -> (I64) [PURE, NOESCAPE];
    /// eq(type, p, q): values at p and q equal by Go's ==; may panic for interfaces.
    rt_eq "" (Ptr, Ptr, Ptr) -> (I8) [NOESCAPE];
    /// efaceeq(type, data1, data2): dynamic types already known equal and not nil.
    rt_efaceeq "" (Ptr, Ptr, Ptr) -> (I8) [NOESCAPE];

    /// concat(buf, array of strings, n): buf null, 32 bytes on the stack for the result, or `ON_SIDE`; likewise below.
    rt_concat "" (Ptr, Ptr, I64) -> (Ptr, I64) [ALLOC];
    /// slicebytetostring(buf, ptr, len).
    rt_bytes_to_string "" (Ptr, Ptr, I64) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// stringtoslicebyte(buf, ptr, len): (ptr, cap).
    rt_string_to_bytes "" (Ptr, Ptr, I64) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// stringtoslicerune(ptr, len, out cap): (ptr, len); *out = cap.
    rt_string_to_runes "" (Ptr, I64, Ptr) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// slicerunetostring(buf, ptr, len).
    rt_runes_to_string "" (Ptr, Ptr, I64) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// intstring(buf, rune).
    rt_rune_to_string "" (Ptr, I64) -> (Ptr, I64) [ALLOC, NOESCAPE];
    /// decoderune(ptr, len, index): (rune, next index); the byte at index is >= 0x80.
    rt_decoderune "" (Ptr, I64, I64) -> (I64, I64) [PURE, NOESCAPE];
    /// countrunes(ptr, len).
    rt_countrunes "" (Ptr, I64) -> (I64) [PURE, NOESCAPE];

    /// assert_iface(interface type, dynamic type): itab, or null if the type lacks a method or is null.
    rt_find_itab "" (Ptr, Ptr) -> (Ptr) [NOESCAPE];
    /// assert_iface_panic(interface type, dynamic type or null, static interface type): itab, or panics with a *runtime.TypeAssertionError.
    rt_assert_itab "" (Ptr, Ptr, Ptr) -> (Ptr) [NOESCAPE];
    /// panicdottype(dynamic type or null, wanted concrete type, static interface type).
    rt_panicdottype "" (Ptr, Ptr, Ptr) -> () [NORETURN, NOESCAPE];

    /// makemap(map type, hint).
    rt_makemap "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// mapaccess1(map type, map, key ptr): element ptr or null.
    rt_mapaccess "" (Ptr, Ptr, Ptr) -> (Ptr) [NOESCAPE];
    /// mapaccess for 4-byte keys.
    rt_mapaccess32 "" (Ptr, Ptr, I32) -> (Ptr) [NOESCAPE];
    /// mapaccess for 8-byte keys.
    rt_mapaccess64 "" (Ptr, Ptr, I64) -> (Ptr) [NOESCAPE];
    /// mapaccess for string keys.
    rt_mapaccessstr "" (Ptr, Ptr, Ptr, I64) -> (Ptr) [NOESCAPE];
    /// mapassign(map type, map, key ptr): element ptr; panics on a nil map.
    rt_mapassign "" (Ptr, Ptr, Ptr) -> (Ptr) [];
    /// mapassign for 4-byte keys.
    rt_mapassign32 "" (Ptr, Ptr, I32) -> (Ptr) [];
    /// mapassign for 8-byte keys without pointers.
    rt_mapassign64 "" (Ptr, Ptr, I64) -> (Ptr) [];
    /// mapassign for string keys.
    rt_mapassignstr "" (Ptr, Ptr, Ptr, I64) -> (Ptr) [];
    /// mapdelete(map type, map, key ptr).
    rt_mapdelete "" (Ptr, Ptr, Ptr) -> () [NOESCAPE];
    /// mapclear(map type, map).
    rt_mapclear "" (Ptr, Ptr) -> () [NOESCAPE];
    /// mapiterinit(map type, map, iter): positions the iterator at a random first entry; key is null if there is none.
    rt_mapiterinit "" (Ptr, Ptr, Ptr) -> () [];
    /// mapiternext(iter).
    rt_mapiternext "" (Ptr) -> () [];

    /// makechan(chan type, size): panics as Go for bad sizes.
    rt_makechan "" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// chansend(chan, elem ptr).
    rt_chansend "" (Ptr, Ptr) -> () [BLOCKS];
    /// chanrecv(chan, elem ptr or null): received (0: closed and drained, zero value stored).
    rt_chanrecv "" (Ptr, Ptr) -> (I8) [BLOCKS];
    /// closechan(chan).
    rt_closechan "" (Ptr) -> () [NOESCAPE];
    /// select(cases, n, block): (chosen index or -1 for default, received).
    rt_select "" (Ptr, I64, I64) -> (I64, I64) [BLOCKS];

    /// go(defer closure, size): starts a goroutine; with a size above 0 the closure is copied to its stack, and cleared.
    rt_go "" (Ptr, I64) -> () [];
    /// deferagain(defer closure): has the deferred call that runs run once more before the others of its frame.
    rt_defer_again "" (Ptr) -> () [NOESCAPE];
    /// gopanic(type, data): `panic(v)`.
    rt_gopanic "" (Ptr, Ptr) -> () [NORETURN];
    /// gorecover(frame pointer of the calling function): (type, data), nil if that function was not called by a panic's defer run.
    rt_gorecover "" (Ptr) -> (Ptr, Ptr) [];
    /// panicbounds(BoundsKind, 1 if the index is signed); index and length are in `GHead::bounds`.
    rt_panicbounds "" (I64, I64) -> () [NORETURN];
    /// Integer division by zero.
    rt_panicdivide "" () -> () [NORETURN];
    /// Negative shift amount.
    rt_panicshift "" () -> () [NORETURN];
    /// Nil pointer dereference found by an explicit check.
    rt_panicnil "" () -> () [NORETURN];
    /// unsafe.Slice / unsafe.String with bad length: kind 0 slice len, 1 slice ptr nil, 2 string len, 3 string ptr nil.
    rt_panicunsafe "" (I64) -> () [NORETURN];
    /// The body of a loop over a function was called when it may not be: state 1 it returned false, 2 it panicked, 3 the loop is over; 4 the iterator recovered its panic.
    rt_panicrange "" (I64) -> () [NORETURN];
    /// `throw`-like: control reached a place that the compiler proved unreachable.
    rt_unreachable "" () -> () [NORETURN];

    /// print(bool).
    rt_printbool "" (I8) -> () [];
    /// print(signed).
    rt_printint "" (I64) -> () [];
    /// print(unsigned).
    rt_printuint "" (I64) -> () [];
    /// print(hex), for uintptr.
    rt_printhex "" (I64) -> () [];
    /// print(float).
    rt_printfloat "" (F64) -> () [];
    /// print(float32): the shortest text depends on the width.
    rt_printfloat32 "" (F32) -> () [];
    /// print(complex).
    rt_printcomplex "" (F64, F64) -> () [];
    /// print(complex64).
    rt_printcomplex64 "" (F32, F32) -> () [];
    /// print(string).
    rt_printstring "" (Ptr, I64) -> () [NOESCAPE];
    /// print(pointer, map, chan, func).
    rt_printpointer "" (Ptr) -> () [NOESCAPE];
    /// print(slice): [len/cap]ptr.
    rt_printslice "" (Ptr, I64, I64) -> () [NOESCAPE];
    /// print(interface): (type,data).
    rt_printiface "" (Ptr, Ptr) -> () [NOESCAPE];

    /// Fused x*y+z, for processors without the instruction.
    rt_fma "" (F64, F64, F64) -> (F64) [PURE, NOESCAPE];

    /// Write to a file descriptor: bytes written or -errno.
    rt_write "internal/sys.Write" (I64, Ptr, I64) -> (I64) [NOESCAPE];
    /// Read: bytes read or -errno.
    rt_read "internal/sys.Read" (I64, Ptr, I64) -> (I64) [NOESCAPE];
    /// Any system call: result or -errno. (number, a1..a4)
    rt_syscall "internal/sys.Syscall" (I64, I64, I64, I64, I64) -> (I64) [NOESCAPE];
    /// A system call of six arguments: (number, a1 … a6) -> result or -errno.
    rt_syscall6 "internal/sys.Syscall6" (I64, I64, I64, I64, I64, I64, I64) -> (I64) [NOESCAPE];
    /// os.Exit.
    rt_exit "internal/sys.Exit" (I64) -> () [NORETURN];
    /// Number of command-line arguments.
    rt_argc "internal/sys.Argc" () -> (I64) [NOESCAPE];
    /// Argument i as a string.
    rt_argv "internal/sys.Argv" (I64) -> (Ptr, I64) [NOESCAPE];
    /// Environment entry i ("K=V"); empty past the end.
    rt_environ "internal/sys.Environ" (I64) -> (Ptr, I64) [NOESCAPE];
    /// Wall clock: (seconds since 1970, nanoseconds).
    rt_walltime "internal/sys.Walltime" () -> (I64, I64) [NOESCAPE];
    /// Monotonic clock in nanoseconds.
    rt_nanotime "internal/sys.Nanotime" () -> (I64) [NOESCAPE];
    /// A random 64-bit number.
    rt_rand "internal/sys.Rand" () -> (I64) [NOESCAPE];
    /// Bits of GOMAXPROCS etc. 0: NumCPU, 1: NumGoroutine, 2: GOMAXPROCS, 3: goroutine id.
    rt_query "internal/sys.Query" (I64) -> (I64) [NOESCAPE];

    /// time.Sleep.
    rt_sleep "internal/sys.Sleep" (I64) -> () [BLOCKS];
    /// runtime.Gosched.
    rt_gosched "internal/sys.Gosched" () -> () [BLOCKS];
    /// runtime.Goexit.
    rt_goexit "internal/sys.Goexit" () -> () [NORETURN];
    /// runtime.GC.
    rt_gc "internal/sys.GC" () -> () [NOESCAPE];
    /// Fills an array of n u64 in the order Alloc, TotalAlloc, Sys, Mallocs, Frees, HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects, StackInuse, StackSys, NextGC, LastGC, PauseTotalNs, NumGC, NumForcedGC, last pause in ns, GC metadata bytes.
    rt_memstats "internal/sys.MemStats" (Ptr, I64) -> () [NOESCAPE];
    /// debug.SetGCPercent: old value.
    rt_setgcpercent "internal/sys.SetGCPercent" (I64) -> (I64) [NOESCAPE];
    /// Starts a program from a request of package os: its process number or -errno.
    rt_spawn "internal/sys.Spawn" (Ptr) -> (I64) [NOESCAPE];
    /// What happens on a signal: 0 what happened before the first call, 1 nothing, 2 rt_signal_next gives it.
    rt_signal_handle "internal/sys.SignalHandle" (I64, I64) -> () [NOESCAPE];
    /// The number of a signal that came, 0 if there is none.
    rt_signal_next "internal/sys.SignalNext" () -> (I64) [NOESCAPE];
    /// The current goroutine, for park and ready.
    rt_getg "internal/sys.Getg" () -> (Ptr) [NOESCAPE];
    /// Parks the current goroutine; reason is an index of the wait reasons in tracebacks (see runtime).
    rt_park "internal/sys.Park" (I64) -> () [BLOCKS];
    /// Makes a parked goroutine runnable.
    rt_ready "internal/sys.Ready" (Ptr) -> () [];
    /// Starts a timer: (when nanotime, period, func value called as f() on a new goroutine-less tick, ) -> handle.
    rt_timer_start "internal/sys.TimerStart" (I64, I64, Ptr) -> (I64) [];
    /// Stops a timer: 1 if it was pending.
    rt_timer_stop "internal/sys.TimerStop" (I64) -> (I8) [];
    /// fatal error: msg (not recoverable), exit status 2.
    rt_throw "internal/sys.Throw" (Ptr, I64) -> () [NORETURN, NOESCAPE];
    /// runtime.Callers-like: program counter of the caller `skip` frames up, 0 past the end.
    rt_caller_pc "internal/sys.CallerPC" (I64) -> (I64) [NOESCAPE];
    /// Function name of a pc: string.
    rt_pc_func "internal/sys.PCFunc" (I64) -> (Ptr, I64) [NOESCAPE];
    /// File of a pc: string.
    rt_pc_file "internal/sys.PCFile" (I64) -> (Ptr, I64) [NOESCAPE];
    /// Line of a pc.
    rt_pc_line "internal/sys.PCLine" (I64) -> (I64) [NOESCAPE];
    /// Sets something and returns the old value: 0 the limit of a stack in bytes, 1 whether this goroutine panics at memory faults
    /// away from nil, 2 the limit of the heap in bytes, 3 which tracebacks fatal errors print (0 none, 1 one, 2 all).
    rt_control "internal/sys.Control" (I64, I64) -> (I64) [NOESCAPE];
    /// Entry of the function of a pc.
    rt_pc_entry "internal/sys.PCEntry" (I64) -> (I64) [NOESCAPE];
    /// Traceback of the current (0) or all (1) goroutines as bytes of a string.
    rt_stack_text "internal/sys.StackText" (I64) -> (Ptr, I64) [NOESCAPE];
    /// Sets a finalizer, or removes it: (object, func value or null, word that stands before the object or null, number of results
    /// in memory). 0: done; 1: the pointer is not to the start of an object; 2: there is a finalizer.
    rt_setfinalizer "internal/sys.SetFinalizer" (Ptr, Ptr, Ptr, I64) -> (I64) [];
    /// new object of a type known at run time (reflect).
    rt_unsafe_new "internal/sys.UnsafeNew" (Ptr) -> (Ptr) [ALLOC, NOESCAPE];
    /// new array of a type known at run time.
    rt_unsafe_newarray "internal/sys.UnsafeNewArray" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// Equality of two values of a type known at run time.
    rt_unsafe_eq "internal/sys.UnsafeEqual" (Ptr, Ptr, Ptr) -> (I8) [NOESCAPE];
    /// memmove for Go code.
    rt_unsafe_move "internal/sys.Memmove" (Ptr, Ptr, I64) -> () [NOESCAPE];
    /// Itab for (interface type, concrete type) or null.
    rt_unsafe_itab "internal/sys.FindItab" (Ptr, Ptr) -> (Ptr) [NOESCAPE];
    /// Map access by reflection: element ptr or null.
    rt_unsafe_mapaccess "internal/sys.MapAccess" (Ptr, Ptr, Ptr) -> (Ptr) [NOESCAPE];
    /// Map assignment by reflection.
    rt_unsafe_mapassign "internal/sys.MapAssign" (Ptr, Ptr, Ptr) -> (Ptr) [];
    /// Map iteration by reflection, the iterator is a zeroed *[16]uint64.
    rt_unsafe_mapiterinit "internal/sys.MapIterInit" (Ptr, Ptr, Ptr) -> () [];
    /// Next entry.
    rt_unsafe_mapiternext "internal/sys.MapIterNext" (Ptr) -> () [];
    /// Map deletion by reflection: (map type, map, key ptr).
    rt_unsafe_mapdelete "internal/sys.MapDelete" (Ptr, Ptr, Ptr) -> () [NOESCAPE];
    /// clear(m) by reflection: (map type, map).
    rt_unsafe_mapclear "internal/sys.MapClear" (Ptr, Ptr) -> () [NOESCAPE];
    /// make(map) by reflection: (map type, hint).
    rt_unsafe_makemap "internal/sys.MakeMap" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// make(chan) by reflection: (chan type, size).
    rt_unsafe_makechan "internal/sys.MakeChan" (Ptr, I64) -> (Ptr) [ALLOC, NOESCAPE];
    /// Send by reflection: (chan, elem ptr).
    rt_unsafe_chansend "internal/sys.ChanSend" (Ptr, Ptr) -> () [BLOCKS];
    /// Receive by reflection: (chan, elem ptr): received.
    rt_unsafe_chanrecv "internal/sys.ChanRecv" (Ptr, Ptr) -> (I8) [BLOCKS];
    /// Close by reflection.
    rt_unsafe_closechan "internal/sys.CloseChan" (Ptr) -> () [NOESCAPE];
    /// select by reflection: (cases, n, block) as rt_select.
    rt_unsafe_select "internal/sys.Select" (Ptr, I64, I64) -> (I64, I64) [BLOCKS];
    /// growslice by reflection.
    rt_unsafe_growslice "internal/sys.GrowSlice" (Ptr, Ptr, I64, I64, I64) -> (Ptr, I64) [ALLOC];
    /// memclr for Go code.
    rt_unsafe_memclr "internal/sys.Memclr" (Ptr, I64) -> () [NOESCAPE];
    /// Type descriptor i of the program, null past the end.
    rt_type_table "internal/sys.TypeTable" (I64) -> (Ptr) [];
    /// Entries for calls by reflection: 0 the function value of `func(code, registers)`, 1 the code of made functions.
    rt_reflect_entry "internal/sys.ReflectEntry" (I64) -> (Ptr) [];
    /// Hash of a value of a type known at run time: (type, ptr, seed); panics for unhashable dynamic types.
    rt_unsafe_hash "internal/sys.Hash" (Ptr, Ptr, I64) -> (I64) [NOESCAPE];
    /// Registers f() to run once the object is unreachable; returns a handle.
    rt_addcleanup "internal/sys.AddCleanup" (Ptr, Ptr) -> (I64) [];
    /// Cancels a cleanup by its handle.
    rt_stopcleanup "internal/sys.StopCleanup" (I64) -> () [NOESCAPE];
    /// The weak handle of an object: an 8-byte object that holds the hidden pointer, cleared when the object is collected.
    rt_weak "internal/sys.WeakHandle" (Ptr) -> (Ptr) [];
    /// The object of a weak handle, or null.
    rt_weak_load "internal/sys.WeakLoad" (Ptr) -> (Ptr) [];
}
