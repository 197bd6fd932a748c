//! Labels and branches are checked while parsing, as in the official compiler: labels belong to one function, and what is
//! wrong with them does not depend on types.

use super::P;
use super::error::SyntaxError;
use crate::ast::Block;
use rustc_hash::FxHashMap;

impl P<'_, '_, '_> {
    /// Reports wrong labels and branches of one function; function literals inside were checked before.
    pub(super) fn check_branches(&mut self, body: &Block) {
        let mut errors = Vec::new();
        crate::check_branches(body, self.st().src, &mut FxHashMap::default(), &mut |pos, text| errors.push((pos, text)));
        for (pos, text) in errors {
            let seen = self.seen();
            self.inp.emit(SyntaxError::new(pos, text, seen));
        }
    }
}
