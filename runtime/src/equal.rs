//! Equality and hashing of values, by interpreting their type descriptors. Spec: Comparison operators.

use crate::error;
use crate::goroutine::G;
use crate::{text, worker};
use golift_abi::program::{ERROR_PLAIN, ERROR_STRING};
use golift_abi::typedesc::{
    ArrayType, FLAG_COMPARABLE, FLAG_DIRECT_IFACE, FLAG_REGULAR_MEMORY, InterfaceType, Kind, StructType, TypeDesc,
};
use golift_abi::{Eface, Iface, Str};

/// Whether n bytes agree.
#[inline]
pub(crate) unsafe fn bytes_equal(p: *const u8, q: *const u8, n: usize) -> bool {
    // SAFETY: the caller's pointers are readable for n bytes.
    unsafe { p == q || core::slice::from_raw_parts(p, n) == core::slice::from_raw_parts(q, n) }
}

/// Whether two strings agree.
#[inline]
pub(crate) unsafe fn strings_equal(a: Str, b: Str) -> bool {
    // SAFETY: valid strings.
    unsafe { a.len == b.len && (a.len == 0 || bytes_equal(a.ptr, b.ptr, a.len)) }
}

/// The fields of a struct type.
pub(crate) unsafe fn fields(ty: *const TypeDesc) -> &'static [golift_abi::typedesc::StructField] {
    // SAFETY: a descriptor of kind Struct.
    unsafe { crate::program::table((*ty.cast::<StructType>()).fields, (*ty.cast::<StructType>()).field_count) }
}

/// Whether the values at p and q are equal by Go's ==; panics for uncomparable dynamic types.
pub(crate) unsafe fn equal(g: *mut G, ty: *const TypeDesc, p: *const u8, q: *const u8) -> bool {
    // SAFETY: p and q hold values of the type.
    unsafe {
        let t = &*ty;
        if t.flags & FLAG_REGULAR_MEMORY != 0 {
            return match t.size {
                8 => *p.cast::<u64>() == *q.cast::<u64>(),
                4 => *p.cast::<u32>() == *q.cast::<u32>(),
                1 => *p == *q,
                n => bytes_equal(p, q, n),
            };
        }
        match t.kind {
            k if k == Kind::String as u8 => strings_equal(*p.cast::<Str>(), *q.cast::<Str>()),
            k if k == Kind::Float64 as u8 => *p.cast::<f64>() == *q.cast::<f64>(),
            k if k == Kind::Float32 as u8 => *p.cast::<f32>() == *q.cast::<f32>(),
            k if k == Kind::Complex128 as u8 => *p.cast::<[f64; 2]>() == *q.cast::<[f64; 2]>(),
            k if k == Kind::Complex64 as u8 => *p.cast::<[f32; 2]>() == *q.cast::<[f32; 2]>(),
            k if k == Kind::Interface as u8 => {
                let (a, b) = (dynamic(ty, p), dynamic(ty, q));
                a.ty == b.ty && (a.ty.is_null() || dynamic_equal(g, a.ty, a.data, b.data))
            }
            k if k == Kind::Struct as u8 => {
                !differ_at_once(ty, p, q)
                    && fields(ty).iter().all(|f| {
                        text::of(f.name) == b"_" || equal(g, f.ty, p.add(f.offset), q.add(f.offset))
                    })
            }
            k if k == Kind::Array as u8 => {
                let a = &*ty.cast::<ArrayType>();
                let size = (*a.elem).size;
                (0..a.len).all(|i| equal(g, a.elem, p.add(i * size), q.add(i * size)))
            }
            _ if t.flags & FLAG_COMPARABLE == 0 => uncomparable(g, t),
            _ => bytes_equal(p, q, t.size),
        }
    }
}

/// Whether two structs differ in a word or in the length of a string: these are compared before any string's contents, as
/// the official compiler does, but not beyond a field whose comparison may panic.
unsafe fn differ_at_once(ty: *const TypeDesc, p: *const u8, q: *const u8) -> bool {
    // SAFETY: p and q hold values of the struct type.
    unsafe {
        for f in fields(ty) {
            let (t, p, q) = (&*f.ty, p.add(f.offset), q.add(f.offset));
            let differ = match t.kind {
                k if k == Kind::String as u8 => (*p.cast::<Str>()).len != (*q.cast::<Str>()).len,
                _ if t.flags & FLAG_REGULAR_MEMORY != 0 => t.size <= 8 && !bytes_equal(p, q, t.size),
                k if k == Kind::Interface as u8 || k == Kind::Struct as u8 || k == Kind::Array as u8 => return false,
                _ => false,
            };
            if differ && text::of(f.name) != b"_" {
                return true;
            }
        }
        false
    }
}

fn uncomparable(g: *mut G, ty: &TypeDesc) -> ! {
    // SAFETY: g runs.
    unsafe { error::raise(g, ERROR_STRING, format!("comparing uncomparable type {}", text::lossy(ty.string))) }
}

/// The dynamic type and data word of an interface variable.
pub(crate) unsafe fn dynamic(ty: *const TypeDesc, p: *const u8) -> Eface {
    // SAFETY: p holds a value of the interface type.
    unsafe {
        if (*ty.cast::<InterfaceType>()).method_count == 0 {
            return *p.cast::<Eface>();
        }
        let i = *p.cast::<Iface>();
        Eface { ty: if i.tab.is_null() { core::ptr::null() } else { (*i.tab).ty }, data: i.data }
    }
}

/// Whether two interface values with the same dynamic type are equal.
pub(crate) unsafe fn dynamic_equal(g: *mut G, ty: *const TypeDesc, a: *const u8, b: *const u8) -> bool {
    // SAFETY: data words of values of the type.
    unsafe {
        if (*ty).flags & FLAG_COMPARABLE == 0 {
            uncomparable(g, &*ty);
        }
        if (*ty).flags & FLAG_DIRECT_IFACE != 0 { a == b } else { equal(g, ty, a, b) }
    }
}

const K0: u64 = 0xa076_1d64_78bd_642f;
const K1: u64 = 0xe703_7ed1_a0b4_28db;
const K2: u64 = 0x8ebc_6af0_9c88_c6e3;

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let m = u128::from(a) * u128::from(b);
    m as u64 ^ (m >> 64) as u64
}

/// Hash of a word.
#[inline]
pub(crate) fn hash_word(word: u64, seed: u64) -> u64 {
    fold(word ^ seed, K0)
}

/// Hash of bytes: folded multiplication, 16 bytes a step.
#[inline]
pub(crate) unsafe fn hash_bytes(p: *const u8, n: usize, seed: u64) -> u64 {
    // SAFETY: p is readable for n bytes; all reads stay inside.
    unsafe {
        let word = |i: usize| p.add(i).cast::<u64>().read_unaligned();
        let half = |i: usize| u64::from(p.add(i).cast::<u32>().read_unaligned());
        let mut h = seed;
        let (a, b) = if n <= 16 {
            if n >= 8 {
                (word(0), word(n - 8))
            } else if n >= 4 {
                (half(0), half(n - 4))
            } else if n > 0 {
                (u64::from(*p) << 16 | u64::from(*p.add(n / 2)) << 8 | u64::from(*p.add(n - 1)), 0)
            } else {
                (0, 0)
            }
        } else {
            let mut i = 0;
            while i + 16 < n {
                h = fold(word(i) ^ K1, word(i + 8) ^ h);
                i += 16;
            }
            (word(n - 16), word(n - 8))
        };
        fold(K2 ^ n as u64, fold(a ^ K1, b ^ h))
    }
}

fn hash_float(g: *mut G, f: f64, seed: u64) -> u64 {
    if f == 0.0 {
        hash_word(0, seed)
    } else if f.is_nan() {
        // A NaN equals nothing: any hash will do, and equal ones would cluster.
        // SAFETY: g runs on this worker.
        unsafe { worker::random(worker::of(g)) }
    } else {
        hash_word(f.to_bits(), seed)
    }
}

/// Hash of a value; equal values have equal hashes. Panics for unhashable dynamic types.
pub(crate) unsafe fn hash(g: *mut G, ty: *const TypeDesc, p: *const u8, seed: u64) -> u64 {
    // SAFETY: p holds a value of the type.
    unsafe {
        let t = &*ty;
        if t.flags & FLAG_REGULAR_MEMORY != 0 {
            return match t.size {
                8 => hash_word(*p.cast::<u64>(), seed),
                4 => hash_word(u64::from(*p.cast::<u32>()), seed),
                n => hash_bytes(p, n, seed),
            };
        }
        match t.kind {
            k if k == Kind::String as u8 => {
                let s = *p.cast::<Str>();
                hash_bytes(s.ptr, s.len, seed)
            }
            k if k == Kind::Float64 as u8 => hash_float(g, *p.cast::<f64>(), seed),
            k if k == Kind::Float32 as u8 => hash_float(g, f64::from(*p.cast::<f32>()), seed),
            k if k == Kind::Complex128 as u8 => {
                hash_float(g, *p.cast::<f64>().add(1), hash_float(g, *p.cast::<f64>(), seed))
            }
            k if k == Kind::Complex64 as u8 => {
                let c = *p.cast::<[f32; 2]>();
                hash_float(g, f64::from(c[1]), hash_float(g, f64::from(c[0]), seed))
            }
            k if k == Kind::Interface as u8 => {
                let v = dynamic(ty, p);
                if v.ty.is_null() {
                    return hash_word(0, seed);
                }
                if (*v.ty).flags & FLAG_COMPARABLE == 0 {
                    unhashable(g, &*v.ty);
                }
                if (*v.ty).flags & FLAG_DIRECT_IFACE != 0 {
                    hash_word(v.data as u64, seed)
                } else {
                    hash(g, v.ty, v.data, seed)
                }
            }
            k if k == Kind::Struct as u8 => fields(ty).iter().fold(seed, |h, f| {
                if text::of(f.name) == b"_" { h } else { hash(g, f.ty, p.add(f.offset), h) }
            }),
            k if k == Kind::Array as u8 => {
                let a = &*ty.cast::<ArrayType>();
                let size = (*a.elem).size;
                (0..a.len).fold(seed, |h, i| hash(g, a.elem, p.add(i * size), h))
            }
            _ if t.flags & FLAG_COMPARABLE == 0 => unhashable(g, t),
            _ => hash_bytes(p, t.size, seed),
        }
    }
}

fn unhashable(g: *mut G, ty: &TypeDesc) -> ! {
    // SAFETY: g runs.
    unsafe {
        if core::mem::take(&mut (*g).checking_key) {
            error::raise(g, ERROR_PLAIN, format!("hash of unhashable type: {}", text::lossy(ty.string)));
        }
        error::raise(g, ERROR_STRING, format!("hash of unhashable type {}", text::lossy(ty.string)))
    }
}

/// eq(type, p, q).
pub(crate) unsafe extern "C" fn rt_eq(g: *mut G, ty: *const TypeDesc, p: *const u8, q: *const u8) -> u8 {
    // SAFETY: compiled code passes values of the type; nil pointers are caught here.
    unsafe {
        error::check_nil(g, p, (*ty).size);
        error::check_nil(g, q, (*ty).size);
        u8::from(equal(g, ty, p, q))
    }
}

/// efaceeq(type, data1, data2).
pub(crate) unsafe extern "C" fn rt_efaceeq(g: *mut G, ty: *const TypeDesc, a: *const u8, b: *const u8) -> u8 {
    // SAFETY: data words of values of the type.
    unsafe { u8::from(dynamic_equal(g, ty, a, b)) }
}

/// Equality by reflection.
pub(crate) unsafe extern "C" fn rt_unsafe_eq(g: *mut G, ty: *const TypeDesc, p: *const u8, q: *const u8) -> u8 {
    // SAFETY: as rt_eq.
    unsafe { u8::from(equal(g, ty, p, q)) }
}

/// Hash by reflection.
pub(crate) unsafe extern "C" fn rt_unsafe_hash(g: *mut G, ty: *const TypeDesc, p: *const u8, seed: u64) -> u64 {
    // SAFETY: p holds a value of the type.
    unsafe { hash(g, ty, p, seed) }
}

/// memequal(p, q, n).
pub(crate) unsafe extern "C" fn rt_memequal(g: *mut G, p: *const u8, q: *const u8, n: usize) -> u8 {
    // SAFETY: readable memory, or nil.
    unsafe {
        error::check_nil(g, p, n);
        error::check_nil(g, q, n);
        u8::from(n == 0 || bytes_equal(p, q, n))
    }
}
