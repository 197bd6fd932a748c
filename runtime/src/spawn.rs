//! Starting other programs, for package os.
//!
//! posix_spawn does it without running any code of ours in the child, where the other threads' locks would be held.

use crate::goroutine::G;

/// What package os says about the program; all texts end with a zero byte and lists with a null pointer.
#[repr(C)]
pub(crate) struct Request {
    path: *const libc::c_char,
    argv: *const *mut libc::c_char,
    envp: *const *mut libc::c_char,
    /// The working directory, null for the same.
    dir: *const libc::c_char,
    /// The descriptors that the program has as 0, 1, …; -1 for none.
    fds: *const i64,
    fd_count: i64,
}

/// Starts a program: its process number or -errno.
pub(crate) unsafe extern "C" fn rt_spawn(_g: *mut G, request: *const Request) -> i64 {
    // SAFETY: package os fills the request as described; the structures of posix_spawn are initialised before use and
    // destroyed once.
    unsafe {
        let request = &*request;
        let mut actions: libc::posix_spawn_file_actions_t = core::mem::zeroed();
        let mut attributes: libc::posix_spawnattr_t = core::mem::zeroed();
        if libc::posix_spawn_file_actions_init(&mut actions) != 0 {
            return -i64::from(libc::ENOMEM);
        }
        if libc::posix_spawnattr_init(&mut attributes) != 0 {
            libc::posix_spawn_file_actions_destroy(&mut actions);
            return -i64::from(libc::ENOMEM);
        }
        // Signals are as at the start of a program.
        let mut signals: libc::sigset_t = core::mem::zeroed();
        libc::sigemptyset(&mut signals);
        libc::posix_spawnattr_setsigmask(&mut attributes, &signals);
        libc::sigaddset(&mut signals, libc::SIGPIPE);
        libc::posix_spawnattr_setsigdefault(&mut attributes, &signals);
        libc::posix_spawnattr_setflags(
            &mut attributes,
            (libc::POSIX_SPAWN_SETSIGMASK | libc::POSIX_SPAWN_SETSIGDEF) as libc::c_short,
        );
        // Descriptors move out of the way first, so that none is overwritten before it is used.
        let count = request.fd_count as usize;
        let mut moved = Vec::with_capacity(count);
        let mut failure = 0;
        for i in 0..count {
            let fd = *request.fds.add(i) as libc::c_int;
            if fd < 0 {
                libc::posix_spawn_file_actions_addclose(&mut actions, i as libc::c_int);
                continue;
            }
            let copy = libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, count as libc::c_int);
            if copy < 0 {
                failure = *libc::__errno_location();
                break;
            }
            moved.push(copy);
            libc::posix_spawn_file_actions_adddup2(&mut actions, copy, i as libc::c_int);
        }
        if failure == 0 && !request.dir.is_null() {
            failure = libc::posix_spawn_file_actions_addchdir_np(&mut actions, request.dir);
        }
        let mut pid: libc::pid_t = 0;
        if failure == 0 {
            failure = libc::posix_spawn(&mut pid, request.path, &actions, &attributes, request.argv, request.envp);
        }
        for copy in moved {
            libc::close(copy);
        }
        libc::posix_spawnattr_destroy(&mut attributes);
        libc::posix_spawn_file_actions_destroy(&mut actions);
        if failure != 0 { -i64::from(failure) } else { i64::from(pid) }
    }
}
