//! Statements with goroutines that the function waits for, by a group or a channel, and with some that only look like it.
//!
//! Goroutines of one round run in turns (`turn` in the prelude) while the function waits, so that their bodies may be any
//! statements. One that is not waited for blocks first (`later`) and goes on with what it captured when the function, or
//! what runs after it, says so; then all others wait.

use super::types::{Ty, of};
use super::{Generator, Var};
use crate::text::Write;

/// How a goroutine is started and how it says that it has finished.
struct Start {
    /// `wg.Done()`, a send or `close`.
    finish: String,
    /// The group, if its method `Go` starts it.
    by_go: Option<String>,
    /// The turns it takes part in, and which one it is.
    turn: Option<(String, String)>,
    /// What it waits for first.
    gate: Option<String>,
    /// It is the only goroutine at work.
    alone: bool,
    /// It does little.
    lean: bool,
}

impl Generator {
    /// Goroutines, with variables that they share with the frame and that are read afterwards.
    pub(super) fn joined(&mut self, depth: usize) {
        self.sync = true;
        let depth = depth.min(1);
        if self.rng.one_in(4) {
            return self.look_alike(depth);
        }
        if self.rng.one_in(8) {
            return self.converted();
        }
        let shared = self.shared();
        match self.rng.below(7) {
            0..=2 => self.by_group(depth, &shared),
            3 | 4 => self.in_a_loop(depth, &shared),
            _ => self.by_channel(depth, &shared),
        }
        self.read(&shared);
    }

    /// New variables of the frame.
    pub(super) fn shared(&mut self) -> Vec<Var> {
        let from = self.text.scopes.last().map_or(0, Vec::len);
        for _ in 0..1 + self.rng.below(3) {
            if self.rng.one_in(3) { self.loan() } else { self.declaration() }
        }
        self.text.scopes.last().map_or(Vec::new(), |s| s[from..].to_vec())
    }

    pub(super) fn read(&mut self, shared: &[Var]) {
        for v in shared {
            if !self.rng.one_in(3) {
                self.note(&v.name, &v.ty, 3);
            }
        }
    }

    /// What a goroutine does: any statements, and values of its own for what it shares with the frame.
    fn routine(&mut self, depth: usize, shared: &[Var], lean: bool) {
        self.interlude();
        if lean {
            // What is captured are variables of the frame, by reference: the closure holds no pointers into the heap.
            for v in shared {
                if v.assignable && !v.sure {
                    let e = self.simple(&v.ty);
                    self.line(&format!("{} = {e}", v.name));
                }
            }
            return self.interlude();
        }
        if self.rng.one_in(2) {
            self.loan();
        }
        self.some(depth);
        for v in shared {
            if v.assignable && !self.rng.one_in(3) {
                let e = self.value_for(&v.ty, v.sure);
                self.line(&format!("{} = {e}", v.name));
            }
        }
        if self.rng.one_in(4) {
            self.to_global();
        }
        self.interlude();
    }

    /// Others may run, or the collector.
    fn interlude(&mut self) {
        let what = *self.rng.pick(&["runtime.Gosched()", "runtime.Gosched()", "collect()", "churn(9)", "", ""]);
        if !what.is_empty() {
            self.line(what);
        }
    }

    /// Panics of what follows in a function literal go no further.
    fn protect(&mut self) {
        if !self.calm {
            self.line("defer func() { recover() }()");
        }
    }

    pub(super) fn begin(&mut self, head: &str, params: Vec<Var>) {
        self.line(head);
        self.text.indent += 1;
        self.text.scopes.push(params);
    }

    pub(super) fn end(&mut self, tail: &str) {
        self.text.scopes.pop();
        self.text.indent -= 1;
        self.line(tail);
    }

    fn start(&mut self, start: &Start, depth: usize, shared: &[Var]) {
        let outer = self.results.take();
        let mut tail = "}()".to_string();
        let mut at_end = false;
        if let Some(group) = &start.by_go {
            self.begin(&format!("{group}.Go(func() {{"), Vec::new());
            tail = "})".into();
        } else {
            let (params, list, args) = self.arguments(start.alone, shared);
            self.begin(&format!("go func({list}) {{"), params);
            tail = tail.replace("()", &format!("({args})"));
            at_end = self.rng.one_in(2);
            if at_end {
                self.begin("func() {", Vec::new());
            } else if start.finish.contains("<-") {
                self.line(&format!("defer func() {{ {} }}()", start.finish));
            } else {
                self.line(&format!("defer {}", start.finish));
            }
        }
        if let Some((turn, _)) = &start.turn {
            self.line(&format!("defer {turn}.pass()"));
        }
        self.protect();
        if let Some((turn, number)) = &start.turn {
            self.line(&format!("{turn}.wait({number})"));
        }
        if let Some(gate) = &start.gate {
            self.line(&format!("<-{gate}"));
        }
        self.routine(depth, shared, start.lean);
        if at_end {
            self.end("}()");
            self.line(&start.finish);
        }
        self.end(&tail);
        self.results = outer;
    }

    /// Parameters of a literal: as variables, as a list, and the arguments. Those need nothing that others may change.
    fn arguments(&mut self, alone: bool, shared: &[Var]) -> (Vec<Var>, String, String) {
        let mut vars = Vec::new();
        let mut args = Vec::new();
        for v in shared {
            if !self.rng.one_in(4) || self.calm && v.sure {
                continue;
            }
            let (ty, arg, sure) = match &v.ty {
                ty if alone && self.rng.one_in(2) => (ty.clone(), self.expr(ty, 2), false),
                Ty::Val(i) => (Ty::Ptr(*i), format!("&{}", v.name), true),
                ty => (Ty::Ref(of(ty)), format!("&{}", v.name), true),
            };
            vars.push(Var { name: self.fresh("p"), ty, sure, assignable: false });
            args.push(arg);
        }
        let list: Vec<String> = vars.iter().map(|v| format!("{} {}", v.name, v.ty.text())).collect();
        (vars, list.join(", "), args.join(", "))
    }

    /// Some statements of the frame that touch nothing else, while goroutines are at work.
    fn meanwhile(&mut self) {
        match self.rng.below(6) {
            0 => {
                let i = self.rng.below(self.structs.len());
                let k = self.rng.below(40);
                let v = self.declare(&Ty::Ptr(i), true);
                self.line(&format!("{v} := &N{i}{{id: {k}}}"));
                self.line(&format!("_ = {v}"));
            }
            1 => self.line("runtime.Gosched()"),
            // It may panic, for all that the compiler knows.
            2 if self.calm || self.rng.one_in(4) => self.line("churn(5)"),
            _ => {}
        }
    }

    fn group(&mut self) -> String {
        let wg = self.fresh("wg");
        let new = self.rng.one_in(6);
        self.line(&if new { format!("{wg} := new(sync.WaitGroup)") } else { format!("var {wg} sync.WaitGroup") });
        wg
    }

    /// Rounds of goroutines.
    fn by_group(&mut self, depth: usize, shared: &[Var]) {
        let wg = self.group();
        let rounds = 1 + usize::from(self.rng.one_in(3));
        for round in 0..rounds {
            let count = [1, 1, 2, 3][self.rng.below(4)];
            let turn = self.turns(count);
            let told = self.rng.one_in(2);
            // The frame may do anything while all that it started waits.
            let gate = if count == 1 && self.rng.one_in(if self.calm { 3 } else { 12 }) { Some(self.gate()) } else { None };
            if told {
                self.line(&format!("{wg}.Add({count})"));
            }
            for n in 0..count {
                let by_go = if !told && self.rng.one_in(3) { Some(wg.clone()) } else { None };
                if !told && by_go.is_none() {
                    self.line(&format!("{wg}.Add(1)"));
                }
                let start = Start {
                    finish: format!("{wg}.{}", if self.rng.one_in(8) { "Add(-1)" } else { "Done()" }),
                    by_go,
                    turn: turn.clone().map(|t| (t, n.to_string())),
                    gate: gate.clone(),
                    alone: count == 1,
                    lean: self.rng.one_in(4),
                };
                self.start(&start, depth, shared);
                self.meanwhile();
            }
            if let Some(gate) = gate {
                self.some(0);
                let open = *self.rng.pick(&["close(G)", "G <- true"]);
                self.line(&open.replace('G', &gate));
            }
            self.line(&format!("{wg}.Wait()"));
            if round + 1 < rounds {
                self.read(shared);
                self.some(0);
            }
        }
    }

    fn gate(&mut self) -> String {
        let gate = self.fresh("gate");
        self.line(&format!("{gate} := make(chan bool)"));
        gate
    }

    fn turns(&mut self, count: usize) -> Option<String> {
        (count > 1).then(|| {
            let turn = self.fresh("turn");
            self.line(&format!("var {turn} turn"));
            turn
        })
    }

    /// A loop that starts goroutines, perhaps in another loop that waits for them.
    fn in_a_loop(&mut self, depth: usize, shared: &[Var]) {
        let mut shared = shared.to_vec();
        let i = self.rng.below(self.structs.len());
        let all = self.declare(&Ty::Slice(Box::new(Ty::Ptr(i))), false);
        self.line(&format!("var {all} []*N{i}"));
        let outside = self.rng.one_in(2);
        let mut wg = if outside { self.group() } else { String::new() };
        let around = self.rng.one_in(3);
        if around {
            let (j, times) = (self.fresh("i"), 2 + self.rng.below(2));
            self.open(&format!("for {j} := range {times}"));
            self.line(&format!("_ = {j}"));
            self.add(Var { name: j, ty: Ty::Int, sure: false, assignable: false });
            self.line("burn()");
            self.some(0);
        }
        if !outside {
            wg = self.group();
        }
        let turn = self.turns(2);
        let mut count = (1 + self.rng.below(4)).to_string();
        if self.rng.one_in(3) {
            let n = self.fresh("n");
            self.line(&format!("{n} := {count} + d&1"));
            count = n;
        }
        let told = self.rng.one_in(3);
        if told {
            self.line(&format!("{wg}.Add({count})"));
        }
        let k = self.fresh("i");
        let range = self.rng.one_in(2);
        self.open(&if range { format!("for {k} := range {count}") } else { format!("for {k} := 0; {k} < {count}; {k}++") });
        self.add(Var { name: k.clone(), ty: Ty::Int, sure: false, assignable: false });
        let (x, own) = (self.fresh("v"), self.rng.below(3));
        if own > 0 {
            self.line(&format!("{x} := {}N{i}{{id: {k}}}", if own == 1 { "&" } else { "" }));
            let v = Var { name: x.clone(), ty: if own == 1 { Ty::Ptr(i) } else { Ty::Val(i) }, sure: own == 1, assignable: own == 2 };
            self.line(&format!("_ = {x}"));
            self.add(v.clone());
            shared.push(v);
        }
        let by_go = if !told && self.rng.one_in(3) { Some(wg.clone()) } else { None };
        if !told && by_go.is_none() {
            self.line(&format!("{wg}.Add(1)"));
        }
        let start = Start { finish: format!("{wg}.Done()"), by_go, turn: turn.map(|t| (t, k.clone())), gate: None, alone: false, lean: self.rng.one_in(2) };
        self.start_keeping(&start, depth, &shared, &all, if own == 1 { x.clone() } else if own == 2 { format!("&{x}") } else { format!("&N{i}{{id: {k}}}") });
        self.meanwhile();
        self.close("}");
        self.line(&format!("{wg}.Wait()"));
        let known = self.found(|v| shared.iter().any(|s| s.name == v.name));
        if around {
            self.read(&known);
            self.some(0);
            self.close("}");
        }
        self.note(&all, &Ty::Slice(Box::new(Ty::Ptr(i))), 3);
    }

    /// As `start`; the goroutine keeps an object in a list first.
    fn start_keeping(&mut self, start: &Start, depth: usize, shared: &[Var], all: &str, object: String) {
        let from = self.text.out.len();
        self.start(start, depth, shared);
        // Behind the line that waits for its turn.
        let Some((turn, number)) = &start.turn else { return };
        let line = format!("{turn}.wait({number})\n");
        if let Some(at) = self.text.out[from..].find(&line).map(|at| from + at + line.len())
            && !self.rng.one_in(4)
        {
            let indent = "\t".repeat(self.text.indent + 1);
            self.text.out.insert_str(at, &format!("{indent}{all} = append({all}, {object})\n"));
        }
    }

    /// Goroutines that send or close at their end, and as many receives.
    fn by_channel(&mut self, depth: usize, shared: &[Var]) {
        let (ch, count) = (self.fresh("ch"), [1, 1, 1, 2, 3][self.rng.below(5)]);
        let room = ["", ", 1", ", 2"][self.rng.below(3)];
        let turn = self.turns(count);
        let result = shared.iter().find(|v| v.assignable).filter(|_| count == 1 && self.rng.one_in(2)).cloned();
        let ty = result.as_ref().map_or("bool".to_string(), |v| v.ty.text());
        self.line(&format!("{ch} := make(chan {ty}{room})"));
        let close = count == 1 && self.rng.one_in(3);
        for n in 0..count {
            let finish = match &result {
                _ if close => format!("close({ch})"),
                Some(v) => format!("{ch} <- {}", v.name),
                None => format!("{ch} <- true"),
            };
            let start = Start { finish, by_go: None, turn: turn.clone().map(|t| (t, n.to_string())), gate: None, alone: count == 1, lean: self.rng.one_in(4) };
            self.start(&start, depth, shared);
            self.meanwhile();
        }
        match result {
            Some(v) => {
                let got = self.declare(&v.ty, false);
                self.line(&format!("{got} := <-{ch}"));
                self.line(&format!("_ = {got}"));
                self.note(&got, &v.ty, 3);
            }
            None => (0..count).for_each(|_| self.line(&format!("<-{ch}"))),
        }
    }

    /// The part of a goroutine that runs when somebody says so.
    pub(super) fn held(&mut self, later: &str, depth: usize, shared: &[Var]) {
        let outer = self.results.take();
        self.begin("func() {", Vec::new());
        self.line(&format!("defer {later}.leave()"));
        self.protect();
        self.line(&format!("{later}.enter()"));
        let lean = self.rng.one_in(4);
        self.routine(depth, shared, lean);
        self.end("}()");
        self.results = outer;
    }

    /// Text that was converted while a goroutine writes to what it was converted from.
    fn converted(&mut self) {
        let [b, s, t, ch] = ["v", "v", "v", "ch"].map(|p| self.fresh(p));
        let e = self.simple(&Ty::Str);
        let (from_text, by_group, steps) = (self.rng.one_in(3), self.rng.one_in(2), self.rng.one_in(2));
        if from_text {
            self.line(&format!("{s} := {e} + \"text\""));
            self.line(&format!("{b} := []byte({s})"));
        } else {
            self.line(&format!("{b} := []byte({e} + \"text\")"));
            self.line(&format!("{s} := string({b})"));
        }
        let step = self.fresh("step");
        if steps {
            self.line(&format!("{step} := make(chan bool, 1)"));
        }
        if by_group {
            self.line(&format!("var {ch} sync.WaitGroup"));
            self.line(&format!("{ch}.Add(1)"));
        } else {
            self.line(&format!("{ch} := make(chan bool)"));
        }
        self.begin("go func() {", Vec::new());
        self.interlude();
        self.line(&format!("for i := range {b} {{ {b}[i] += byte(i&3) + 1 }}"));
        if steps {
            self.line(&format!("{step} <- true"));
        }
        self.line(&if by_group { format!("{ch}.Done()") } else { format!("{ch} <- true") });
        self.end("}()");
        if steps {
            self.line(&format!("<-{step}"));
        }
        self.line(&format!("{t} := {s} + \"!\""));
        self.line(&if by_group { format!("{ch}.Wait()") } else { format!("<-{ch}") });
        for (name, ty) in [(s, Ty::Str), (t, Ty::Str), (b, Ty::Bytes)] {
            self.note(&name, &ty, 1);
        }
    }
}
