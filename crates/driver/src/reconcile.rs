//! `-allocs`: what the analysis said of a site beside how often it allocated, and why the two differ.
//!
//! The code counts by copy of a site; here they are taken together by the place in the source. A value that "does not
//! escape" may have been allocated all the same: it grew, it was too large at run time, the side stack was full. One that
//! escapes may never have been made.

use crate::error::json_string;
use golift_abi::goroutine::SIDE_OBJECT;

/// A site of the source as the compiler sees it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceSite {
    /// `./a.go:3:4`.
    pub position: String,
    /// The printed expression.
    pub expr: String,
    /// The function that it stands in.
    pub function: String,
    /// The sort of construct.
    pub kind: &'static str,
    /// The verdict as `-m` prints it; a sentence of its own where `-m` prints nothing.
    pub verdict: String,
    /// Whether a copy of it is on the heap.
    pub heap: bool,
    /// How many copies in the code are on the heap, and how many are not.
    pub copies: (usize, usize),
    /// How many copies the code does not have any more.
    pub gone: usize,
    /// What keeps it off the heap; empty for the heap.
    pub technique: &'static str,
    /// Whether the official compiler allocates it; `None` if it is not known.
    pub official_heap: Option<bool>,
    /// Whether it stands in the program, not in an embedded package.
    pub in_program: bool,
}

/// What was counted at a copy of a site, or at all of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counted {
    /// `./a.go:3:4`; `runtime` for what no site allocates.
    pub position: String,
    /// The printed expression.
    pub expr: String,
    /// The verdict.
    pub verdict: String,
    /// Objects on the heap.
    pub count: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Objects on the side stack.
    pub side_count: u64,
    /// Their bytes.
    pub side_bytes: u64,
    /// Why verdict and counts differ; empty if they do not.
    pub note: String,
}

/// Takes the counts of one place together and says where they differ from the verdict: first what allocated, in the order
/// of the counts, then the sites of the program that would allocate and were never reached.
pub fn reconcile(sites: &[SourceSite], counts: Vec<Counted>) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    for c in counts {
        match out.iter_mut().find(|o| o.position == c.position && o.expr == c.expr && c.position != "runtime") {
            Some(o) => {
                o.count += c.count;
                o.bytes += c.bytes;
                o.side_count += c.side_count;
                o.side_bytes += c.side_bytes;
            }
            None => out.push(c),
        }
    }
    out.sort_by_key(|c| std::cmp::Reverse((c.bytes, c.side_bytes)));
    for c in &mut out {
        if let Some(site) = find(sites, c) {
            c.verdict.clone_from(&site.verdict);
            c.note = note(site, c);
        }
    }
    for site in sites.iter().filter(|s| s.in_program && s.heap) {
        if !out.iter().any(|c| c.position == site.position && c.expr == site.expr) {
            let note = match site {
                s if s.kind == "conversion to interface" => "never executed, or its values have shared boxes",
                s if s.gone != 0 => "never executed but where it is in registers",
                _ => "never executed",
            };
            out.push(Counted {
                position: site.position.clone(),
                expr: site.expr.clone(),
                verdict: site.verdict.clone(),
                note: note.to_string(),
                ..Counted::default()
            });
        }
    }
    out
}

fn find<'a>(sites: &'a [SourceSite], c: &Counted) -> Option<&'a SourceSite> {
    sites.iter().find(|s| s.position == c.position && s.expr == c.expr)
}

fn note(site: &SourceSite, c: &Counted) -> String {
    let grows = matches!(site.kind, "append" | "make map" | "map literal" | "map growth");
    let text = match (site.heap, c.count) {
        (false, 0) => "",
        (false, n) => match site.technique {
            "append room" => "grew beyond its room in the frame",
            "stack buffer" => "longer than its buffer in the frame",
            _ if c.bytes / n > SIDE_OBJECT => "too large for the side stack at run time",
            "side stack" | "caller's region" if grows => "grew when the side stack had no room for it",
            "side stack" | "caller's region" => "the side stack was full",
            _ => "",
        },
        (true, 0) => "only copies that do not escape were executed",
        (true, _) if site.copies.1 != 0 => {
            return format!("of its copies in the code {} of {} do not escape", site.copies.1, site.copies.0 + site.copies.1);
        }
        _ => "",
    };
    text.to_string()
}

/// How many places of the program are where, by what keeps them off the heap; empty if it has none.
pub fn places_line(sites: &[SourceSite]) -> String {
    let mut counts = [("in frames", 0), ("on side stacks", 0), ("on the heap", 0), ("in registers or gone", 0)];
    for site in sites.iter().filter(|s| s.in_program) {
        let at = match site.technique {
            _ if site.heap => 2,
            "frame slot" | "goroutine's stack" | "append room" | "stack buffer" => 0,
            "side stack" | "caller's region" => 1,
            _ => 3,
        };
        counts[at].1 += 1;
    }
    if counts.iter().all(|&(_, n)| n == 0) {
        return String::new();
    }
    let words: Vec<String> = counts.iter().map(|(place, n)| format!("{n} {place}")).collect();
    format!("places in the program: {}\n", words.join(", "))
}

/// A line a place, and the total, which equals `MemStats.Mallocs`.
pub fn allocation_lines(list: &[Counted]) -> String {
    let mut out = String::new();
    let mut total = Counted::default();
    for c in list {
        let separator = if c.verdict.is_empty() { "" } else { ": " };
        out.push_str(&format!("{}{separator}{}: {}", c.position, c.verdict, counts(c)));
        if !c.note.is_empty() {
            out.push_str(&format!(" ({})", c.note));
        }
        out.push('\n');
        total.count += c.count;
        total.bytes += c.bytes;
        total.side_count += c.side_count;
        total.side_bytes += c.side_bytes;
    }
    let side = if total.side_count == 0 { String::new() } else { format!("; {}", on_side(&total)) };
    out.push_str(&format!("total: {} allocations, {} bytes{side}\n", total.count, total.bytes));
    out
}

fn counts(c: &Counted) -> String {
    let heap = (c.count != 0 || c.side_count == 0).then(|| format!("{} allocations, {} bytes", c.count, c.bytes));
    let side = (c.side_count != 0).then(|| on_side(c));
    heap.into_iter().chain(side).collect::<Vec<_>>().join("; ")
}

fn on_side(c: &Counted) -> String {
    format!("{} on the side stack, {} bytes", c.side_count, c.side_bytes)
}

/// An object a place and line, for programs.
pub fn allocation_json(list: &[Counted]) -> String {
    let object = |c: &Counted| {
        let note = if c.note.is_empty() { String::new() } else { format!(",\"note\":{}", json_string(&c.note)) };
        format!(
            "{{\"position\":{},\"expression\":{},\"verdict\":{},\"allocations\":{},\"bytes\":{},\"sideAllocations\":{},\"sideBytes\":{}{note}}}\n",
            json_string(&c.position),
            json_string(&c.expr),
            json_string(&c.verdict),
            c.count,
            c.bytes,
            c.side_count,
            c.side_bytes,
        )
    };
    list.iter().map(object).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(position: &str, kind: &'static str, heap: bool, technique: &'static str) -> SourceSite {
        let verdict = if heap { "x escapes to heap" } else { "x does not escape" };
        SourceSite {
            position: position.into(),
            expr: "x".into(),
            kind,
            verdict: verdict.into(),
            heap,
            technique,
            in_program: true,
            ..SourceSite::default()
        }
    }

    fn counted(position: &str, count: u64, bytes: u64, side_count: u64) -> Counted {
        Counted { position: position.into(), expr: "x".into(), count, bytes, side_count, ..Counted::default() }
    }

    #[test]
    fn counts_of_a_place_are_added_and_explained() {
        let sites = [
            site("a:1", "append", false, "append room"),
            site("a:2", "make slice", false, "side stack"),
            site("a:3", "make slice", false, "side stack"),
            site("a:4", "new", true, ""),
            site("a:5", "conversion to interface", true, ""),
            SourceSite { copies: (1, 2), ..site("a:6", "new", true, "") },
        ];
        let counts = vec![
            counted("a:1", 1, 64, 0),
            counted("a:2", 1, 400_000, 3),
            counted("a:3", 2, 64, 1),
            counted("a:3", 1, 32, 1),
            counted("a:6", 1, 8, 0),
        ];
        assert_eq!(places_line(&sites), "places in the program: 1 in frames, 2 on side stacks, 3 on the heap, 0 in registers or gone\n");
        let text = allocation_lines(&reconcile(&sites, counts));
        assert_eq!(
            text,
            "a:2: x does not escape: 1 allocations, 400000 bytes; 3 on the side stack, 0 bytes (too large for the side stack at run time)\n\
             a:3: x does not escape: 3 allocations, 96 bytes; 2 on the side stack, 0 bytes (the side stack was full)\n\
             a:1: x does not escape: 1 allocations, 64 bytes (grew beyond its room in the frame)\n\
             a:6: x escapes to heap: 1 allocations, 8 bytes (of its copies in the code 2 of 3 do not escape)\n\
             a:4: x escapes to heap: 0 allocations, 0 bytes (never executed)\n\
             a:5: x escapes to heap: 0 allocations, 0 bytes (never executed, or its values have shared boxes)\n\
             total: 6 allocations, 400168 bytes; 5 on the side stack, 0 bytes\n"
        );
    }
}
