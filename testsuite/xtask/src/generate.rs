//! `xtask generate`: a large program of ordinary style, to measure the speed of parsing and checking.
//!
//! One package of files of about 1,000 lines: structs with methods, interfaces, maps, slices, strings, switches,
//! closures, errors and a few type parameters. The text depends on the number of lines alone.

use clap::Args;
use std::fmt::Write;
use std::path::PathBuf;

/// What to write.
#[derive(Args)]
pub(crate) struct Config {
    /// The folder that gets the files and a go.mod.
    dir: PathBuf,
    /// About how many lines.
    #[arg(long, default_value_t = 100_000)]
    lines: usize,
}

/// Lines of a file, about.
const FILE_LINES: usize = 1000;

/// Writes the program.
///
/// # Errors
/// A file that cannot be written.
pub(crate) fn run(config: &Config) -> Result<(), String> {
    let write = |name: String, text: String| {
        std::fs::write(config.dir.join(&name), text).map_err(|e| format!("{name}: {e}"))
    };
    std::fs::create_dir_all(&config.dir).map_err(|e| e.to_string())?;
    write("go.mod".into(), "module large\n\ngo 1.27\n".into())?;
    let (mut written, mut unit, mut file) = (0, 0, 0);
    while written < config.lines {
        let mut text = String::from("package main\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"sort\"\n\t\"strings\"\n)\n");
        let mut lines = text.lines().count();
        while lines < FILE_LINES {
            let part = unit_text(unit);
            lines += part.lines().count();
            text.push_str(&part);
            unit += 1;
        }
        write(format!("part{file:03}.go"), text)?;
        written += lines;
        file += 1;
    }
    let mut main = String::from("package main\n\nimport \"fmt\"\n\nfunc main() {\n\ttotal := 0\n");
    for i in 0..unit {
        let _ = writeln!(main, "\ttotal += Run{i}({i})");
    }
    main.push_str("\tfmt.Println(total)\n}\n");
    write("main.go".into(), main)
}

/// The declarations of one number: some 70 lines that mention those of the number before.
fn unit_text(i: usize) -> String {
    TEMPLATE.replace("@P", &i.saturating_sub(1).to_string()).replace('@', &i.to_string())
}

const TEMPLATE: &str = r#"
// Item@ is a record with a name, a weight and children.
type Item@ struct {
	Name     string
	Weight   int
	Ratio    float64
	Children []*Item@
	Tags     map[string]int
	parent   *Item@
}

// Visitor@ is called for items.
type Visitor@ interface {
	Visit(it *Item@, depth int) error
	Done() bool
}

type counter@ struct {
	seen  int
	limit int
}

func (c *counter@) Visit(it *Item@, depth int) error {
	c.seen++
	if depth > c.limit {
		return fmt.Errorf("item %q: depth %d exceeds %d", it.Name, depth, c.limit)
	}
	return nil
}

func (c *counter@) Done() bool { return c.seen >= 1<<10 }

var errEmpty@ = errors.New("item @ is empty")

// Add appends a child and returns it.
func (it *Item@) Add(name string, weight int) *Item@ {
	child := &Item@{Name: name, Weight: weight, parent: it}
	if it.Tags == nil {
		it.Tags = make(map[string]int)
	}
	it.Tags[name] += weight
	it.Children = append(it.Children, child)
	return child
}

// Walk visits the item and its children.
func (it *Item@) Walk(v Visitor@, depth int) error {
	if it == nil {
		return errEmpty@
	}
	if err := v.Visit(it, depth); err != nil {
		return err
	}
	for i, c := range it.Children {
		if v.Done() {
			break
		}
		if err := c.Walk(v, depth+1); err != nil {
			return fmt.Errorf("child %d: %w", i, err)
		}
	}
	return nil
}

func pick@[T int | float64 | string](xs []T, ok func(T) bool) (out []T) {
	for _, x := range xs {
		if ok(x) {
			out = append(out, x)
		}
	}
	return out
}

func classify@(n int, s string) (kind string, score int) {
	switch {
	case n < 0:
		kind = "negative"
	case n == 0, s == "":
		kind = "empty"
	case strings.HasPrefix(s, "x"):
		kind, score = "x", n*2
	default:
		for _, r := range s {
			if r >= '0' && r <= '9' {
				score += int(r - '0')
			}
		}
		kind = strings.ToUpper(s[:1]) + s[1:]
	}
	return kind, score + n%7
}

// Run@ does a bit of everything.
func Run@(n int) int {
	root := &Item@{Name: "root", Weight: n}
	for i := 0; i < 3; i++ {
		c := root.Add(fmt.Sprintf("c%d", i), i*n)
		c.Ratio = float64(c.Weight) / float64(n+1)
	}
	names := make([]string, 0, len(root.Tags))
	for name := range root.Tags {
		names = append(names, name)
	}
	sort.Strings(names)
	count := &counter@{limit: 5}
	if err := root.Walk(count, 0); err != nil && !errors.Is(err, errEmpty@) {
		panic(err)
	}
	sum := 0
	even := pick@([]int{1, 2, 3, n}, func(x int) bool { return x%2 == 0 })
	for _, x := range even {
		sum += x
	}
	kind, score := classify@(n, strings.Join(names, "-"))
	defer func() { sum -= len(kind) }()
	var prev *Item@P
	if prev != nil && prev.Weight > score {
		sum ^= prev.Weight
	}
	return sum + score + count.seen
}
"#;
