//! Select statements (spec, Select statements).

use crate::check::Checker;
use crate::expr_string::is_receive;
use golift_base::Pos;
use golift_frontend::ast::{CommClause, StmtKind};

impl<'a> Checker<'a> {
    /// Checks a select statement.
    pub(crate) fn select_stmt(&mut self, clauses: &'a [CommClause]) {
        let mut first: Option<Pos> = None;
        for c in clauses.iter().filter(|c| c.comm.is_none()) {
            match first {
                None => first = Some(c.pos),
                Some(f) => {
                    let msg = format!("multiple defaults (first at {})", self.pos_str(f));
                    self.error("DuplicateDefault", c.pos, msg);
                }
            }
        }
        for clause in clauses {
            let valid = match clause.comm.as_deref().map(|s| &s.kind) {
                None | Some(StmtKind::Send(..)) => true,
                Some(StmtKind::Expr(e)) => is_receive(e),
                Some(StmtKind::Assign { op: None, rhs, .. } | StmtKind::Define { rhs, .. }) => {
                    matches!(&rhs[..], [e] if is_receive(e))
                }
                _ => false,
            };
            if !valid {
                let pos = clause.comm.as_ref().map_or(clause.pos, |s| s.span.lo);
                let msg = "select case must be send or receive (possibly with assignment)";
                self.error("InvalidSelectCase", pos, msg);
                continue;
            }
            let outer = self.open_scope();
            if let Some(comm) = &clause.comm {
                self.stmt(comm);
            }
            self.stmt_list(&clause.body);
            self.env.scope = outer;
        }
    }
}
