//! Functions in two forms: one that every caller can use, and one that allocates in its caller's region.
//!
//! A function whose summary has objects that it allocates for its caller is called in its local form where these objects
//! die with the caller's frame: there they are on the side stack, and stay when the function returns. The caller owns
//! the region: it releases what was allocated since it was entered when it returns itself (`Func::side_owner`).
//! Where the objects outlive the caller's frame too, but not the frame of its caller, the caller's local form calls the
//! local form. (Regions by caller: Tofte and Talpin 1997; OCaml's local returns.)

use super::graph::{CallAt, Kind};
use super::loop_regions::{LoopRegion, insert_releases};
use super::place::Place;
use super::solve::Solved;
use cranelift_entity::SecondaryMap;
use golift_ssa::{FuncId, Module, Op, Placement, SiteId, Terminator};
use rustc_hash::FxHashMap;

/// What is known of one function.
#[derive(Clone, Default)]
struct Facts {
    /// The calls whose callee can be in its local form in this function's plain form.
    plain: Vec<CallAt>,
    /// Likewise in its local form.
    local: Vec<CallAt>,
    /// Where the sites are in the local form, as far as this differs from the plain form.
    sites: Vec<(SiteId, Place)>,
    /// The loops that release in the plain form.
    regions: Vec<LoopRegion>,
}

/// The functions' facts, and the forms made so far.
#[derive(Default)]
pub(super) struct LocalForms {
    facts: SecondaryMap<FuncId, Option<Facts>>,
    forms: FxHashMap<FuncId, FuncId>,
    /// The first form's id: forms are the module's last functions.
    first: Option<FuncId>,
}

impl LocalForms {
    /// Keeps what a function's solution says.
    pub(super) fn note(&mut self, id: FuncId, solved: &Solved) {
        let mut facts = Facts::default();
        for (_, object) in solved.graph.objects() {
            let Kind::Fresh(at, _) = object.kind else { continue };
            if object.escaped || facts.local.last() == Some(&at) {
                continue;
            }
            facts.local.push(at);
            if !object.lent {
                facts.plain.push(at);
            }
        }
        let differ = solved.decisions.iter().filter(|d| d.plain != d.local);
        facts.sites = differ.map(|d| (d.site, d.local)).collect();
        facts.regions.clone_from(&solved.regions);
        if !facts.local.is_empty() || !facts.sites.is_empty() || !facts.regions.is_empty() {
            self.facts[id] = Some(facts);
        }
    }

    /// Makes the local forms that the plain forms need, and lets calls name them.
    pub(super) fn make(mut self, module: &mut Module) {
        let ids: Vec<FuncId> = module.funcs.keys().collect();
        let mut work = Vec::new();
        for &id in &ids {
            let calls = self.facts[id].as_ref().map(|f| f.plain.clone()).unwrap_or_default();
            self.redirect(module, id, &calls, &mut work);
        }
        while let Some((id, form)) = work.pop() {
            let facts = self.facts[id].clone().unwrap_or_default();
            self.redirect(module, form, &facts.local, &mut work);
            let mut copies: FxHashMap<SiteId, SiteId> = FxHashMap::default();
            for (site, place) in facts.sites {
                let mut copy = module.sites[site].clone();
                (copy.placement, copy.reason) = super::placement(place);
                copy.origin = Some(copy.origin.unwrap_or(site));
                copies.insert(site, module.sites.push(copy));
            }
            for data in module.funcs[form].insts.values_mut() {
                if let Some(site) = data.op.site_mut()
                    && let Some(&copy) = copies.get(site)
                {
                    *site = copy;
                }
            }
        }
        for id in ids {
            module.funcs[id].side_owner = self.owns_region(module, id);
            if let Some(facts) = &self.facts[id]
                && module.funcs[id].side_owner
            {
                insert_releases(&mut module.funcs[id], &facts.regions);
            }
        }
    }

    /// Whether a function in its plain form has objects on the side stack.
    fn owns_region(&self, module: &Module, id: FuncId) -> bool {
        let func = &module.funcs[id];
        func.layout.iter().flat_map(|&b| &func.blocks[b].insts).any(|&inst| match func.insts[inst].op {
            Op::Call(callee) => self.is_form(callee),
            ref op => op.site().is_some_and(|s| module.sites[s].placement == Placement::Side),
        })
    }

    fn is_form(&self, id: FuncId) -> bool {
        self.first.is_some_and(|first| id >= first)
    }

    /// Lets these calls of a function call local forms, which are made where there is none yet.
    fn redirect(&mut self, module: &mut Module, id: FuncId, calls: &[CallAt], work: &mut Vec<(FuncId, FuncId)>) {
        for &at in calls {
            let callee = match at {
                CallAt::Inst(inst, _) => match module.funcs[id].insts[inst].op {
                    Op::Call(callee) => callee,
                    _ => continue,
                },
                CallAt::Tail(block) => match module.funcs[id].blocks[block].term {
                    Terminator::TailCall(callee, _) => callee,
                    _ => continue,
                },
            };
            if self.is_form(callee) {
                continue;
            }
            let form = *self.forms.entry(callee).or_insert_with(|| {
                let copy = module.funcs[callee].clone();
                let form = module.funcs.push(copy);
                self.first.get_or_insert(form);
                work.push((callee, form));
                form
            });
            let func = &mut module.funcs[id];
            match at {
                CallAt::Inst(inst, _) => func.insts[inst].op = Op::Call(form),
                CallAt::Tail(block) => {
                    if let Terminator::TailCall(callee, _) = &mut func.blocks[block].term {
                        *callee = form;
                    }
                }
            }
        }
    }
}
