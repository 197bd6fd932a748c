//! Running a command with limits of time, memory and output.

use std::fs::File;
use std::io::{Read, Seek};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Limits of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Wall-clock time.
    pub(crate) time: Duration,
    /// Resident memory of the process, in bytes.
    pub(crate) memory: u64,
}

/// The largest output that is read.
const OUTPUT_LIMIT: u64 = 32 << 20;

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    /// It exited.
    Status(i32),
    /// A signal ended it.
    Signal(i32),
    /// It was ended after the time limit.
    Time,
    /// It was ended for using too much memory or writing too much.
    Memory,
}

/// What a command did: its end, and what it wrote to standard output and standard error, in order.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    /// The end.
    pub(crate) end: End,
    /// The bytes.
    pub(crate) output: Vec<u8>,
}

impl Done {
    /// Whether it exited with 0.
    pub(crate) fn ok(&self) -> bool {
        self.end == End::Status(0)
    }

    /// The output as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.output).into_owned()
    }
}

/// Runs a command.
///
/// # Errors
/// It cannot be started.
pub(crate) fn run(command: &mut Command, limits: Limits, scratch: &Path) -> Result<Done, String> {
    let mut output = tempfile::tempfile_in(scratch).map_err(|e| e.to_string())?;
    let copy = |f: &File| f.try_clone().map_err(|e| e.to_string());
    let (out, err) = (copy(&output)?, copy(&output)?);
    // Its own process group: what it starts ends with it.
    command.stdin(Stdio::null()).stdout(out).stderr(err).process_group(0);
    let mut child = command.spawn().map_err(|e| format!("{command:?}: {e}"))?;
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    let end = loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            break match status.signal() {
                Some(signal) => End::Signal(signal),
                None => End::Status(status.code().unwrap_or(-1)),
            };
        }
        let too_long = start.elapsed() > limits.time;
        let size = output.metadata().map_or(0, |m| m.len());
        if too_long || size > OUTPUT_LIMIT || resident(child.id()) > limits.memory {
            break if too_long { End::Time } else { End::Memory };
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    // SAFETY: the group is that of the child, which is not yet reaped or was the leader of its group.
    unsafe { libc::kill(-(child.id() as i32), libc::SIGKILL) };
    let _ = child.wait();
    let mut bytes = Vec::new();
    output.rewind().map_err(|e| e.to_string())?;
    output.take(OUTPUT_LIMIT).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    Ok(Done { end, output: bytes })
}

/// Resident memory of a process in bytes; 0 if it is gone.
fn resident(pid: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}
