//! `golift tool compile` and `golift tool link`: the flags of the official tools, of which most choose what golift has
//! no counterpart for and are accepted without effect.

use crate::run::{Action, fail};
use golift_driver::{
    Failure, ModelConfig, Options, ToolCompile, ToolImports, ToolReport, runtime_image, tool_compile, tool_link, write_executable,
};
use std::path::{Path, PathBuf};

/// Flags of `go tool compile` that take a value and are without effect here.
const IGNORED_VALUES: &[&str] = &[
    "asmhdr", "bench", "blockprofile", "buildid", "c", "coveragecfg", "cpuprofile", "d", "embedcfg", "env", "goversion",
    "installsuffix", "json", "linkobj", "memprofile", "memprofilerate", "mutexprofile", "pgoprofile", "spectre",
    "symabis", "traceprofile", "trimpath", "wb", "dwarf", "dwarfbasentries", "dwarflocationlists", "smallframes",
];

/// The same without a value, or with one after `=`.
const IGNORED: &[&str] = &[
    "%", "B", "E", "G", "K", "L", "N", "S", "W", "asan", "clobberdead", "clobberdeadreg", "dynlink", "h", "j",
    "live", "msan", "nolocalimports", "pack", "r", "race", "s", "shared", "t", "v", "w", "x", "+",
];

/// Flags whose value may only follow after `=`.
const BOOLEAN: &[&str] = &["wb", "dwarf", "dwarfbasentries", "dwarflocationlists", "smallframes"];

/// Runs `golift tool NAME arguments`.
pub(crate) fn tool(args: &[String]) -> Action {
    let rest = args.get(1..).unwrap_or(&[]);
    let done = match args.first().map(String::as_str) {
        Some("compile") => compile(rest),
        Some("link") => link(rest),
        Some(other) => Err(Failure { status: 2, ..Failure::new(format!("golift: no such tool {other:?}")) }),
        None => {
            println!("compile\nlink");
            Ok(())
        }
    };
    match done {
        Ok(()) => Action::Exit(0),
        Err(failure) => fail(&failure),
    }
}

/// Splits an argument into a flag's name and its value, which may be the next argument.
struct Flag<'a> {
    name: &'a str,
    value: Option<&'a str>,
}

impl<'a> Flag<'a> {
    fn of(arg: &'a str) -> Option<Flag<'a>> {
        let body = arg.strip_prefix('-').filter(|b| !b.is_empty())?;
        let body = body.strip_prefix('-').unwrap_or(body);
        let (name, value) = body.split_once('=').map_or((body, None), |(n, v)| (n, Some(v)));
        Some(Flag { name, value })
    }

    fn value(&self, at: &mut usize, args: &'a [String]) -> Result<&'a str, Failure> {
        if let Some(v) = self.value {
            return Ok(v);
        }
        *at += 1;
        let missing = || usage(format!("flag needs an argument: -{}", self.name));
        args.get(*at - 1).map(String::as_str).ok_or_else(missing)
    }

    fn on(&self) -> bool {
        !matches!(self.value, Some("false" | "0"))
    }
}

fn usage(message: String) -> Failure {
    Failure::usage(format!("{message}\nusage: golift tool compile [options] file.go...\n"))
}

fn compile(args: &[String]) -> Result<(), Failure> {
    let report = ToolReport { limit: 10, columns: true };
    let imports = ToolImports {
        folders: Vec::new(),
        base: String::new(),
        renamed: Default::default(),
        archives: Default::default(),
        report,
    };
    let mut what = ToolCompile {
        path: "<unlinkable>".to_string(),
        output: None,
        complete: false,
        model: None,
        go_version: (1, 27),
        std: false,
        imports,
        files: Vec::new(),
    };
    let mut base = None;
    let (mut level, mut lower_l) = (0, 0);
    let mut at = 0;
    while let Some(flag) = args.get(at).and_then(|a| Flag::of(a)) {
        at += 1;
        match flag.name {
            "o" => what.output = Some(flag.value(&mut at, args)?.to_string()),
            "p" => what.path = flag.value(&mut at, args)?.to_string(),
            "D" => base = Some(flag.value(&mut at, args)?.to_string()),
            "I" => what.imports.folders.push(PathBuf::from(flag.value(&mut at, args)?)),
            "importcfg" => what.imports.read_config(Path::new(flag.value(&mut at, args)?))?,
            "importmap" => {
                let value = flag.value(&mut at, args)?;
                let (from, to) = value.split_once('=').ok_or_else(|| usage("-importmap argument must be of the form source=actual".into()))?;
                what.imports.renamed.insert(from.to_string(), to.to_string());
            }
            "lang" => what.go_version = language(flag.value(&mut at, args)?)?,
            "C" => what.imports.report.columns = !flag.on(),
            "e" => what.imports.report.limit = if flag.on() { 0 } else { 10 },
            "m" => level += flag.value.map_or(1, |v| v.parse().unwrap_or(u8::from(flag.on()))),
            "l" => lower_l += flag.value.map_or(1, |v| v.parse().unwrap_or(i32::from(flag.on()))),
            "complete" => what.complete = flag.on(),
            "std" => what.std = flag.on(),
            "V" => {
                println!("compile version go1.27");
                return Ok(());
            }
            name if IGNORED_VALUES.contains(&name) => {
                if !BOOLEAN.contains(&name) {
                    flag.value(&mut at, args)?;
                }
            }
            name if IGNORED.contains(&name) => {}
            name => return Err(usage(format!("flag provided but not defined: -{name}"))),
        }
    }
    // One -l switches inlining off; more of it asked older compilers for more inlining.
    let inline = lower_l != 1;
    what.model = (level > 0).then_some(ModelConfig { level, inline, columns: what.imports.report.columns });
    what.files = args[at..].to_vec();
    let Some(first) = what.files.first() else { return Err(usage(String::new())) };
    if what.output.is_none() {
        let stem = Path::new(first).file_stem().map(|s| s.to_string_lossy().into_owned());
        what.output = Some(format!("{}.o", stem.unwrap_or_default()));
    }
    what.imports.base = base.unwrap_or_else(|| what.path.clone());
    print!("{}", tool_compile(&what, &Options::default()).map_err(to_stdout)?);
    Ok(())
}

/// The official tool prints its messages on standard output.
fn to_stdout(failure: Failure) -> Failure {
    print!("{}", failure.message);
    Failure { message: String::new(), ..failure }
}

/// Reads `go1.N`.
fn language(text: &str) -> Result<(u32, u32), Failure> {
    let bad = || Failure { status: 2, ..Failure::new(format!("invalid value {text:?} for -lang: should be something like \"go1.12\"")) };
    let (major, minor) = text.strip_prefix("go").and_then(|v| v.split_once('.')).ok_or_else(bad)?;
    match (major.parse(), minor.parse()) {
        (Ok(major), Ok(minor)) if (major, minor) <= (1, 27) => Ok((major, minor)),
        (Ok(_), Ok(_)) => Err(Failure { status: 2, ..Failure::new(format!("invalid value {text:?} for -lang: max known version is \"go1.27\"")) }),
        _ => Err(bad()),
    }
}

fn link(args: &[String]) -> Result<(), Failure> {
    const IGNORED_VALUES: &[&str] = &[
        "B", "E", "H", "I", "L", "R", "T", "X", "buildid", "buildmode", "extld", "extldflags", "importcfg", "installsuffix",
        "k", "libgcc", "linkmode", "r", "tmpdir",
    ];
    const IGNORED: &[&str] = &["s", "w", "v", "n", "c", "d", "f", "g", "race", "msan", "asan", "linkshared", "strictdups", "dumpdep"];
    let mut output = "a.out".to_string();
    let mut at = 0;
    while let Some(flag) = args.get(at).and_then(|a| Flag::of(a)) {
        at += 1;
        match flag.name {
            "o" => output = flag.value(&mut at, args)?.to_string(),
            name if IGNORED_VALUES.contains(&name) => drop(flag.value(&mut at, args)?),
            name if IGNORED.contains(&name) => {}
            name => return Err(Failure::usage(format!("flag provided but not defined: -{name}\nusage: golift tool link [options] main.o\n"))),
        }
    }
    let [archive] = &args[at..] else {
        return Err(Failure::usage("usage: golift tool link [options] main.o\n"));
    };
    let program = tool_link(archive, &Options { bodyless: true, ..Options::default() })?.program;
    let Some(program) = program else { return Ok(()) };
    let image = program.write_image(&runtime_image()?).map_err(|e| Failure::new(format!("golift: {e}")))?;
    write_executable(Path::new(&output), &image)
}
