//! Statements with goroutines that look as if the function waited for them: it may go on, or be left, while they have work to do
//! with its variables.

use super::types::Ty;
use super::{Generator, Var};
use crate::text::Write;

impl Generator {
    /// A goroutine that is not joined, in one of many ways.
    pub(super) fn look_alike(&mut self, depth: usize) {
        // The variables are those of a frame of their own, sometimes.
        let literal = self.rng.one_in(2);
        let outer = if literal { self.results.take() } else { None };
        if literal {
            self.begin("func() {", Vec::new());
            if !self.calm {
                self.line("defer func() { recover() }()");
            }
        }
        let shared = self.shared();
        let (wg, l) = (self.fresh("wg"), self.fresh("later"));
        match self.rng.below(13) {
            0..=4 => self.alike_by_group(depth, &shared, &wg, &l),
            5..=8 => self.alike_on_a_path(depth, &shared, &wg, &l),
            9..=11 => self.alike_by_channel(depth, &shared, &wg, &l),
            _ => self.conversion_while_at_work(&wg, &l),
        }
        self.read(&shared);
        if literal {
            self.end("}()");
            self.results = outer;
            self.line("smash(9)");
        }
    }

    fn hold(&mut self, l: &str) {
        self.line(&format!("{l} := hold()"));
    }

    /// `Wait` comes too early.
    fn alike_by_group(&mut self, depth: usize, shared: &[Var], wg: &str, l: &str) {
        self.line(&format!("var {wg} sync.WaitGroup"));
        // The group would go below zero.
        let never = format!("if {l}.gate == nil {{ {wg}.Done() }}");
        let mut last = String::new();
        match self.rng.below(7) {
            0 => {
                self.hold(l);
                self.line(&format!("{wg}.Add(1)"));
                self.begin("go func() {", Vec::new());
                self.line(&format!("{wg}.Done()"));
                self.held(l, depth, shared);
            }
            1 => {
                self.hold(l);
                self.line(&format!("{wg}.Add(1)"));
                self.begin("go func() {", Vec::new());
                self.begin("defer func() {", Vec::new());
                self.held(l, depth, shared);
                self.end("}()");
                self.line(&format!("defer {wg}.Done()"));
            }
            2 => {
                self.line(&format!("{wg}.Add(2)"));
                self.line(&format!("go func() {{ {wg}.Done(); {wg}.Done() }}()"));
                self.hold(l);
                self.begin("go func() {", Vec::new());
                self.held(l, depth, shared);
                last = never;
            }
            3 => {
                self.hold(l);
                self.begin("go func() {", Vec::new());
                self.held(l, depth, shared);
                last = never;
            }
            4 => {
                self.hold(l);
                self.line(&format!("{wg}.Add(1)"));
                self.begin("go func() {", Vec::new());
                let f = self.fresh("f");
                self.line(&format!("{f} := func() {{ {wg}.Done() }}"));
                self.line(&format!("{f}()"));
                self.held(l, depth, shared);
            }
            5 => {
                let (p, f) = (self.fresh("p"), self.fresh("f"));
                self.line(&format!("{p} := &{wg}"));
                self.line(&format!("{f} := func() {{ {p}.Done() }}"));
                self.line(&format!("{wg}.Add(1)"));
                self.hold(l);
                self.begin("go func() {", Vec::new());
                self.held(l, depth, shared);
                self.line(&never);
                self.end("}()");
                self.line(&format!("{f}()"));
                return self.line(&format!("{wg}.Wait()"));
            }
            _ => {
                // One more is started than the loop before was told of.
                self.line(&format!("{wg}.Add(2)"));
                self.line(&format!("for range 2 {{ go func() {{ {wg}.Done() }}() }}"));
                self.hold(l);
                self.begin("go func() {", Vec::new());
                self.held(l, depth, shared);
                last = never;
            }
        }
        if !last.is_empty() {
            self.line(&last);
        }
        self.end("}()");
        self.line(&format!("{wg}.Wait()"));
        if self.rng.one_in(3) {
            self.some(0);
            self.line(&format!("{l}.finish()"));
        }
    }

    /// `Wait` does not stand on all paths.
    fn alike_on_a_path(&mut self, depth: usize, shared: &[Var], wg: &str, l: &str) {
        self.line(&format!("var {wg} sync.WaitGroup"));
        let how = self.rng.below(if self.calm { 4 } else { 7 });
        if how == 0 {
            let times = 1 + self.rng.below(3);
            self.open(&format!("for range {times}"));
        }
        self.line(&format!("{wg}.Add(1)"));
        self.hold(l);
        self.begin("go func() {", Vec::new());
        self.line(&format!("defer {wg}.Done()"));
        self.held(l, depth, shared);
        self.end("}()");
        let c = self.condition();
        match how {
            0 => {
                self.line(&format!("if {c} {{ break }}"));
                self.line(&format!("{l}.finish()"));
                self.line(&format!("{wg}.Wait()"));
                self.close("}");
            }
            1 | 4.. if !self.calm => {
                // A panic that the analysis cannot tell from an access, or a call, that goes on.
                let (k, i) = (self.rng.below(5), self.rng.below(self.structs.len()));
                let x = self.fresh("x");
                let raise = match self.rng.below(6) {
                    0 => format!("if {c} {{ panic(\"left\") }}"),
                    1 => format!("fail({c})"),
                    2 => format!("{x} := [4]int{{1, 2, 3}}; {x}[(d+tick)&7]++; tick += {x}[0]"),
                    3 => format!("var {x} *N{i}; if {c} {{ {x} = &N{i}{{id: {k}}} }}; {x}.id++"),
                    4 => format!("{x} := map[int]int{{}}; if {c} {{ {x} = nil }}; {x}[{k}] = 1"),
                    _ => format!("{x} := any(d); if {c} {{ {x} = \"\" }}; tick += {x}.(int)"),
                };
                self.line(&raise);
                if self.rng.one_in(2) {
                    self.some(0);
                }
                if self.rng.one_in(4) {
                    self.line("burn()");
                }
                self.line(&format!("{l}.finish()"));
                self.line(&format!("{wg}.Wait()"));
            }
            2 => {
                self.some(0);
                self.line(&format!("defer {wg}.Wait()"));
                self.line(&format!("defer {l}.finish()"));
            }
            _ => {
                self.open(&format!("if {c}"));
                self.line(&format!("{l}.finish()"));
                self.line(&format!("{wg}.Wait()"));
                self.close("}");
            }
        }
    }

    /// Receives that are too few, or may take something else.
    fn alike_by_channel(&mut self, depth: usize, shared: &[Var], ch: &str, l: &str) {
        let how = self.rng.below(4);
        self.line(&format!("{ch} := make(chan bool, 2)"));
        match how {
            0 => self.line(&format!("go func() {{ {ch} <- true }}()")),
            1 => self.line(&format!("go func() {{ close({ch}) }}()")),
            _ => {}
        }
        self.hold(l);
        self.begin("go func() {", Vec::new());
        if how == 2 {
            self.line(&format!("{ch} <- true"));
        }
        self.held(l, depth, shared);
        match how {
            1 => self.line(&format!("if {l}.gate == nil {{ close({ch}) }}")),
            2 => {}
            _ => self.line(&format!("{ch} <- true")),
        }
        self.end("}()");
        match how {
            1 => {
                self.line(&format!("<-{ch}"));
                self.line(&format!("<-{ch}"));
            }
            3 => self.line(&format!("select {{ case <-{ch}: default: }}")),
            _ => self.line(&format!("<-{ch}")),
        }
        if self.rng.one_in(3) {
            self.some(0);
            self.line(&format!("{l}.finish()"));
        }
    }

    /// Text and bytes are converted, and the goroutine writes to the bytes then; here it is joined.
    fn conversion_while_at_work(&mut self, wg: &str, l: &str) {
        let (b, s, t) = (self.fresh("v"), self.fresh("v"), self.fresh("v"));
        let e = self.expr(&Ty::Str, 1);
        self.line(&format!("{b} := []byte({e} + \"text\")"));
        self.line(&format!("var {wg} sync.WaitGroup"));
        let early = self.rng.one_in(2);
        if early {
            self.line(&format!("{s} := string({b})"));
        }
        self.hold(l);
        self.line(&format!("{wg}.Add(1)"));
        self.begin("go func() {", Vec::new());
        self.line(&format!("defer {wg}.Done()"));
        self.line(&format!("defer {l}.leave()"));
        self.line(&format!("{l}.enter()"));
        self.line(&format!("for i := range {b} {{ {b}[i] += byte(i&3) + 1 }}"));
        self.end("}()");
        if !early {
            self.line(&format!("{s} := string({b})"));
        }
        self.line(&format!("{t} := []byte({s})"));
        if self.rng.one_in(2) {
            self.line(&format!("{l}.finish()"));
            self.note(&s, &Ty::Str, 1);
        } else {
            self.line(&format!("if len({t}) > 5 {{ {l}.finish() }} else {{ {l}.finish() }}"));
        }
        self.line(&format!("{wg}.Wait()"));
        for (name, ty) in [(b, Ty::Bytes), (s, Ty::Str), (t, Ty::Bytes)] {
            self.note(&name, &ty, 1);
            self.add(Var { name, ty, sure: false, assignable: true });
        }
    }
}
