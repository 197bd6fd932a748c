//! Executables without a linker: the program is appended to the runtime's own executable.

use std::fmt;

/// Why an image cannot be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImageError(pub String);

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ImageError {}
