//! The part of the capture analysis for range loops over functions: their bodies become functions of their own.
//!
//! A body counts as a literal of the function that it stands in (its *root*: the declaration or the function literal whose
//! `return` leaves it). What the source does not name but the body needs of its root is a [`Hidden`] capture; branches that
//! leave the body become [`Exit`]s with a number, which the code behind the loop looks at.

use super::captures::{LitFacts, Walker};
use golift_base::Symbol;
use golift_frontend::ast::{Block, Expr, NodeId};
use golift_types::{ObjId, Type};

/// What a body of a loop over a function shares with its root, beside variables of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Hidden {
    /// The number of the exit that control takes behind the loop; 0 is none.
    Next,
    /// The unnamed or blank result of this index.
    Result(u32),
    /// The list of what bodies of the loop defer.
    Defers,
}

/// How control leaves the body of a loop over a function other than for the next iteration or the end of that loop.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Exit {
    /// `return`; the results are assigned.
    Return,
    /// `break` of an outer statement.
    Break(Symbol),
    /// `continue` of an outer loop.
    Continue(Symbol),
    /// `goto`.
    Goto(Symbol),
}

/// Where a label stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelPlace {
    /// The function with the labeled statement.
    pub(super) lit: u32,
    /// The function in which `break` and `continue` of the label are jumps: the body, for a loop over a function.
    pub(super) inside: u32,
}

impl Walker<'_> {
    /// The function that `return` leaves here.
    pub(super) fn root(&self) -> u32 {
        self.a.lits[self.cur as usize].root
    }

    /// Whether a range clause ranges over a function.
    pub(super) fn ranges_over_func(&self, x: &Expr) -> bool {
        let ty = self.world.info.types.get(x.id.0 as usize).and_then(|t| t.as_ref()).map(|t| t.ty);
        let under = ty.and_then(|t| self.world.common_under(t));
        under.is_some_and(|u| matches!(self.world.ty(u), Type::Signature(_)))
    }

    /// The body of a loop over a function.
    pub(super) fn range_func_body(&mut self, id: NodeId, vars: [Option<&Expr>; 2], define: bool, body: &Block, label: Option<Symbol>) {
        let parent = self.cur;
        let root = self.root();
        let index = self.a.lits.len() as u32;
        let place = self.place();
        self.a.lits.push(LitFacts { parent, root, place, ..LitFacts::default() });
        self.a.lit_index.insert(id, index);
        if let Some(place) = label.and_then(|l| self.labels.get_mut(&(root, l))) {
            place.inside = index;
        }
        let depth = std::mem::replace(&mut self.loop_depth, 0);
        self.cur = index;
        self.range_vars(vars, define);
        self.stmts(&body.stmts);
        self.cur = parent;
        self.loop_depth = depth;
    }

    /// Notes that the current function needs something of its root.
    pub(super) fn hidden(&mut self, what: Hidden) {
        let root = self.root();
        let mut at = self.cur;
        while at != root {
            let lit = &mut self.a.lits[at as usize];
            if lit.hidden.contains(&what) {
                break;
            }
            lit.hidden.push(what);
            at = lit.parent;
        }
    }

    /// A `return` in a body: the results are assigned there.
    pub(super) fn return_from_body(&mut self, has_values: bool) {
        let root = self.root();
        if self.cur == root {
            return;
        }
        if has_values {
            let results: Vec<Option<ObjId>> = self.results.clone();
            for (i, obj) in results.into_iter().enumerate() {
                match obj {
                    Some(obj) => self.use_var(obj),
                    None => {
                        self.hidden(Hidden::Result(i as u32));
                        self.a.lits[root as usize].results_shared = true;
                    }
                }
            }
        }
        self.exit(self.cur, root, Exit::Return);
    }

    /// A `break` or `continue` with label.
    pub(super) fn labeled_branch(&mut self, label: Symbol, exit: Exit) {
        if let Some(place) = self.labels.get(&(self.root(), label)) {
            self.exit(self.cur, place.inside, exit);
        }
    }

    /// Decides the `goto` statements of a finished root, whose labels are all known now.
    pub(super) fn finish_gotos(&mut self, root: u32) {
        let (mine, others) = std::mem::take(&mut self.gotos).into_iter().partition(|(lit, _)| self.a.lits[*lit as usize].root == root);
        self.gotos = others;
        let mine: Vec<(u32, Symbol)> = mine;
        for (lit, label) in mine {
            if let Some(place) = self.labels.get(&(root, label)).copied() {
                self.a.goto_labels.insert((place.lit, label));
                self.exit(lit, place.lit, Exit::Goto(label));
            }
        }
    }

    /// Control goes from function `from` to its ancestor `to`.
    fn exit(&mut self, from: u32, to: u32, exit: Exit) {
        if from == to {
            return;
        }
        let here = std::mem::replace(&mut self.cur, from);
        let root = self.root();
        let all = &mut self.a.lits[root as usize].exits;
        if !all.contains(&exit) {
            all.push(exit);
        }
        let mut at = from;
        while at != to && at != root {
            let lit = &mut self.a.lits[at as usize];
            if !lit.exits.contains(&exit) {
                lit.exits.push(exit);
            }
            at = lit.parent;
        }
        self.hidden(Hidden::Next);
        self.cur = here;
    }
}
