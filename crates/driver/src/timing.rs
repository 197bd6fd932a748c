//! `-timings`: how long each phase took.

use std::time::{Duration, Instant};

/// Phases in the order they ran, with their times.
#[derive(Debug, Default)]
pub struct Timings {
    phases: Vec<(String, Duration)>,
}

impl Timings {
    /// Runs a phase and notes its time.
    pub fn time<T>(&mut self, phase: &str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let out = run();
        self.phases.push((phase.to_string(), start.elapsed()));
        out
    }

    /// Notes a phase measured elsewhere.
    pub fn add(&mut self, phase: &str, time: Duration) {
        self.phases.push((phase.to_string(), time));
    }

    /// A phase a line, then the total.
    pub fn render(&self) -> String {
        let mut out = String::new();
        for (phase, time) in &self.phases {
            out.push_str(&format!("{:<24} {:>9.3} ms\n", phase, time.as_secs_f64() * 1e3));
        }
        let total: Duration = self.phases.iter().filter(|(p, _)| !p.starts_with(' ')).map(|(_, t)| *t).sum();
        out.push_str(&format!("{:<24} {:>9.3} ms\n", "total", total.as_secs_f64() * 1e3));
        out
    }
}
