//! Sweeping: unreached objects become free by copying the mark bits over the allocation bits. Objects themselves are not
//! touched (they are zeroed when a cache takes them), so sweeping is eager and its counts are exact.

use super::classes::PAGE;
use super::span::Span;
use super::Heap;

/// What freed memory is filled with in stress mode.
pub(crate) const POISON: u8 = 0xdb;

impl Heap {
    /// Frees everything unmarked; rebuilds the lists of spans with room. The caches are flushed.
    pub(crate) fn sweep(&mut self) {
        for layout in &mut self.layouts.list {
            layout.partial.clear();
        }
        let poison = self.stress != 0;
        let mut kept = Vec::with_capacity(self.spans.len());
        for p in core::mem::take(&mut self.spans) {
            // SAFETY: registered spans exist; the world is stopped.
            let span = unsafe { &mut *p };
            let before = span.live;
            let words = (span.count as usize).div_ceil(64);
            let mut live = 0;
            for word in 0..words {
                if poison {
                    poison_word(span, word);
                }
                span.allocated[word] &= span.marked[word];
                span.marked[word] = 0;
                live += span.allocated[word].count_ones();
            }
            let freed = u64::from(before - live);
            if freed != 0 {
                span.dirty = true;
                self.counters.frees += freed;
                self.counters.by_class[span.class as usize].1 += freed;
                self.counters.freed_bytes += freed * span.size as u64;
                self.live_bytes -= freed as usize * span.size;
            }
            span.live = live;
            span.cursor = 0;
            span.listed = false;
            if live == 0 {
                let (base, pages, dirty) = (span.base, span.pages, span.dirty);
                self.pages.map_span(base, pages, core::ptr::null_mut());
                self.pages.give_back(base, pages * PAGE, dirty);
                span.types = Vec::new();
                self.spare.push(p);
                continue;
            }
            span.position = kept.len();
            kept.push(p);
            if live < span.count && span.class != 0 {
                span.listed = true;
                self.layouts.list[span.layout as usize].partial.push(p);
            }
        }
        self.spans = kept;
        let pages = &self.pages;
        self.frame_lived.retain(|&base| {
            let span = pages.span_of(base);
            // SAFETY: the table's spans exist.
            !span.is_null() && unsafe { (*span).is_allocated((*span).index(base)) }
        });
    }
}

fn poison_word(span: &mut Span, word: usize) {
    let mut dead = span.allocated[word] & !span.marked[word];
    while dead != 0 {
        let i = word * 64 + dead.trailing_zeros() as usize;
        dead &= dead - 1;
        // SAFETY: a free object of the span.
        unsafe { core::ptr::write_bytes((span.base + i * span.size) as *mut u8, POISON, span.size) };
    }
}
