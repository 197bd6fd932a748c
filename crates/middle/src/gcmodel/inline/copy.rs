//! Copies of bodies, with variables and function literals of their own.

use super::Inliner;
use crate::gcmodel::ir::{Data, F, Inline, N, Op, Program, V};
use golift_base::Pos;
use rustc_hash::FxHashMap;

/// What a copy changes.
pub(super) struct Copy {
    /// The function that the copy belongs to.
    pub into: F,
    /// New variables for old.
    pub vars: FxHashMap<V, V>,
    /// Where the copy stands, if that is another place.
    pub pos: Option<Pos>,
    /// Whether what is copied keeps its positions.
    pub keep_pos: bool,
    /// The entry in the tree of inlined calls.
    pub inlined: u32,
    /// The function that is inlined.
    pub callee: Option<F>,
    /// New nodes for old ones that variables may be defined by.
    pub nodes: FxHashMap<N, N>,
}

impl Copy {
    /// Copies a list.
    pub(super) fn list(&mut self, p: &mut Program, list: &[N]) -> Vec<N> {
        list.iter().map(|&n| self.node(p, n)).collect()
    }

    /// Copies a tree.
    pub(super) fn node(&mut self, p: &mut Program, n: N) -> N {
        let mut node = p.n(n).clone();
        if let Some(pos) = self.pos {
            if !self.keep_pos && self.callee.is_none_or(|f| !p.f(f).fixed_pos) {
                node.pos = pos;
            }
            if self.inlined != 0 && !self.keep_pos {
                node.inlined = p.chain(self.inlined, node.inlined);
            }
        }
        node.init = self.list(p, &node.init);
        node.x = node.x.map(|x| self.node(p, x));
        node.y = node.y.map(|x| self.node(p, x));
        node.z = node.z.map(|x| self.node(p, x));
        node.list = self.list(p, &node.list);
        node.rhs = self.list(p, &node.rhs);
        node.body = self.list(p, &node.body);
        match node.data {
            Data::Var(v) => node.data = Data::Var(self.vars.get(&v).copied().unwrap_or(v)),
            Data::Func(f) if node.op == Op::Closure => {
                let g = self.literal(p, f);
                node.data = Data::Func(g);
                let m = p.add(node);
                p.f_mut(g).closure = Some(m);
                self.nodes.insert(n, m);
                return m;
            }
            _ => {}
        }
        let m = p.add(node);
        self.nodes.insert(n, m);
        m
    }

    /// New variables for a function's own.
    pub(super) fn variables(&mut self, p: &mut Program, old: &[V], of: F) -> Vec<V> {
        old.iter()
            .map(|&v| {
                let mut var = p.v(v).clone();
                var.func = of;
                if self.inlined != 0 {
                    var.inlined = p.chain(self.inlined, var.inlined);
                }
                let new = p.add_var(var);
                self.vars.insert(v, new);
                new
            })
            .collect()
    }

    /// Sets what defines the new variables, after the nodes were copied.
    pub(super) fn definitions(&self, p: &mut Program, vars: &[V]) {
        for &v in vars {
            if let Some(defn) = p.v(v).defn
                && let Some(&new) = self.nodes.get(&defn)
            {
                p.v_mut(v).defn = Some(new);
            }
        }
    }

    fn literal(&mut self, p: &mut Program, f: F) -> F {
        let mut func = p.f(f).clone();
        func.outer = Some(self.into);
        // It is named after what it was written in, as a literal of where the copy stands.
        if let Some(callee) = self.callee {
            let around = if p.f(f).outer == Some(callee) { callee } else { self.into };
            let word = if p.f(self.into).outer.is_some() { "." } else { ".func" };
            let name = func.name.as_str();
            let end = match (name.rfind("-range"), name.rfind('.')) {
                (Some(r), d) if d.is_none_or(|d| d < r) => name[r..].to_owned(),
                (_, Some(d)) => {
                    let last = name[d + 1..].trim_start_matches("func");
                    if last.bytes().all(|b| b.is_ascii_digit()) { format!("{word}{last}") } else { name[d..].to_owned() }
                }
                _ => String::new(),
            };
            func.name = golift_base::Symbol::new(&format!("{}{end}", p.f(around).name));
        }
        func.inl = Inline::Unknown;
        func.pristine = None;
        func.tagged = false;
        func.origin = Some(p.f(f).origin.unwrap_or(f));
        p.funcs.push(func);
        let g = F(p.funcs.len() as u32 - 1);
        let dcls = p.f(g).dcls.clone();
        let dcls = self.variables(p, &dcls, g);
        let outer = std::mem::replace(&mut self.into, g);
        // Literals are copied as they were before calls in them were inlined.
        let body = p.f(f).pristine.clone().or_else(|| p.f(f).body.clone()).unwrap_or_default();
        // Code of literals stays where it is written.
        let keep = std::mem::replace(&mut self.keep_pos, true);
        let body = self.list(p, &body);
        self.keep_pos = keep;
        self.into = outer;
        self.definitions(p, &dcls);
        let new = |v: V| self.vars.get(&v).copied().unwrap_or(v);
        let mut func = p.f(g).clone();
        func.dcls = dcls;
        func.body = Some(body);
        func.results = func.results.into_iter().map(new).collect();
        func.captures = func.captures.into_iter().map(|(v, at)| (new(v), self.pos.unwrap_or(at))).collect();
        for param in func.params.iter_mut().chain(&mut func.recv) {
            param.var = param.var.map(new);
        }
        *p.f_mut(g) = func;
        g
    }
}

impl Inliner<'_, '_> {
    /// Keeps a copy of an inlinable body from before calls in it are inlined.
    pub(super) fn keep_pristine(&mut self, f: F) {
        if self.p.f(f).pristine.is_some() {
            return;
        }
        let body = self.p.f(f).body.clone().unwrap_or_default();
        let mut copy = Copy { callee: None, into: f, vars: FxHashMap::default(), pos: None, keep_pos: false, inlined: 0, nodes: FxHashMap::default() };
        // The variables are the function's own; every copy into a caller replaces them.
        let kept = copy.list(self.p, &body);
        for v in self.p.f(f).dcls.clone() {
            let old = self.p.v(v).defn;
            if let Some(new) = old.and_then(|d| copy.nodes.get(&d).copied()) {
                self.p.v_mut(v).pristine_defn = Some(new);
            }
        }
        self.p.f_mut(f).pristine = Some(kept);
    }
}
