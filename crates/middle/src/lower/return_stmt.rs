//! Return statements and the ends of bodies. (Spec, Return statements.)

use super::callconv::Pass;
use super::func::{FuncLowerer, Local};
use golift_frontend::unparen;
use super::value::{SAFE, Val};
use golift_frontend::ast::{Expr, ExprKind};
use golift_ssa::Terminator;

impl<'p> FuncLowerer<'p, '_> {
    /// `return xs`.
    pub fn return_stmt(&mut self, xs: &'p [Expr]) {
        if xs.is_empty() {
            self.end_of_body();
            self.b.enter_dead();
            return;
        }
        let results = self.results.clone();
        let params = self.entry_params();
        // A single memory-class result is built in its place.
        if let ([x], [r]) = (xs, results.as_slice()) {
            if let (Pass::Memory { param }, None) = (r.pass, &r.local) {
                if let ExprKind::Composite { .. } = unparen(x).kind {
                    self.store_zero(params[param], 0, r.ty, SAFE);
                }
                self.expr_into(x, params[param], r.ty);
                self.b.terminate(Terminator::Return(Vec::new()));
                self.b.enter_dead();
                return;
            }
        }
        let values: Vec<Val> = if xs.len() == 1 && results.len() > 1 {
            let values = self.multi(&xs[0]);
            values.into_iter().zip(&results).map(|((v, from), r)| self.implicit(v, from, r.ty, None)).collect()
        } else {
            self.hoist_all(&xs.iter().collect::<Vec<_>>());
            let several = xs.len() > 1;
            xs.iter()
                .zip(&results)
                .map(|(x, r)| if several { self.expr_owned(x, r.ty) } else { self.expr_as(x, r.ty) })
                .collect()
        };
        self.b.set_pos(unparen(&xs[0]).span.lo);
        let mut words = Vec::new();
        for (r, v) in results.iter().zip(&values) {
            match (&r.local, r.pass) {
                // Deferred calls may read named results: they are assigned first.
                (Some(local), _) if self.exit.is_some() => self.write_local(local, r.ty, v),
                (_, Pass::Memory { param }) => self.store(params[param], 0, r.ty, v, SAFE),
                (_, Pass::Scalars { .. }) => {
                    if let Some(local @ (Local::Mem(_) | Local::Indirect(_))) = &r.local {
                        // A literal that shares the result may still run.
                        self.write_local(local, r.ty, v);
                    }
                    words.extend(v.flat());
                }
            }
        }
        match self.exit {
            Some(exit) => self.b.jump(exit),
            None => self.b.terminate(Terminator::Return(words)),
        }
        self.b.enter_dead();
    }

    /// The end of the body, or a bare return: the result variables' values.
    pub fn end_of_body(&mut self) {
        if let Some(exit) = self.exit {
            self.b.jump(exit);
            return;
        }
        let params = self.entry_params();
        let mut words = Vec::new();
        for r in self.results.clone() {
            let Some(local) = &r.local else {
                // Unnamed results: the end of such a body is never reached.
                self.b.terminate(Terminator::Unreachable);
                return;
            };
            match r.pass {
                Pass::Scalars { .. } => {
                    let v = self.read_local(local, r.ty);
                    words.extend(v.flat());
                }
                Pass::Memory { param } => {
                    let at = self.local_addr(local).expect("a memory-class result is in memory");
                    if at != params[param] {
                        self.store(params[param], 0, r.ty, &Val::Mem(at), SAFE);
                    }
                }
            }
        }
        self.b.terminate(Terminator::Return(words));
    }
}
