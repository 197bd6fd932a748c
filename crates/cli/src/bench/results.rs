//! What was measured: benchmark lines, collected by package, benchmark and contender, and their statistics.

/// A line of a benchmark's output: name, iterations, and values with their units.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sample {
    /// `BenchmarkX/sub-8`.
    pub(crate) name: String,
    /// How often the function ran.
    pub(crate) iterations: u64,
    /// `(unit, value)` in the order of the line.
    pub(crate) values: Vec<(String, f64)>,
}

impl Sample {
    /// Reads a line as package testing writes it (Go benchmark data format).
    pub(crate) fn parse(line: &str) -> Option<Sample> {
        let mut words = line.split_whitespace();
        let name = words.next().filter(|n| n.starts_with("Benchmark"))?.to_string();
        let iterations = words.next()?.parse().ok()?;
        let mut values = Vec::new();
        while let (Some(value), Some(unit)) = (words.next(), words.next()) {
            values.push((unit.to_string(), value.parse().ok()?));
        }
        (!values.is_empty()).then_some(Sample { name, iterations, values })
    }

    /// The value with a unit.
    pub(crate) fn value(&self, unit: &str) -> Option<f64> {
        self.values.iter().find(|(u, _)| u == unit).map(|(_, v)| *v)
    }

    /// Sets or adds a value.
    pub(crate) fn set(&mut self, unit: &str, value: f64) {
        match self.values.iter_mut().find(|(u, _)| u == unit) {
            Some((_, v)) => *v = value,
            None => self.values.push((unit.to_string(), value)),
        }
    }

    /// The line.
    pub(crate) fn line(&self) -> String {
        let mut out = format!("{}\t{:8}", self.name, self.iterations);
        for (unit, value) in &self.values {
            out.push_str(&format!("\t{} {unit}", number(*value)));
        }
        out.push('\n');
        out
    }
}

/// A value with about four digits, as package testing prints it.
pub(crate) fn number(x: f64) -> String {
    let size = x.abs();
    let digits = match size {
        _ if x.fract() == 0.0 && size >= 1000.0 || x == 0.0 => 0,
        _ if size >= 999.95 => 0,
        _ if size >= 99.995 => 1,
        _ if size >= 9.9995 => 2,
        _ => 3,
    };
    let text = format!("{x:.digits$}");
    let whole = text.contains('.').then(|| text.trim_end_matches('0').strip_suffix('.').map(str::to_string)).flatten();
    whole.unwrap_or(text)
}

/// Median and spread of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Summary {
    /// The middle value.
    pub(crate) median: f64,
    /// Half the distance of the quartiles, as a part of the median.
    pub(crate) spread: f64,
}

impl Summary {
    /// Of at least one value.
    pub(crate) fn of(values: &[f64]) -> Option<Summary> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        // Linear interpolation between neighbours.
        let quantile = |q: f64| {
            let at = q * last as f64;
            let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
            low + (high - low) * at.fract()
        };
        let median = quantile(0.5);
        let distance = quantile(0.75) - quantile(0.25);
        Some(Summary { median, spread: if median == 0.0 { 0.0 } else { distance / 2.0 / median } })
    }
}

/// What one benchmark gave, by contender.
#[derive(Clone, Debug)]
pub(crate) struct Benchmark {
    /// Its name.
    pub(crate) name: String,
    /// The samples of each contender, a round each.
    pub(crate) samples: Vec<Vec<Sample>>,
}

impl Benchmark {
    /// Median and spread of one contender's values with a unit.
    pub(crate) fn summary(&self, contender: usize, unit: &str) -> Option<Summary> {
        let values: Vec<f64> = self.samples[contender].iter().filter_map(|s| s.value(unit)).collect();
        Summary::of(&values)
    }

    /// The median as a part of the base's; `None` where the base has none or zero.
    pub(crate) fn ratio(&self, contender: usize, base: usize, unit: &str) -> Option<f64> {
        let base = self.summary(base, unit)?.median;
        (base != 0.0).then_some(self.summary(contender, unit)?.median / base)
    }
}

/// What the benchmarks of one package gave.
#[derive(Clone, Debug)]
pub(crate) struct PackageResults {
    /// The import path.
    pub(crate) path: String,
    /// In the order in which they ran first.
    pub(crate) benchmarks: Vec<Benchmark>,
}

impl PackageResults {
    /// Takes in a sample of one contender.
    pub(crate) fn add(&mut self, sample: Sample, contender: usize, contenders: usize) {
        let known = self.benchmarks.iter().position(|b| b.name == sample.name);
        let at = known.unwrap_or_else(|| {
            self.benchmarks.push(Benchmark { name: sample.name.clone(), samples: vec![Vec::new(); contenders] });
            self.benchmarks.len() - 1
        });
        self.benchmarks[at].samples[contender].push(sample);
    }
}

/// The units of the table and the chart.
pub(crate) const UNITS: [&str; 5] = ["ns/op", "cpu-ns/op", "B/op", "allocs/op", "stack-allocs/op"];

/// All that was measured.
#[derive(Clone, Debug)]
pub(crate) struct Results {
    /// The contenders' names: policies, and the official toolchain's version.
    pub(crate) contenders: Vec<String>,
    /// The contender that ratios refer to.
    pub(crate) base: usize,
    /// By package.
    pub(crate) packages: Vec<PackageResults>,
}

impl Results {
    /// The geometric mean over all benchmarks of a contender's ratios.
    pub(crate) fn mean_ratio(&self, contender: usize, unit: &str) -> Option<f64> {
        let all = self.packages.iter().flat_map(|p| &p.benchmarks);
        let logs: Vec<f64> = all.filter_map(|b| b.ratio(contender, self.base, unit)).filter(|r| *r > 0.0).map(f64::ln).collect();
        (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_written() {
        let line = "BenchmarkSub/x=1-2         \t      10\t       216.3 ns/op\t       8 B/op\t       1 allocs/op";
        let sample = Sample::parse(line).expect("a benchmark");
        assert_eq!((sample.iterations, sample.value("ns/op"), sample.value("allocs/op")), (10, Some(216.3), Some(1.0)));
        assert_eq!(sample.line(), "BenchmarkSub/x=1-2\t      10\t216.3 ns/op\t8 B/op\t1 allocs/op\n");
        assert_eq!(Sample::parse("ok  \tm\t0.003s"), None);
        assert_eq!(Sample::parse("BenchmarkX"), None);
    }

    #[test]
    fn numbers_have_few_digits() {
        let shown: Vec<String> = [0.0, 1.0, 0.12345, 12.345, 123.456, 1234.5, 2.5e6].into_iter().map(number).collect();
        assert_eq!(shown, ["0", "1", "0.123", "12.35", "123.5", "1234", "2500000"].map(String::from));
    }

    #[test]
    fn middle_and_spread() {
        let s = Summary::of(&[4.0, 1.0, 2.0, 3.0, 100.0]).expect("some values");
        assert_eq!((s.median, s.spread), (3.0, 1.0 / 3.0));
        assert_eq!(Summary::of(&[]), None);
        assert_eq!(Summary::of(&[0.0, 0.0]), Some(Summary { median: 0.0, spread: 0.0 }));
    }
}
