//! The heap checker of stress mode: no heap object points into a goroutine stack or side stack, because the escape analysis
//! promises it. Excepted are the objects that take the place of one in a frame (`frame_lived`).
//!
//! A goroutine may point into the stack of another that waits for it. Of those that have not started yet their closures
//! are checked: they must not be in frames that were left. (Stacks are scanned without knowing what is a pointer, so that
//! of the others nothing can be said; that the memory of left frames is poisoned shows their mistakes.)

use super::Heap;
use super::layout::pointer_at;
use super::span::Scan;
use crate::{goroutine, side, stack};

impl Heap {
    /// Dies with a message if a live object holds the address of a stack variable. Called after sweeping.
    pub(crate) fn check(&self) {
        if let Some(text) = self.violation() {
            crate::fatal::throw(&text);
        }
    }

    /// What is wrong with the heap, if anything is.
    pub(crate) fn violation(&self) -> Option<String> {
        let goroutines = goroutine::living();
        // SAFETY: the goroutines are stopped.
        let segments = goroutines.iter().flat_map(|&g| unsafe { stack::segments(g) }.map(move |(start, end)| (start, end, g)));
        let mut segments: Vec<_> = segments.collect();
        segments.sort_unstable();
        let on_a_stack = |address: usize| {
            let at = segments.partition_point(|s| s.0 <= address).checked_sub(1)?;
            let (_, end, g) = segments[at];
            (address < end).then_some(g)
        };
        for &g in &goroutines {
            // SAFETY: the goroutines are stopped.
            let (id, closure) = unsafe { ((*g).id, (*g).closure as usize) };
            let left = if side::contains(closure) {
                // SAFETY: as above.
                !goroutines.iter().any(|&owner| unsafe {
                    let (start, end) = side::used(owner);
                    (start..end).contains(&closure)
                })
            } else {
                // SAFETY: as above.
                on_a_stack(closure).is_some_and(|owner| unsafe { !stack::used(owner).any(|(sp, top)| (sp..top).contains(&closure)) })
            };
            if left {
                return Some(format!("goroutine {id} is to run the closure {closure:#x}, in a frame that was left"));
            }
        }
        for &span in &self.spans {
            // SAFETY: registered spans exist; the world is stopped.
            let span = unsafe { &*span };
            if span.scan == Scan::None {
                continue;
            }
            for i in (0..span.count as usize).filter(|&i| span.is_allocated(i)) {
                let base = span.base + i * span.size;
                if self.frame_lived.contains(&base) {
                    continue;
                }
                for word in 0..span.size / 8 {
                    // SAFETY: inside the object; descriptors cover what they describe.
                    let is_pointer = unsafe {
                        match span.scan {
                            Scan::Mask => span.mask >> word & 1 != 0,
                            _ => span.types[i].as_ref().is_some_and(|ty| {
                                let at = (word * 8) % ty.size;
                                at < ty.ptrdata && pointer_at(ty, at / 8)
                            }),
                        }
                    };
                    if !is_pointer {
                        continue;
                    }
                    // SAFETY: inside the object.
                    let value = unsafe { *((base + word * 8) as *const usize) };
                    if side::contains(value) {
                        return Some(format!(
                            "heap object {base:#x} (size {}) holds {value:#x} at offset {}, an address in a side stack",
                            span.size, word * 8
                        ));
                    }
                    if let Some(g) = on_a_stack(value) {
                        // SAFETY: structures are never freed.
                        let id = unsafe { (*g).id };
                        return Some(format!(
                            "heap object {base:#x} (size {}) holds {value:#x} at offset {}, an address in the stack of goroutine {id}",
                            span.size, word * 8
                        ));
                    }
                }
            }
        }
        None
    }
}
