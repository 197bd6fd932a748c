//! The chart: for each benchmark a group of bars, a bar a contender. On the left the time as a part of the base's, on the
//! right the heap allocations.

use super::results::{Benchmark, Results, number};
use plotters::coord::Shift;
use plotters::prelude::{
    Color, DrawingArea, IntoDrawingArea, IntoFont, RGBColor, Rectangle, SVGBackend, Text, TextStyle, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// What drawing may fail with.
type DrawError = Box<dyn std::error::Error>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

const BAR: i32 = 14;
const GAP: i32 = 12;
const TOP: i32 = 64;
const BOTTOM: i32 = 34;
const MARGIN: i32 = 20;
const PANEL: i32 = 340;
/// Room behind the longest bar for its number.
const NUMBER: i32 = 56;
const INK: RGBColor = RGBColor(0x33, 0x33, 0x33);
const GRID: RGBColor = RGBColor(0xdd, 0xdd, 0xdd);
/// Colours that are told apart in grey and by most eyes.
const COLORS: [RGBColor; 5] = [
    RGBColor(0x9a, 0x9a, 0x9a),
    RGBColor(0x56, 0x9c, 0xd6),
    RGBColor(0x1b, 0x7f, 0x5c),
    RGBColor(0xe0, 0x8a, 0x1e),
    RGBColor(0x8e, 0x5a, 0xa8),
];

/// One panel: what its bars show.
struct Panel<'a> {
    title: String,
    /// The length of a bar, if there is one.
    value: &'a dyn Fn(&Benchmark, usize) -> Option<f64>,
    left: i32,
    /// A line at this value.
    mark: Option<f64>,
}

/// Draws the results as an SVG picture.
///
/// # Errors
/// What the plotting library reports.
pub(super) fn chart(results: &Results) -> Result<String, DrawError> {
    let benchmarks: Vec<&Benchmark> = results.packages.iter().flat_map(|p| &p.benchmarks).collect();
    let bars = results.contenders.len() as i32;
    let group = bars * BAR + GAP;
    let longest = benchmarks.iter().map(|b| b.name.chars().count()).max().unwrap_or(0) as i32;
    let names = (longest * 7).clamp(60, 420);
    let first = MARGIN + names + 10;
    let second = first + PANEL + NUMBER + MARGIN;
    let width = second + PANEL + NUMBER + MARGIN;
    let height = TOP + group * benchmarks.len() as i32 + BOTTOM;
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, (width as u32, height as u32)).into_drawing_area();
        root.fill(&WHITE)?;
        legend(&root, results)?;
        for (i, benchmark) in benchmarks.iter().enumerate() {
            let middle = TOP + group * i as i32 + bars * BAR / 2;
            root.draw(&Text::new(benchmark.name.clone(), (MARGIN + names, middle), text(15).pos(Pos::new(HPos::Right, VPos::Center))))?;
        }
        let base = results.base;
        let time = |b: &Benchmark, c: usize| b.ratio(c, base, "ns/op");
        let allocs = |b: &Benchmark, c: usize| b.summary(c, "allocs/op").map(|s| s.median);
        let title = format!("time, {} = 1", results.contenders[base]);
        for panel in [
            Panel { title, value: &time, left: first, mark: Some(1.0) },
            Panel { title: "heap allocations/op".into(), value: &allocs, left: second, mark: None },
        ] {
            draw_panel(&root, &panel, &benchmarks, bars, height)?;
        }
        root.present()?;
    }
    Ok(svg)
}

/// A number without needless digits.
fn short(v: f64) -> String {
    let text = if v < 10.0 { format!("{v:.2}") } else { number(v) };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}

fn text(size: u32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&INK)
}

fn color(contender: usize) -> RGBColor {
    COLORS[contender % COLORS.len()]
}

fn legend(root: &Area<'_>, results: &Results) -> Result<(), DrawError> {
    let mut x = MARGIN;
    for (c, name) in results.contenders.iter().enumerate() {
        root.draw(&Rectangle::new([(x, 12), (x + 12, 24)], color(c).filled()))?;
        root.draw(&Text::new(name.clone(), (x + 17, 18), text(16).pos(Pos::new(HPos::Left, VPos::Center))))?;
        x += 17 + 8 * name.chars().count() as i32 + 24;
    }
    Ok(())
}

fn draw_panel(root: &Area<'_>, panel: &Panel<'_>, benchmarks: &[&Benchmark], bars: i32, height: i32) -> Result<(), DrawError> {
    let values = benchmarks.iter().flat_map(|b| (0..bars as usize).filter_map(|c| (panel.value)(b, c)));
    let (step, steps) = scale(values.fold(panel.mark.unwrap_or(0.0), f64::max));
    let most = step * f64::from(steps);
    let x = |v: f64| panel.left + (v / most * f64::from(PANEL)).round() as i32;
    let bottom = height - BOTTOM;
    root.draw(&Text::new(panel.title.clone(), (panel.left, TOP - 20), text(16).pos(Pos::new(HPos::Left, VPos::Center))))?;
    for i in 0..=steps {
        let v = step * f64::from(i);
        root.draw(&Rectangle::new([(x(v), TOP - 8), (x(v) + 1, bottom)], GRID.filled()))?;
        root.draw(&Text::new(short(v), (x(v), bottom + 8), text(14).pos(Pos::new(HPos::Center, VPos::Top))))?;
    }
    for (i, benchmark) in benchmarks.iter().enumerate() {
        for c in 0..bars {
            let Some(v) = (panel.value)(benchmark, c as usize) else { continue };
            let top = TOP + (bars * BAR + GAP) * i as i32 + c * BAR;
            root.draw(&Rectangle::new([(panel.left, top), (x(v).max(panel.left + 1), top + BAR - 2)], color(c as usize).filled()))?;
            root.draw(&Text::new(short(v), (x(v) + 4, top + BAR / 2 - 1), text(13).pos(Pos::new(HPos::Left, VPos::Center))))?;
        }
    }
    if let Some(mark) = panel.mark {
        root.draw(&Rectangle::new([(x(mark), TOP - 8), (x(mark) + 1, bottom)], INK.filled()))?;
    }
    Ok(())
}

/// The distance of grid lines, a round number, and how many reach `most`.
fn scale(most: f64) -> (f64, u32) {
    let most = if most > 0.0 { most } else { 1.0 };
    let power = 10f64.powf((most / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|m| m * power).into_iter().find(|s| most / s <= 6.0).unwrap_or(most);
    (step, (most / step).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::super::results::{PackageResults, Sample};
    use super::*;

    #[test]
    fn grid_lines() {
        assert_eq!((scale(1.0), scale(3.2), scale(0.0), scale(700.0)), ((0.2, 5), (1.0, 4), (0.2, 5), (200.0, 4)));
    }

    #[test]
    fn every_bar_is_drawn() {
        let mut package = PackageResults { path: "m".into(), benchmarks: Vec::new() };
        for (c, line) in ["BenchmarkA 1 50 ns/op 2 allocs/op", "BenchmarkA 1 100 ns/op 4 allocs/op"].iter().enumerate() {
            package.add(Sample::parse(line).expect("a line"), c, 2);
        }
        let results = Results { contenders: vec!["full".into(), "go1.27".into()], base: 1, packages: vec![package] };
        let svg = chart(&results).expect("a picture");
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
        for word in ["BenchmarkA", "full", "go1.27", "0.5", "time, go1.27 = 1"] {
            assert!(svg.contains(word), "{word}");
        }
        assert_eq!(svg.matches("#9A9A9A").count(), 3);
    }
}
