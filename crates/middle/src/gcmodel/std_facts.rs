//! What the official compiler prints about exported functions of the standard packages: inlining costs and parameter
//! tags.
//!
//! The embedded packages are golift's own code, with other costs and sometimes other flows; programs should see what
//! they will see in production. The table was measured with `go build -gcflags=all=-m=2` of go1.27.3: a line for each
//! function, with its cost (`-` if it is not inlinable) and, a parameter (`r` is the receiver), the fewest dereferences
//! to the heap (`h1`) and to results (`0.1`: to the first with one).
//! `std_generic_facts.txt` has the same of generic functions, measured as code for shapes (their dictionary does not
//! count as a parameter), and `std_inlined.txt` the calls that were inlined in each inlinable function; of generic ones only
//! those without any, since calls differ by instance. `cargo run -p xtask -- facts` writes all three.

use super::ir::{F, Program};
use super::leaks::{Leaks, MAX_RESULTS};
use golift_types::World;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

static TEXT: &str = include_str!("std_facts.txt");

static GENERIC: &str = include_str!("std_generic_facts.txt");
static INLINED: &str = include_str!("std_inlined.txt");

/// What is known of a function, by package and name.
type Table = FxHashMap<(&'static str, &'static str), &'static str>;

static TABLE: LazyLock<Table> = LazyLock::new(|| table(TEXT.lines().chain(GENERIC.lines())));
static CALLS: LazyLock<Table> = LazyLock::new(|| table(INLINED.lines()));

fn table(lines: impl Iterator<Item = &'static str>) -> Table {
    let mut table = Table::default();
    let mut package = "";
    for line in lines {
        if let Some(path) = line.strip_prefix("package ") {
            package = path;
        } else {
            let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
            table.insert((package, name), rest);
        }
    }
    table
}

fn fact(w: &World, p: &Program, f: F) -> Option<&'static str> {
    find(&TABLE, w, p, f)
}

fn find(table: &Table, w: &World, p: &Program, f: F) -> Option<&'static str> {
    let func = p.f(f);
    let package = w.package(func.pkg);
    if !package.std || func.outer.is_some() {
        return None;
    }
    if func.instance && !func.shaped {
        return None;
    }
    let name = without_arguments(func.name.as_str());
    table.get(&(package.path.as_str(), &*name)).copied()
}

/// A function's name without type arguments.
pub fn without_arguments(name: &str) -> Cow<'_, str> {
    match (name.find('['), name.rfind(']')) {
        (Some(from), Some(to)) if from < to => Cow::Owned(format!("{}{}", &name[..from], &name[to + 1..])),
        _ => Cow::Borrowed(name),
    }
}

/// The calls that are inlined where a standard function is; `None` if that is not known.
pub fn nested_calls(w: &World, p: &Program, f: F) -> Option<impl Iterator<Item = &'static str>> {
    let list = find(&CALLS, w, p, f)?;
    Some(list.split(';').filter(|c| !c.is_empty()))
}

/// The inlining cost of a standard function: `Some(None)` if it is known not to be inlinable.
pub fn inline_cost(w: &World, p: &Program, f: F) -> Option<Option<i32>> {
    let cost = fact(w, p, f)?.split(' ').next()?;
    Some(cost.parse().ok())
}

/// Corrects what was found about a parameter; `index` is `None` for the receiver.
pub fn correct(w: &World, p: &Program, f: F, index: Option<usize>, found: Leaks) -> Leaks {
    let shaped = p.f(f).shaped;
    // The dictionary comes first.
    let index = match index {
        Some(0) if shaped => return found,
        Some(i) if shaped => Some(i - 1),
        other => other,
    };
    let key = index.map_or(String::from("r"), |i| i.to_string());
    let tags = fact(w, p, f).and_then(|t| t.split(' ').skip(1).find_map(|t| t.split_once('=').filter(|(k, _)| *k == key)));
    let Some((_, tags)) = tags else { return found };
    let mut leaks = Leaks { heap: None, results: [None; MAX_RESULTS], ..found };
    for tag in tags.split(',') {
        if let Some(d) = tag.strip_prefix('h').and_then(|d| d.parse().ok()) {
            leaks.add_heap(d);
        } else if let Some((i, d)) = tag.split_once('.')
            && let (Ok(i), Ok(d)) = (i.parse::<usize>(), d.parse())
            && i < MAX_RESULTS
        {
            leaks.add_result(i, d);
        }
    }
    leaks.optimize();
    leaks
}
