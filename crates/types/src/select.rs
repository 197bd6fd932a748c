//! Select statements (spec, Select statements).

use crate::check::Checker;
use golift_frontend::{is_receive, node_pos};
use golift_base::Pos;
use golift_frontend::ast::{CommClause, Stmt, StmtKind};

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
                let pos = match clause.comm.as_deref() {
                    Some(Stmt { kind: StmtKind::Expr(e), .. }) => node_pos(e),
                    Some(s) => s.span.lo,
                    None => clause.pos,
                };
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
