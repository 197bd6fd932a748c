//! How a command fails: texts and exit status of the go command.

/// A failed command.
#[derive(Debug)]
pub struct Failure {
    /// What goes to standard error, with its line ends.
    pub message: String,
    /// The exit status: 1 for failed builds, 2 for bad flags.
    pub status: i32,
}

impl Failure {
    /// A failed build.
    pub fn new(message: impl Into<String>) -> Failure {
        let mut message = message.into();
        if !message.is_empty() && !message.ends_with('\n') {
            message.push('\n');
        }
        Failure { message, status: 1 }
    }

    /// Bad usage.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { status: 2, ..Failure::new(message) }
    }
}

/// The result of a driver step.
pub type Result<T> = std::result::Result<T, Failure>;
