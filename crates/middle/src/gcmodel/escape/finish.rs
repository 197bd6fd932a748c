//! Tags of parameters and the messages about all locations.

use super::graph::What;
use super::{Batch, Verdict};
use crate::gcmodel::ir::{Data, F, Op, UNKNOWN};
use crate::gcmodel::leaks::{Leaks, MAX_RESULTS};
use crate::gcmodel::std_facts;
use golift_base::Pos;
use golift_types::{Basic, Type};

impl Batch<'_, '_> {
    pub(super) fn finish(&mut self, funcs: &[F]) {
        let mut members: Vec<F> = funcs.to_vec();
        let mut more: Vec<F> = self.members.iter().copied().filter(|f| !funcs.contains(f)).collect();
        more.sort();
        members.extend(more);
        for f in members {
            let mut index = 1;
            if let Some(mut recv) = self.p.f(f).recv.clone() {
                recv.leaks = self.tag(f, 1, &recv);
                recv.leaks = std_facts::correct(self.w, self.p, f, None, recv.leaks);
                self.p.f_mut(f).recv = Some(recv);
            }
            for i in 0..self.p.f(f).params.len() {
                let param = self.p.f(f).params[i].clone();
                let leaks = self.tag(f, index, &param);
                let leaks = std_facts::correct(self.w, self.p, f, Some(i), leaks);
                index += 1;
                self.p.f_mut(f).params[i].leaks = leaks;
            }
            self.p.f_mut(f).tagged = true;
        }
        for i in 0..self.all.len() {
            self.verdict(self.all[i]);
        }
    }

    fn verdict(&mut self, id: super::LocId) {
        let loc = self.l(id);
        let (escapes, mutates, func) = (loc.escapes, loc.mutates, loc.func);
        let pos = self.loc_pos(id);
        match loc.what {
            What::Temp => {}
            What::Var(v) => {
                let name = self.loc_text(id);
                if escapes {
                    self.say(pos, &format!("moved to heap: {name}"));
                }
                let pos = if pos == UNKNOWN { Pos::NONE } else { pos };
                let (written, inlined) = (self.p.v(v).written, self.p.v(v).inlined);
                self.verdicts.push(Verdict { pos, expr: name, op: Op::Name, func, heap: escapes, written, inlined });
            }
            What::Node(n) => {
                let node = self.p.n(n);
                let (op, written, inlined) = (node.op, node.written, node.inlined);
                let wrapper = op == Op::Closure && matches!(node.data, Data::Func(f) if self.p.f(f).wrapper);
                let text = if matches!(node.data, Data::Builtin(_)) { String::from("append") } else { self.loc_text(id) };
                if !wrapper {
                    self.say(pos, &format!("{text} {}", if escapes { "escapes to heap" } else { "does not escape" }));
                }
                self.verdicts.push(Verdict { pos, expr: text, op, func, heap: escapes, written, inlined });
                if op == Op::StrToBytes && !mutates {
                    self.say(pos, "zero-copy string->[]byte conversion");
                }
            }
        }
    }

    fn say(&mut self, pos: Pos, text: &str) {
        if self.out.level > 0 {
            self.out.say(pos, text);
        }
    }

    /// What a parameter leaks, with its message.
    fn tag(&mut self, f: F, index: usize, param: &crate::gcmodel::ir::Param) -> Leaks {
        let func = self.p.f(f);
        let (pragma, wrapper, has_body) = (func.pragma, func.wrapper, func.body.is_some());
        let std = self.w.package(func.pkg).std;
        // Instances may be in several packages: they and literals in them are not reported.
        let quiet = wrapper || self.p.f(self.p.top_level(f)).instance;
        let name = if param.name.as_str().is_empty() { format!("~p{}", index - 1) } else { param.name.to_string() };
        let uintptr = self.w.as_basic(param.ty) == Some(Basic::Uintptr);
        let named = !param.name.as_str().is_empty();
        let pointers = self.w.has_pointers(param.ty);
        if !has_body {
            if uintptr {
                if !quiet {
                    self.say(param.pos, &format!("assuming {name} is unsafe uintptr"));
                }
                return Leaks::default();
            }
            if !pointers {
                return Leaks::default();
            }
            let atomic = self.w.package(func.pkg).path == "sync/atomic" && func.name.as_str().ends_with("Pointer");
            let safe = pragma.noescape || std && !atomic;
            if !quiet && named {
                let text = if safe { format!("{name} does not escape") } else { format!("leaking param: {name}") };
                self.say(param.pos, &text);
            }
            if !safe {
                return Leaks::unknown();
            }
            let mut leaks = Leaks::default();
            leaks.add_mutator(0);
            leaks.add_callee(0);
            return leaks;
        }
        if pragma.uintptr_escapes {
            if uintptr {
                if !quiet {
                    self.say(param.pos, &format!("marking {name} as escaping uintptr"));
                }
                return Leaks::default();
            }
            if let Type::Slice(elem) = self.w.under(param.ty)
                && self.w.as_basic(*elem) == Some(Basic::Uintptr)
                && self.p.f(f).variadic
                && self.p.f(f).params.last().is_some_and(|l| l.pos == param.pos)
            {
                if !quiet {
                    self.say(param.pos, &format!("marking {name} as escaping ...uintptr"));
                }
                return Leaks::unknown();
            }
        }
        if !pointers {
            return Leaks::default();
        }
        let Some(v) = param.var else { return Leaks::default() };
        let loc = self.var_location(v);
        let mut leaks = self.l(loc).leaks;
        leaks.optimize();
        if !quiet && !self.l(loc).escapes {
            self.report_leaks(f, param.pos, &name, leaks);
        }
        if self.l(loc).escapes {
            leaks.add_heap(0);
        }
        leaks
    }

    fn report_leaks(&mut self, f: F, pos: Pos, name: &str, leaks: Leaks) {
        let mut warned = false;
        if let Some(d) = leaks.heap {
            self.say(pos, &format!("leaking param{}: {name}", if d == 0 { "" } else { " content" }));
            warned = true;
        }
        for i in 0..MAX_RESULTS {
            if let (Some(d), Some(&v)) = (leaks.results[i], self.p.f(f).results.get(i)) {
                let result = self.p.v(v).name;
                self.say(pos, &format!("leaking param: {name} to result {result} level={d}"));
                warned = true;
            }
        }
        if !warned {
            self.say(pos, &format!("{name} does not escape"));
        }
    }
}
