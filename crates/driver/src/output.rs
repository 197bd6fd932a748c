//! Writing the binary of `golift build`.
//!
//! An existing regular file is replaced in one step, so that a failed build loses nothing;
//! anything that is no regular file (`/dev/null`) is written to, never unlinked.

use crate::error::{Failure, Result, os_error};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

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
    match flag {
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
    let failed = |e: &std::io::Error| Failure::new(format!("go: writing {}: {}", path.display(), os_error(e)).replacen("go: ", "golift: ", 1));
    match fs::metadata(path) {
        Ok(m) if m.is_dir() => {
            return Err(Failure::new(format!("golift: build output {:?} already exists and is a directory", path)));
        }
        Ok(m) if !m.is_file() => {
            let mut file = fs::OpenOptions::new().write(true).open(path).map_err(|e| failed(&e))?;
            return file.write_all(bytes).map_err(|e| failed(&e));
        }
        Ok(m) => {
            let mut head = [0; 4];
            let known = fs::File::open(path).and_then(|mut f| std::io::Read::read(&mut f, &mut head));
            let object = m.len() == 0 || matches!(known, Ok(4)) && (head == *b"\x7fELF" || head == *b"!<ar");
            if !object {
                return Err(Failure::new(format!(
                    "golift: build output {:?} already exists and is not an object file",
                    path.display().to_string()
                )));
            }
        }
        Err(_) => {
            if let Some(dir) = path.parent().filter(|d| !d.as_os_str().is_empty()) {
                fs::create_dir_all(dir).map_err(|e| failed(&e))?;
            }
        }
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".tmp{}", std::process::id()));
    let temp = path.with_file_name(name);
    let written = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(mode)
        .open(&temp)
        .and_then(|mut f| f.write_all(bytes))
        .and_then(|()| {
            if let Ok(old) = fs::metadata(path) {
                fs::set_permissions(&temp, fs::Permissions::from_mode(old.permissions().mode() | mode & 0o111))?;
            }
            fs::rename(&temp, path)
        });
    written.map_err(|e| {
        let _ = fs::remove_file(&temp);
        failed(&e)
    })
}
