//! Channels. Spec: Channel types, Send statements, Receive operator, Close.
//!
//! Goroutines that wait stand in a queue of records on their own stacks; values are copied straight from one stack to the other.

use crate::error;
use crate::goroutine::G;
use crate::heap::allocate;
use crate::{schedule, side, typetable, worker};
use golift_abi::program::{ERROR_PLAIN, ERROR_STRING};
use golift_abi::typedesc::{ChanType, TypeDesc};

pub(crate) const WAIT_RECEIVE: usize = 1;
pub(crate) const WAIT_SEND: usize = 2;
const WAIT_RECEIVE_NIL: usize = 12;
const WAIT_SEND_NIL: usize = 13;

/// A channel.
#[repr(C)]
pub(crate) struct Chan {
    /// Buffered elements; compiled code reads it.
    pub(crate) len: usize,
    /// Buffer size; compiled code reads it.
    pub(crate) cap: usize,
    buf: *mut u8,
    elem_size: usize,
    send_at: usize,
    receive_at: usize,
    pub(crate) receivers: Queue,
    pub(crate) senders: Queue,
    pub(crate) closed: bool,
}

/// A goroutine in a queue.
pub(crate) struct Waiter {
    pub(crate) g: *mut G,
    pub(crate) elem: *mut u8,
    pub(crate) next: *mut Waiter,
    pub(crate) prev: *mut Waiter,
    /// The select that waits, or null.
    pub(crate) select: *mut Selecting,
    pub(crate) index: usize,
    /// A value was passed, as opposed to the channel being closed.
    pub(crate) success: bool,
}

/// A waiting select.
pub(crate) struct Selecting {
    /// The case that was chosen by somebody else.
    pub(crate) fired: Option<usize>,
    pub(crate) success: bool,
}

/// Waiters, oldest first.
pub(crate) struct Queue {
    first: *mut Waiter,
    last: *mut Waiter,
}

impl Queue {
    pub(crate) unsafe fn push(&mut self, w: *mut Waiter) {
        // SAFETY: waiters live until they leave the queue.
        unsafe {
            (*w).next = core::ptr::null_mut();
            (*w).prev = self.last;
            if self.last.is_null() {
                self.first = w;
            } else {
                (*self.last).next = w;
            }
            self.last = w;
        }
    }

    pub(crate) unsafe fn remove(&mut self, w: *mut Waiter) {
        // SAFETY: as push; a waiter that has left already has no neighbours and is not first.
        unsafe {
            let (prev, next) = ((*w).prev, (*w).next);
            if !prev.is_null() {
                (*prev).next = next;
            } else if self.first == w {
                self.first = next;
            } else {
                return;
            }
            if next.is_null() {
                self.last = prev;
            } else {
                (*next).prev = prev;
            }
            (*w).prev = core::ptr::null_mut();
            (*w).next = core::ptr::null_mut();
        }
    }

    /// Takes the oldest waiter whose select has not been decided.
    pub(crate) unsafe fn pop(&mut self) -> *mut Waiter {
        // SAFETY: as push.
        unsafe {
            loop {
                let w = self.first;
                if w.is_null() {
                    return w;
                }
                self.remove(w);
                let select = (*w).select;
                if !select.is_null() {
                    if (*select).fired.is_some() {
                        continue;
                    }
                    (*select).fired = Some((*w).index);
                }
                return w;
            }
        }
    }

    /// Whether a waiter is there whose select has not been decided.
    pub(crate) unsafe fn is_waiting(&self) -> bool {
        // SAFETY: as push.
        unsafe {
            let mut w = self.first;
            while !w.is_null() {
                if (*w).select.is_null() || (*(*w).select).fired.is_none() {
                    return true;
                }
                w = (*w).next;
            }
        }
        false
    }
}

unsafe fn wake(g: *mut G, w: *mut Waiter, success: bool) {
    // SAFETY: the waiter was taken from its queue and its goroutine is parked.
    unsafe {
        (*w).success = success;
        if !(*w).select.is_null() {
            (*(*w).select).success = success;
        }
        schedule::ready(worker::of(g), (*w).g);
    }
}

#[inline]
unsafe fn copy(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: element slots of that size.
    unsafe {
        if to.is_null() || size == 0 {
            return;
        }
        if size == 8 {
            *to.cast::<u64>() = *from.cast::<u64>();
        } else {
            core::ptr::copy_nonoverlapping(from, to, size);
        }
    }
}

/// makechan(chan type, size).
pub(crate) unsafe extern "C" fn rt_makechan(g: *mut G, ty: *const ChanType, size: i64) -> *mut Chan {
    // SAFETY: compiled code passes a channel type.
    unsafe { make(g, ty, size, false) }
}

/// makechan on the side stack.
pub(crate) unsafe extern "C" fn rt_side_makechan(g: *mut G, ty: *const ChanType, size: i64) -> *mut Chan {
    // SAFETY: compiled code passes a channel type.
    unsafe { make(g, ty, size, true) }
}

/// Header and buffer are one object, unless the collector has to look for pointers in the buffer.
unsafe fn make(g: *mut G, ty: *const ChanType, size: i64, on_side: bool) -> *mut Chan {
    // SAFETY: a channel type; the objects have the sizes used here.
    unsafe {
        let elem: *const TypeDesc = (*ty).elem;
        let bytes = usize::try_from(size).ok().and_then(|n| n.checked_mul((*elem).size)).filter(|&n| n < 1 << 47);
        let Some(bytes) = bytes else {
            error::raise(g, ERROR_PLAIN, "makechan: size out of range".to_string());
        };
        const HEADER: usize = size_of::<Chan>();
        let site = (*g).head.site;
        let mut p = if on_side { side::take(g, HEADER + bytes, 0) } else { core::ptr::null_mut() };
        let frame_lived = on_side && p.is_null();
        let scalar = (*elem).ptrdata == 0 || bytes == 0;
        if p.is_null() && scalar {
            p = allocate::bytes(g, HEADER + bytes);
        }
        let chan = if p.is_null() { allocate::rt_new(g, typetable::CHAN.desc()).cast::<Chan>() } else { p.cast() };
        if !p.is_null() {
            (*chan).buf = p.add(HEADER);
        } else {
            (*g).head.site = site;
            (*chan).buf = if frame_lived { side::frame_object(g, bytes, elem, 0) } else { allocate::object(g, bytes, elem) };
        }
        (*chan).cap = size as usize;
        (*chan).elem_size = (*elem).size;
        chan
    }
}

impl Chan {
    unsafe fn slot(&self, i: usize) -> *mut u8 {
        // SAFETY: i < cap.
        unsafe { self.buf.add(i * self.elem_size) }
    }

    /// Whether a send would not wait (a closed channel panics at once).
    pub(crate) unsafe fn can_send(&self) -> bool {
        // SAFETY: a live channel.
        self.closed || self.len < self.cap || unsafe { self.receivers.is_waiting() }
    }

    /// Whether a receive would not wait.
    pub(crate) unsafe fn can_receive(&self) -> bool {
        // SAFETY: a live channel.
        self.closed || self.len > 0 || unsafe { self.senders.is_waiting() }
    }

    /// Sends if possible without waiting; panics if closed.
    pub(crate) unsafe fn try_send(&mut self, g: *mut G, elem: *const u8) -> bool {
        // SAFETY: elem holds an element.
        unsafe {
            if self.closed {
                closed_send(g);
            }
            let w = self.receivers.pop();
            if !w.is_null() {
                copy((*w).elem, elem, self.elem_size);
                wake(g, w, true);
                return true;
            }
            if self.len < self.cap {
                copy(self.slot(self.send_at), elem, self.elem_size);
                self.send_at = if self.send_at + 1 == self.cap { 0 } else { self.send_at + 1 };
                self.len += 1;
                return true;
            }
            false
        }
    }

    /// Receives if possible without waiting: whether a value came.
    pub(crate) unsafe fn try_receive(&mut self, g: *mut G, elem: *mut u8) -> Option<bool> {
        // SAFETY: elem is null or has room for an element.
        unsafe {
            if self.len > 0 {
                let slot = self.slot(self.receive_at);
                copy(elem, slot, self.elem_size);
                let w = self.senders.pop();
                if w.is_null() {
                    core::ptr::write_bytes(slot, 0, self.elem_size);
                    self.len -= 1;
                } else {
                    // The buffer is full: the oldest sender's value takes the place that has become free.
                    copy(slot, (*w).elem, self.elem_size);
                    wake(g, w, true);
                }
                self.receive_at = if self.receive_at + 1 == self.cap { 0 } else { self.receive_at + 1 };
                if !w.is_null() {
                    self.send_at = self.receive_at;
                }
                return Some(true);
            }
            let w = self.senders.pop();
            if !w.is_null() {
                copy(elem, (*w).elem, self.elem_size);
                wake(g, w, true);
                return Some(true);
            }
            if self.closed {
                if !elem.is_null() {
                    core::ptr::write_bytes(elem, 0, self.elem_size);
                }
                return Some(false);
            }
            None
        }
    }

    /// Stores a zero element.
    pub(crate) unsafe fn zero(&self, elem: *mut u8) {
        if !elem.is_null() {
            // SAFETY: room for an element.
            unsafe { core::ptr::write_bytes(elem, 0, self.elem_size) };
        }
    }
}

/// The panic of a send on a closed channel.
pub(crate) unsafe fn closed_send(g: *mut G) -> ! {
    // SAFETY: g runs.
    unsafe { error::raise(g, ERROR_PLAIN, "send on closed channel".to_string()) }
}

fn waiter(g: *mut G, elem: *mut u8) -> Waiter {
    Waiter {
        g, elem, next: core::ptr::null_mut(), prev: core::ptr::null_mut(), select: core::ptr::null_mut(), index: 0, success: false,
    }
}

/// chansend(chan, elem ptr).
pub(crate) unsafe extern "C" fn rt_chansend(g: *mut G, chan: *mut Chan, elem: *mut u8) {
    // SAFETY: a channel or null; the waiter outlives the wait.
    unsafe {
        if chan.is_null() {
            forever(g, WAIT_SEND_NIL);
        }
        if (*chan).try_send(g, elem) {
            return;
        }
        let mut w = waiter(g, elem);
        (*chan).senders.push(&mut w);
        schedule::park(g, WAIT_SEND);
        if !(&raw const w.success).read_volatile() {
            closed_send(g);
        }
    }
}

/// chanrecv(chan, elem ptr or null): received.
pub(crate) unsafe extern "C" fn rt_chanrecv(g: *mut G, chan: *mut Chan, elem: *mut u8) -> u8 {
    // SAFETY: as rt_chansend.
    unsafe {
        if chan.is_null() {
            forever(g, WAIT_RECEIVE_NIL);
        }
        if let Some(received) = (*chan).try_receive(g, elem) {
            return u8::from(received);
        }
        let mut w = waiter(g, elem);
        (*chan).receivers.push(&mut w);
        schedule::park(g, WAIT_RECEIVE);
        u8::from((&raw const w.success).read_volatile())
    }
}

/// Waits for nothing.
pub(crate) unsafe fn forever(g: *mut G, reason: usize) -> ! {
    loop {
        // SAFETY: g runs.
        unsafe { schedule::park(g, reason) };
    }
}

/// closechan(chan).
pub(crate) unsafe extern "C" fn rt_closechan(g: *mut G, chan: *mut Chan) {
    // SAFETY: a channel or null.
    unsafe {
        if chan.is_null() {
            error::raise(g, ERROR_PLAIN, "close of nil channel".to_string());
        }
        if (*chan).closed {
            error::raise(g, ERROR_PLAIN, "close of closed channel".to_string());
        }
        (*chan).closed = true;
        loop {
            let w = (*chan).receivers.pop();
            if w.is_null() {
                break;
            }
            (*chan).zero((*w).elem);
            wake(g, w, false);
        }
        loop {
            let w = (*chan).senders.pop();
            if w.is_null() {
                break;
            }
            wake(g, w, false);
        }
    }
}

/// The same by reflection.
pub(crate) use {
    rt_chanrecv as rt_unsafe_chanrecv, rt_chansend as rt_unsafe_chansend, rt_closechan as rt_unsafe_closechan,
    rt_makechan as rt_unsafe_makechan,
};

const _: () = assert!(size_of::<Chan>() <= 96 && ERROR_STRING == 0);
