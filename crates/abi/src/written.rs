//! Which memory of its caller a builtin writes to: builtin -> [`Written`].
//!
//! What is not listed may write anywhere; so new builtins are safe by default. Objects that a builtin makes count for
//! nothing, since nobody knew them before.

use crate::Builtin;

/// What a builtin writes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// Nothing that existed before.
    Nothing,
    /// The object that this argument points into.
    Argument(usize),
    /// Nothing itself, but other goroutines may run meanwhile.
    Elsewhere,
    /// Everything that the arguments reach, and what other goroutines reach.
    Anything,
}

impl Builtin {
    /// What the builtin writes to.
    pub fn written(self) -> Written {
        use Builtin::*;
        match self {
            rt_new | rt_makeslice | rt_growslice | rt_keepalive | rt_memequal | rt_cmpstring | rt_eq | rt_efaceeq | rt_concat
            | rt_bytes_to_string | rt_string_to_bytes | rt_runes_to_string | rt_rune_to_string | rt_decoderune | rt_countrunes
            | rt_find_itab | rt_assert_itab | rt_panicdottype | rt_makemap | rt_mapaccess | rt_mapaccess32 | rt_mapaccess64
            | rt_mapaccessstr | rt_makechan | rt_gopanic | rt_gorecover | rt_panicbounds | rt_panicdivide | rt_panicshift | rt_panicnil
            | rt_panicunsafe | rt_panicrange | rt_unreachable | rt_printbool | rt_printint | rt_printuint | rt_printhex | rt_printfloat
            | rt_printfloat32 | rt_printcomplex | rt_printcomplex64 | rt_printstring | rt_printpointer | rt_printslice | rt_printiface
            | rt_fma | rt_exit | rt_argc | rt_argv | rt_environ | rt_walltime | rt_nanotime | rt_rand | rt_query | rt_getg | rt_throw
            | rt_caller_pc | rt_pc_func | rt_pc_file | rt_pc_line | rt_pc_entry | rt_stack_text | rt_unsafe_new
            | rt_unsafe_newarray | rt_unsafe_eq | rt_unsafe_itab | rt_unsafe_mapaccess | rt_unsafe_makemap | rt_unsafe_makechan
            | rt_unsafe_growslice | rt_type_table | rt_reflect_entry | rt_unsafe_hash => Written::Nothing,
            rt_memmove | rt_memmove_scalars | rt_memclr | rt_unsafe_move | rt_unsafe_memclr | rt_mapiternext => Written::Argument(0),
            rt_mapassign | rt_mapassign32 | rt_mapassign64 | rt_mapassignstr | rt_mapdelete | rt_mapclear | rt_unsafe_mapassign
            | rt_unsafe_mapdelete | rt_unsafe_mapclear => Written::Argument(1),
            rt_string_to_runes | rt_mapiterinit | rt_unsafe_mapiterinit => Written::Argument(2),
            rt_write | rt_sleep | rt_gosched => Written::Elsewhere,
            _ => Written::Anything,
        }
    }
}
