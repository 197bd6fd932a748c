//! Running one test program: its output is kept or shown as it comes, its time is limited, and the line about the
//! package is made from how it ended.

use super::arguments::{Arguments, go_duration_string};
use std::io::{PipeReader, Read, Write, pipe};
use std::os::fd::AsFd;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long after its own time limit a test program is ended, and how long its output is waited for once it has.
const GRACE: Duration = Duration::from_secs(60);

/// What a test program prints, in a line of its own, when nothing was chosen.
const NOTHING_RAN: &[u8] = b"testing: warning: no tests to run\n";

/// A test program to run.
pub(super) struct Job {
    path: String,
    file: PathBuf,
    dir: PathBuf,
    args: Vec<String>,
    timeout: Duration,
    /// Its output goes directly where golift's goes.
    direct: bool,
    /// Its output is shown as it comes, and kept.
    echo: bool,
    /// Its output is shown though it passes.
    verbose: bool,
}

/// How a test program ended.
pub(super) struct Finished {
    text: Vec<u8>,
    failed: bool,
}

impl Finished {
    /// What is to be printed, and whether it failed.
    pub(super) fn into_parts(self) -> (Vec<u8>, bool) {
        (self.text, self.failed)
    }
}

impl Job {
    /// A test program of a package; it runs in `dir`.
    pub(super) fn new(path: String, file: PathBuf, dir: PathBuf, arguments: &Arguments, direct: bool, echo: bool) -> Job {
        let mut args = vec!["-test.paniconexit0".to_string(), format!("-test.timeout={}", go_duration_string(arguments.timeout))];
        args.extend(arguments.program.iter().cloned());
        Job { path, file, dir, args, timeout: arguments.timeout, direct, echo, verbose: arguments.verbose }
    }

    /// Runs it.
    pub(super) fn run(&self) -> Finished {
        let start = Instant::now();
        let mut text = Vec::new();
        let result = self.start().and_then(|(mut child, output)| {
            let result = self.wait(&mut child, output, &mut text);
            if result.is_err() {
                let _ = child.kill();
            }
            result
        });
        let seconds = format!("{:.3}s", start.elapsed().as_secs_f64());
        let path = &self.path;
        let shown = if self.echo { text.len() } else { 0 };
        let line = match result {
            Ok(status) if status.success() => {
                let nothing = text.windows(NOTHING_RAN.len()).any(|w| w == NOTHING_RAN);
                if !self.verbose {
                    text.clear();
                } else if text.last().is_some_and(|&b| b != b'\n') {
                    text.push(b'\n');
                }
                format!("ok  \t{path}\t{seconds}{}\n", if nothing { " [no tests to run]" } else { "" })
            }
            // What it printed says enough.
            Ok(_) if !text.is_empty() => format!("FAIL\t{path}\t{seconds}\n"),
            Ok(status) => format!("{}\nFAIL\t{path}\t{seconds}\n", describe(status)),
            Err(e) => format!("{e}\nFAIL\t{path}\t{seconds}\n"),
        };
        let failed = !line.starts_with("ok");
        text.drain(..shown.min(text.len()));
        text.extend_from_slice(line.as_bytes());
        Finished { text, failed }
    }

    fn start(&self) -> std::io::Result<(Child, Option<PipeReader>)> {
        let mut command = Command::new(&self.file);
        command.args(&self.args).current_dir(&self.dir).env("PWD", &self.dir).stdin(Stdio::null());
        if self.direct {
            let out = || std::io::stdout().as_fd().try_clone_to_owned();
            command.stdout(Stdio::from(out()?)).stderr(Stdio::from(out()?));
            return Ok((command.spawn()?, None));
        }
        let (reader, writer) = pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let child = command.spawn()?;
        // The command holds the writing ends of the pipe; without it the program alone does.
        drop(command);
        Ok((child, Some(reader)))
    }

    /// Waits for the program and its output.
    fn wait(&self, child: &mut Child, output: Option<PipeReader>, text: &mut Vec<u8>) -> std::io::Result<ExitStatus> {
        let limit = (!self.timeout.is_zero()).then(|| Instant::now() + self.timeout + GRACE);
        let pieces = output.map(|reader| read_pieces(reader, self.echo));
        let mut killed = false;
        let mut pieces = pieces.as_ref();
        let status = loop {
            match pieces.map(|p| p.recv_timeout(Duration::from_millis(50))) {
                Some(Ok(piece)) => text.extend_from_slice(&piece),
                // The end of the output is mostly the end of the program.
                Some(Err(RecvTimeoutError::Disconnected)) => pieces = None,
                _ => {}
            }
            if pieces.is_none() && limit.is_none() {
                break child.wait()?;
            }
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if pieces.is_none() {
                std::thread::sleep(Duration::from_millis(1));
            }
            if !killed && limit.is_some_and(|l| Instant::now() > l) {
                child.kill()?;
                killed = true;
            }
        };
        if let Some(pieces) = pieces {
            let end = Instant::now() + GRACE;
            loop {
                match pieces.recv_timeout(end.saturating_duration_since(Instant::now())) {
                    Ok(piece) => text.extend_from_slice(&piece),
                    Err(RecvTimeoutError::Disconnected) => break,
                    Err(RecvTimeoutError::Timeout) => {
                        // Something that the tests started holds the pipe.
                        let late = format!("*** Test I/O incomplete {} after exiting.\n", go_duration_string(GRACE));
                        text.extend_from_slice(late.as_bytes());
                        break;
                    }
                }
            }
        }
        if killed {
            let late = format!("*** Test killed with kill: ran too long ({}).\n", go_duration_string(self.timeout + GRACE));
            text.extend_from_slice(late.as_bytes());
        }
        Ok(status)
    }
}

/// Reads a pipe on a thread of its own.
fn read_pieces(mut reader: PipeReader, echo: bool) -> Receiver<Vec<u8>> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 1 << 14];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if echo {
                let mut out = std::io::stdout().lock();
                let _ = out.write_all(&buffer[..n]).and_then(|()| out.flush());
            }
            if send.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    receive
}

fn describe(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("exit status {code}"),
        (None, Some(libc::SIGKILL)) => "signal: killed".into(),
        (None, Some(libc::SIGSEGV)) => "signal: segmentation fault".into(),
        (None, Some(libc::SIGABRT)) => "signal: aborted".into(),
        (None, signal) => format!("signal: {}", signal.unwrap_or_default()),
    }
}

/// How many test programs may run at the same time.
pub(super) struct Slots {
    free: Mutex<usize>,
    changed: Condvar,
}

/// The right to run one; given back when dropped.
pub(super) struct Slot(Arc<Slots>);

impl Slots {
    /// As many as asked for, or as there are processors.
    pub(super) fn new(count: Option<usize>) -> Slots {
        let count = count.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
        Slots { free: Mutex::new(count), changed: Condvar::new() }
    }

    /// Waits for a slot.
    pub(super) fn take(slots: &Arc<Slots>) -> Slot {
        let free = slots.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = slots.changed.wait_while(free, |n| *n == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Slot(Arc::clone(slots))
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.changed.notify_one();
    }
}
