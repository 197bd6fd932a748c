//! Allocations: a stack slot or a call of the allocator, as the site's placement says.

use super::Translator;
use crate::symbol::Symbol;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Value, types};
use cranelift_entity::EntityRef;
use golift_abi::{Builtin, goroutine as g};
use golift_ssa::{Inst, InstId, Layout, Placement, SiteId};

/// Bytes of the stack buffer that string builtins take.
const STRING_BUFFER: u64 = 32;

impl Translator<'_> {
    pub(crate) fn alloc(&mut self, id: InstId, site: SiteId, inst: &Inst) {
        let layout = self.site_layout(site);
        let v = if self.on_stack(id, site) {
            self.zeroed_slot(layout.size, layout.align)
        } else {
            let desc = self.symbol_addr(Symbol::Data(layout.desc), 0);
            self.mark_site(site);
            self.runtime_call(Builtin::rt_new, &[desc])[0]
        };
        self.define(inst.results[0], v);
    }

    pub(crate) fn make_slice(&mut self, id: InstId, site: SiteId, inst: &Inst) {
        let layout = self.site_layout(site);
        let cap = self.const_of(inst.args[1]);
        let v = match cap {
            Some(cap) if self.on_stack(id, site) => {
                self.zeroed_slot(layout.size.saturating_mul(cap as u64), layout.align)
            }
            _ => {
                let desc = self.symbol_addr(Symbol::Data(layout.desc), 0);
                let (len, cap) = (self.arg(inst, 0), self.arg(inst, 1));
                self.mark_site(site);
                self.runtime_call(Builtin::rt_makeslice, &[desc, len, cap])[0]
            }
        };
        self.define(inst.results[0], v);
    }

    fn site_layout(&self, site: SiteId) -> &golift_ssa::Layout {
        let layout = self.module.sites[site].layout;
        let layout: &Layout = match layout {
            Some(l) => &self.module.layouts[l],
            None => panic!("backend: {}: {site} has no layout", self.func.name),
        };
        layout
    }

    fn on_stack(&self, id: InstId, site: SiteId) -> bool {
        match self.module.sites[site].placement {
            Placement::Stack => !self.demoted.contains(&id),
            Placement::Heap => false,
            Placement::Unplaced => panic!("backend: {}: {site} has no placement", self.func.name),
        }
    }

    /// A stack slot, cleared where the operation stands.
    fn zeroed_slot(&mut self, size: u64, align: u64) -> Value {
        let slot = self.new_slot(size, align);
        let addr = self.b.ins().stack_addr(types::I64, slot, 0);
        self.zero(addr, size.next_multiple_of(8), MemFlagsData::new().with_notrap());
        addr
    }

    /// A stack buffer for a builtin that takes one as its first argument, if the site is on the stack.
    pub(crate) fn string_buffer(&mut self, builtin: Builtin, site: SiteId) -> Option<Value> {
        let takes_buffer = matches!(
            builtin,
            Builtin::rt_concat
                | Builtin::rt_bytes_to_string
                | Builtin::rt_string_to_bytes
                | Builtin::rt_runes_to_string
                | Builtin::rt_rune_to_string
        );
        if !takes_buffer || self.module.sites[site].placement != Placement::Stack {
            return None;
        }
        let slot = self.new_slot(STRING_BUFFER, 8);
        Some(self.b.ins().stack_addr(types::I64, slot, 0))
    }

    /// With counting: tells the runtime which site allocates next. Index 0 means none.
    pub(crate) fn mark_site(&mut self, site: SiteId) {
        if self.config.count_sites {
            let index = self.iconst(types::I64, site.index() as i64 + 1);
            let goroutine = self.goroutine();
            self.b.ins().store(MemFlagsData::trusted(), index, goroutine, g::G_SITE);
        }
    }
}
