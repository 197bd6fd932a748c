//! A delta debugger for generated programs: leaves out declarations, statements and parts of expressions while the
//! difference stays.
//!
//! Input: a program with one statement a line and blocks indented by tabs. Programs that no longer compile do not show the
//! difference, so nothing here needs to know Go's rules. Source: Zeller and Hildebrandt, Simplifying and Isolating
//! Failure-Inducing Input (2002).

use super::shrink::smaller_lines;
use std::time::Instant;

/// A smaller program for which `shows` still holds.
pub(super) fn reduce(text: &str, end: Instant, shows: impl Fn(&str) -> bool) -> String {
    let mut r = Reducer { lines: text.lines().map(String::from).collect(), end, shows: &shows };
    loop {
        let before = r.lines.clone();
        r.leave_out_declarations();
        r.leave_out_statements();
        r.unwrap_blocks();
        r.shrink_lines();
        if r.lines == before || r.is_late() {
            break;
        }
    }
    r.lines.join("\n") + "\n"
}

struct Reducer<'a> {
    lines: Vec<String>,
    end: Instant,
    shows: &'a dyn Fn(&str) -> bool,
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches('\t').len()
}

/// The line behind the declaration or statement that begins at a line.
fn unit_end(lines: &[String], from: usize) -> usize {
    let (line, depth) = (lines[from].trim_end(), indent(&lines[from]));
    let mut at = from + 1;
    if line.ends_with('{') || line.ends_with('(') || line.ends_with('`') {
        while at < lines.len() {
            let l = lines[at].trim_end();
            let closes = !l.trim().is_empty() && indent(l) <= depth && l.trim_start().starts_with(['}', ')']);
            if closes && !l.ends_with('{') {
                return at + 1;
            }
            at += 1;
        }
        return from + 1;
    }
    if line.trim_start().starts_with("case ") || line.trim_start() == "default:" {
        while at < lines.len() && (lines[at].trim().is_empty() || indent(&lines[at]) > depth) {
            at += 1;
        }
    }
    at
}

impl Reducer<'_> {
    fn is_late(&self) -> bool {
        Instant::now() >= self.end
    }

    /// Takes the lines over if the difference stays.
    fn accept(&mut self, lines: Vec<String>) -> bool {
        if lines == self.lines || self.is_late() || !(self.shows)(&(lines.join("\n") + "\n")) {
            return false;
        }
        self.lines = lines;
        true
    }

    fn without(&self, ranges: &[(usize, usize)]) -> Vec<String> {
        let kept = self.lines.iter().enumerate().filter(|(i, _)| !ranges.iter().any(|&(a, b)| (a..b).contains(i)));
        kept.map(|(_, l)| l.clone()).collect()
    }

    /// The units at a depth within lines, as ranges.
    fn units(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut at = from;
        while at < to {
            if self.lines[at].trim().is_empty() {
                at += 1;
                continue;
            }
            let end = unit_end(&self.lines, at).min(to);
            out.push((at, end));
            at = end;
        }
        out
    }

    /// Whole declarations, many at a time at first.
    fn leave_out_declarations(&mut self) {
        let mut size = self.units(0, self.lines.len()).len().div_ceil(2);
        while size > 0 && !self.is_late() {
            let mut n = self.units(0, self.lines.len()).len();
            while n > 0 && !self.is_late() {
                let units = self.units(0, self.lines.len());
                n = n.min(units.len());
                let from = n.saturating_sub(size);
                let candidate = self.without(&units[from..n]);
                self.accept(candidate);
                n = from;
            }
            size /= 2;
        }
    }

    /// Statements at every depth, from the end, in runs of some.
    fn leave_out_statements(&mut self) {
        for run in [12, 5, 2, 1, 3] {
            let mut at = self.lines.len();
            while at > 0 && !self.is_late() {
                at = at.min(self.lines.len()) - 1;
                let depth = indent(&self.lines[at]);
                let text = self.lines[at].trim();
                if text.is_empty() || text.starts_with(['}', ')']) {
                    continue;
                }
                let mut end = unit_end(&self.lines, at);
                for _ in 1..run {
                    if end < self.lines.len() && indent(&self.lines[end]) == depth && !self.lines[end].trim().starts_with(['}', ')']) {
                        end = unit_end(&self.lines, end);
                    }
                }
                let candidate = self.without(&[(at, end)]);
                self.accept(candidate);
            }
        }
    }

    /// Blocks become their bodies.
    fn unwrap_blocks(&mut self) {
        let mut at = self.lines.len();
        while at > 0 && !self.is_late() {
            at = at.min(self.lines.len()) - 1;
            let end = unit_end(&self.lines, at);
            if indent(&self.lines[at]) == 0 || end < at + 3 {
                continue;
            }
            let mut lines = self.lines[..at].to_vec();
            lines.extend(self.lines[at + 1..end - 1].iter().map(|l| l.strip_prefix('\t').unwrap_or(l).to_string()));
            lines.extend_from_slice(&self.lines[end..]);
            self.accept(lines);
        }
    }

    /// Shorter forms of single lines.
    fn shrink_lines(&mut self) {
        let mut at = self.lines.len();
        while at > 0 && !self.is_late() {
            at -= 1;
            let mut tries = 0;
            'again: while tries < 20 {
                for line in smaller_lines(&self.lines[at]) {
                    let mut lines = self.lines.clone();
                    lines[at] = line;
                    tries += 1;
                    if self.accept(lines) {
                        continue 'again;
                    }
                    if self.is_late() {
                        return;
                    }
                }
                break;
            }
        }
    }
}
