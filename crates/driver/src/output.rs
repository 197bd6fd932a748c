//! Writing the binary of `golift build`.
//!
//! An existing regular file is replaced in one step, so that a failed build loses nothing;
//! anything that is no regular file (`/dev/null`) is written to, never unlinked.

use crate::error::{Failure, Result, os_error};
use std::fs;
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The runtime image that lies beside the running command.
///
/// # Errors
/// The image is missing: the installation is incomplete.
pub fn runtime_image() -> Result<Vec<u8>> {
    let exe = std::env::current_exe().map_err(|e| Failure::new(format!("golift: cannot find itself: {e}")))?;
    let path = exe.with_file_name("golift-rt");
    fs::read(&path).map_err(|e| {
        Failure::new(format!(
            "golift: cannot read the runtime image {}: {}\n\tgolift and golift-rt are installed together: cargo build --release, or cargo install --path crates/cli",
            path.display(),
            os_error(&e)
        ))
    })
}

/// Where the binary goes: `-o`, a directory of `-o`, or the name of the package or first file.
pub fn output_path(flag: Option<&str>, default_name: &str) -> PathBuf {
    match flag.filter(|o| !o.is_empty()) {
        None => PathBuf::from(default_name),
        Some(o) if o.ends_with('/') || Path::new(o).is_dir() => Path::new(o).join(default_name),
        Some(o) => PathBuf::from(o),
    }
}

/// Writes an executable file.
///
/// # Errors
/// The go command's words for what cannot be written.
pub fn write_executable(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes, 0o777)
}

/// Writes an object file or archive.
///
/// # Errors
/// As for [`write_executable`].
pub(crate) fn write_object(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes, 0o666)
}

fn write(path: &Path, bytes: &[u8], mode: u32) -> Result<()> {
    let shown = path.display();
    let failed = |what: &str, e: &io::Error| Failure::new(format!("golift: {what} {shown}: {}", os_error(e)));
    match fs::metadata(path) {
        Ok(m) if m.is_dir() => {
            return Err(Failure::new(format!("golift: build output {:?} already exists and is a directory", shown.to_string())));
        }
        Ok(m) if !m.is_file() => return write_special(path, &m, bytes).map_err(|e| failed("write", &e)),
        Ok(m) if m.len() != 0 && !is_object(path) => {
            let message = format!("golift: build output {:?} already exists and is not an object file", shown.to_string());
            return Err(Failure::new(message));
        }
        Ok(_) => {}
        Err(_) => {
            if let Some(dir) = path.parent().filter(|d| !d.as_os_str().is_empty()) {
                let mkdir = |e| Failure::new(format!("golift: mkdir {}: {}", dir.display(), os_error(&e)));
                fs::create_dir_all(dir).map_err(mkdir)?;
            }
        }
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".tmp{}", std::process::id()));
    let temp = path.with_file_name(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(mode);
    let mut file = match options.open(&temp) {
        Ok(file) => file,
        // A folder that takes no new files may hold a file that can be written.
        Err(_) if path.exists() => {
            return options.open(path).and_then(|mut f| f.write_all(bytes)).map_err(|e| failed("open", &e));
        }
        Err(e) => return Err(failed("open", &e)),
    };
    let written = file.write_all(bytes).and_then(|()| {
        if let Ok(old) = fs::metadata(path) {
            fs::set_permissions(&temp, fs::Permissions::from_mode(old.permissions().mode() | mode & 0o111))?;
        }
        fs::rename(&temp, path)
    });
    written.map_err(|e| {
        let _ = fs::remove_file(&temp);
        failed("write", &e)
    })
}

/// Whether a file begins like what compilers write; not if it cannot be read.
fn is_object(path: &Path) -> bool {
    let mut head = [0; 4];
    let known = fs::File::open(path).and_then(|mut f| f.read_exact(&mut head));
    known.is_ok() && (head == *b"\x7fELF" || head == *b"!<ar")
}

/// Writes to what is no regular file. A pipe that nobody reads is an error, after a moment in which a reader may come.
fn write_special(path: &Path, metadata: &fs::Metadata, bytes: &[u8]) -> io::Result<()> {
    if !metadata.file_type().is_fifo() {
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let start = Instant::now();
    // Opened once: a reader that finds the pipe without a writer again takes that for its end.
    let mut pipe = loop {
        match fs::OpenOptions::new().write(true).custom_flags(libc::O_NONBLOCK).open(path) {
            Err(e) if e.raw_os_error() == Some(libc::ENXIO) && start.elapsed() < Duration::from_secs(2) => {
                std::thread::sleep(Duration::from_millis(10));
            }
            opened => break opened?,
        }
    };
    // SAFETY: sets the flags of a descriptor that is open.
    if unsafe { libc::fcntl(pipe.as_raw_fd(), libc::F_SETFL, 0) } == -1 {
        return Err(io::Error::last_os_error());
    }
    pipe.write_all(bytes)
}
