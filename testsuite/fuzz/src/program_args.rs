//! What the commands that generate programs have in common: which programs, compared by which golift, and where those that differ
//! are kept.

use std::path::PathBuf;

/// Which programs are run.
#[derive(clap::Args, Clone, Debug)]
pub struct ProgramArgs {
    /// The seed of the first program; each has the next one.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many programs at most.
    #[arg(long, default_value_t = u64::MAX)]
    pub count: u64,
    /// Where programs that differ are kept.
    #[arg(long, default_value = "target/fuzz")]
    pub out: PathBuf,
    /// The golift command; beside this one by default.
    #[arg(long)]
    pub golift: Option<PathBuf>,
}

impl ProgramArgs {
    /// The golift command; makes the folder for programs that differ.
    ///
    /// # Errors
    /// There is no such command, or the folder cannot be made.
    pub fn prepare(&self) -> Result<PathBuf, String> {
        let me = std::env::current_exe().map_err(|e| e.to_string())?;
        let golift = self.golift.clone().unwrap_or_else(|| me.with_file_name("golift"));
        let golift = golift.canonicalize().map_err(|e| format!("{}: {e}", golift.display()))?;
        std::fs::create_dir_all(&self.out).map_err(|e| format!("{}: {e}", self.out.display()))?;
        Ok(golift)
    }
}
