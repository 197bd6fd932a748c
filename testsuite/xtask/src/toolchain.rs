//! The compilers that can be driven: golift, and the official one, which decides where the suite of Go 1.19 is out of
//! date.

use crate::exec::{Done, Limits, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A compiler.
#[derive(Clone, Debug)]
pub(crate) enum Toolchain {
    /// The `golift` command.
    Golift(PathBuf),
    /// The `go` command, and a file of `packagefile` lines for the standard library.
    Official(PathBuf, PathBuf),
}

/// Where and how long commands of one test run.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    /// The compiler.
    pub(crate) tools: &'a Toolchain,
    /// The test's scratch folder.
    pub(crate) scratch: &'a Path,
    /// The suite's top folder.
    pub(crate) suite: &'a Path,
    /// Limits of each command.
    pub(crate) limits: Limits,
}

impl Toolchain {
    /// The official toolchain behind a `go` command.
    ///
    /// # Errors
    /// The command does not work.
    pub(crate) fn official(go: &Path, scratch: &Path) -> Result<Toolchain, String> {
        let config = scratch.join("importcfg");
        let format = "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}";
        let listed = official_command(go).args(["list", "-export", "-f", format, "std"]).output();
        let listed = listed.map_err(|e| format!("{}: {e}", go.display()))?;
        if !listed.status.success() {
            return Err(format!("{} list: {}", go.display(), String::from_utf8_lossy(&listed.stderr)));
        }
        std::fs::write(&config, listed.stdout).map_err(|e| e.to_string())?;
        Ok(Toolchain::Official(go.to_path_buf(), config))
    }
}

fn official_command(go: &Path) -> Command {
    let mut command = Command::new(go);
    command.env("GOFLAGS", "").env("GOENV", "off").env("GOTOOLCHAIN", "local");
    command
}

impl Place<'_> {
    fn command(&self) -> Command {
        match self.tools {
            Toolchain::Golift(path) => Command::new(path),
            Toolchain::Official(go, _) => official_command(go),
        }
    }

    /// Runs a finished command.
    pub(crate) fn exec(&self, command: &mut Command, dir: &Path) -> Result<Done, String> {
        run(command.current_dir(dir), self.limits, self.scratch)
    }

    /// `tool compile` in the scratch folder; packages compiled there before can be imported.
    pub(crate) fn compile(&self, args: &[String]) -> Result<Done, String> {
        let mut command = self.command();
        command.args(["tool", "compile"]);
        if let Toolchain::Official(_, config) = self.tools {
            command.arg("-importcfg").arg(self.import_config(config)?);
        }
        self.exec(command.args(args), self.scratch)
    }

    /// `tool link` of an object file in the scratch folder to `a.exe`.
    pub(crate) fn link(&self, object: &str, flags: &[String]) -> Result<Done, String> {
        let mut command = self.command();
        command.args(["tool", "link", "-w", "-o", "a.exe"]);
        if let Toolchain::Official(_, config) = self.tools {
            command.arg("-importcfg").arg(self.import_config(config)?);
        }
        self.exec(command.args(flags).arg(object), self.scratch)
    }

    /// `run` with the arguments.
    pub(crate) fn run(&self, dir: &Path, args: &[String]) -> Result<Done, String> {
        self.exec(self.command().arg("run").args(args), dir)
    }

    /// `build` to `a.exe` in the scratch folder.
    pub(crate) fn build(&self, args: &[String]) -> Result<Done, String> {
        self.exec(self.command().args(["build", "-o", "a.exe"]).args(args), self.scratch)
    }

    /// The standard library's archives and those of the test's own packages.
    fn import_config(&self, std: &Path) -> Result<PathBuf, String> {
        let mut text = std::fs::read_to_string(std).map_err(|e| e.to_string())?;
        for entry in std::fs::read_dir(self.scratch.join("test")).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "a") {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                text.push_str(&format!("packagefile test/{stem}={}\n", path.display()));
            }
        }
        let file = self.scratch.join("importcfg");
        std::fs::write(&file, text).map_err(|e| e.to_string())?;
        Ok(file)
    }
}
