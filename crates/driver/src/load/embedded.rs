//! Parsing the embedded packages, once all packages of a build are known.
//!
//! Input: their tokens. Output: files with what the program reaches of them (`reachable.rs`).

use super::Loader;
use crate::error::{Failure, Result};
use crate::reachable::unreached;
use golift_base::Diagnostics;
use golift_frontend::parse_lexed;
use std::sync::Arc;

impl Loader<'_> {
    /// Parses what the program reaches of the embedded packages.
    pub(super) fn parse_std(&mut self) -> Result<()> {
        let gone = unreached(&self.tokens, &self.sources);
        let mut diags = Diagnostics::default();
        for ((tokens, gone), package) in std::mem::take(&mut self.tokens).into_iter().zip(gone).zip(self.done.values_mut()) {
            if !package.std {
                continue;
            }
            for ((id, mut lexed), gone) in tokens.files.into_iter().zip(gone) {
                lexed.drop_decls(&gone);
                let file = parse_lexed(id, self.sources.file(id), &lexed, &mut self.next_node, &mut diags);
                package.files.push(Arc::new(file));
            }
        }
        if diags.is_empty() { Ok(()) } else { Err(Failure::new(diags.render(&self.sources, 0))) }
    }
}
