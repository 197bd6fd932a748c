//! The file of compiled functions that later compilations reuse.
//!
//! It lies in `$GOLIFTCACHE`, or `golift` in the user's cache directory; `GOLIFTCACHE=off` does without. The file
//! belongs to one build of this command. It is never needed: whatever goes wrong with it is ignored.

use golift_backend::{CacheUpdate, CodeCache};
use std::fs::{self, File, OpenOptions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};

/// The cache and its file.
pub(crate) struct CacheFile {
    path: PathBuf,
    /// Length of the file when it was read.
    len: u64,
    pub(crate) code: CodeCache,
}

/// Opens the cache for an architecture.
pub(crate) fn open(goarch: &str) -> Option<CacheFile> {
    let dir = directory()?;
    let path = dir.join(format!("code-{goarch}.bin"));
    let bytes = fs::read(&path).unwrap_or_default();
    Some(CacheFile { path, len: bytes.len() as u64, code: CodeCache::read(bytes, fingerprint()?) })
}

fn directory() -> Option<PathBuf> {
    if let Some(dir) = std::env::var_os("GOLIFTCACHE") {
        return (dir != "off" && Path::new(&dir).is_absolute()).then(|| PathBuf::from(dir));
    }
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(dir) if Path::new(&dir).is_absolute() => PathBuf::from(dir),
        _ => PathBuf::from(std::env::var_os("HOME")?).join(".cache"),
    };
    Some(cache.join("golift"))
}

/// Tells builds of this command apart: another build may compile otherwise.
fn fingerprint() -> Option<u64> {
    let meta = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let mut hasher = DefaultHasher::new();
    (meta.len(), meta.modified().ok()?).hash(&mut hasher);
    Some(hasher.finish())
}

impl CacheFile {
    /// Writes what is new.
    pub(crate) fn save(&self) {
        let _ = self.try_save();
    }

    fn try_save(&self) -> std::io::Result<()> {
        match self.code.update() {
            None => Ok(()),
            Some(CacheUpdate::Append(bytes)) => {
                let mut file = OpenOptions::new().append(true).open(&self.path)?;
                let _lock = Lock::new(&file);
                // Another process has appended or replaced: this time's functions come again.
                if file.metadata()?.len() == self.len { file.write_all(&bytes) } else { Ok(()) }
            }
            Some(CacheUpdate::Replace(bytes)) => {
                if let Some(dir) = self.path.parent() {
                    fs::create_dir_all(dir)?;
                }
                let temporary = self.path.with_extension(std::process::id().to_string());
                fs::write(&temporary, bytes)?;
                fs::rename(&temporary, &self.path)
            }
        }
    }
}

/// An exclusive lock on a file, until it is dropped.
struct Lock(i32);

impl Lock {
    fn new(file: &File) -> Lock {
        let fd = file.as_raw_fd();
        // SAFETY: the descriptor is open; the call only waits.
        unsafe { libc::flock(fd, libc::LOCK_EX) };
        Lock(fd)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // SAFETY: the file outlives its lock; unlocking a closed one fails harmlessly.
        unsafe { libc::flock(self.0, libc::LOCK_UN) };
    }
}
