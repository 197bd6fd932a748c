//! Help texts.

/// `golift help`.
pub(crate) const OVERVIEW: &str = "\
golift compiles Go programs and shows where their values live.

Usage:

\tgolift <command> [arguments]

The commands are:

\tbench       compare time and allocations of placement policies
\tbuild       compile a program to an executable
\tescape      compare the escape analysis with the official compiler's
\trun         compile a program and run it at once
\ttest        run the tests of packages
\ttool        compile one package, or link (tool compile, tool link)
\tversion     print golift's version
\tvet         report likely mistakes in packages
\thelp        print this text, or the help of a command

Use \"golift help <command>\" for more about a command.
";

/// `golift help build`.
pub(crate) const BUILD: &str = "\
usage: golift build [-o output] [build flags] [files.go | package]

Build compiles the named program to an executable without a linker.

\t-o file
\t\twrite the executable to file, or into it if it is a directory
\t-m
\t\tprint the verdict of the escape analysis for every value; -m=2 with
\t\tthe way by which each value gets to the heap, and what functions do
\t\tto their parameters; -m -json as one JSON object a value, on
\t\tstandard output
\t-C dir
\t\tchange to dir before anything else; must be the first flag
\t-e
\t\tprint all errors, not the first 10
\t-diagnostics plain|pretty
\t\tpretty: errors with the source line and carets
\t-escape heap|gc|full|side
\t\tfull (the default): values stay on the stack when the analysis proves
\t\tthat they may; heap: every allocation site allocates; gc: what the
\t\tofficial compiler allocates does; side: as full, but with the side
\t\tstack in place of frames, for tests
\t-d poisonframes
\t\tto test the compiler: functions write over the objects in their frames
\t\tbefore they return
\t-opt none|speed
\t\tgenerate code quickly, or fast code (the default)
\t-tags tag,list
\t\tbuild tags
\t-emit tokens|ast|types|ssa[:pass[:func]]|escape|audit|clif|asm
\t\tprint what a stage makes instead of building
\t-json
\t\tprint errors as JSON objects, one a line
\t-timings
\t\tprint how long each phase took, on standard error
";

/// `golift help run`.
pub(crate) const RUN: &str = "\
usage: golift run [build flags] [-allocs] files.go|package [arguments...]

Run compiles the named program and runs it in memory.
It takes the flags of \"golift build\" but -o, and

\t-allocs
\t\tafter the program's exit, print on standard error how many places of the
\t\tprogram are in frames, on side stacks and on the heap, and one line for each
\t\tallocation site: position, verdict, number of heap allocations, bytes,
\t\twhat was on the side stack, and why verdict and counts differ;
\t\twith -json one JSON object a site
";

/// `golift help escape`.
pub(crate) const ESCAPE: &str = "\
usage: golift escape diff [-run] [-all] [build flags] files.go|packages

Diff lists, side by side, the places in the source where golift's escape
analysis and the official compiler's decide differently, and what that saves.

\t-run
\t\trun the program twice, with its values placed as each analysis says
\t\t(-escape=gc and -escape=full), and show the measured allocations;
\t\tits output is not shown
\t-all
\t\tlist embedded packages too
\t-json
\t\tprint one JSON object a place
";

/// `golift help vet`.
pub(crate) const VET: &str = "\
usage: golift vet [build flags] [packages]

Vet reports what is probably a mistake in the named packages: formats that
do not fit their arguments, copied locks, unreachable code, cancel functions
that get lost, self-assignments, and results that are not used.

\t-json
\t\tprint one JSON object a finding, on standard output; the exit status is 0
";

/// `golift help bench`.
pub(crate) const BENCH: &str = "\
usage: golift bench [bench flags] [packages | files.go] [-args arguments]

Bench builds the benchmarks of the packages, or a program whose whole run is
one operation, once for each policy of placement and with the official go
command if there is one. It runs the binaries in turn, several rounds, and
prints time, heap bytes, heap allocations and allocations on stacks for each
operation: medians, the spread (half the distance of the quartiles), and the
ratio to the official toolchain, or to the first policy without one.

\t-bench regexp, -benchtime d|Nx
\t\twhich benchmarks, and for how long or how often each (300ms)
\t-count n
\t\trounds (6)
\t-policy list
\t\tthe policies, of heap, gc and full (all)
\t-go path
\t\tthe official go command (the one in PATH); \"\" for none
\t-o dir
\t\twrite a file a policy for benchstat, and chart.svg
\t-json
\t\tprint JSON, an object for each benchmark and policy
\t-args
\t\tall that follows are arguments of the program

stack-allocs/op counts the objects that are made in frames and on side
stacks, in a run of its own; what lives in registers alone is none.
";

/// `golift help test`.
pub(crate) const TEST: &str = "\
usage: golift test [build/test flags] [packages] [build/test flags & test binary flags]

Test compiles each package with its _test.go files and a main program, runs
it in the package's directory, and prints one line a package. Without
packages it tests the current directory and shows all that is printed.
It takes the flags of \"golift build\" but -emit, -json and -timings, and

\t-run regexp, -skip regexp
\t\trun only, or do not run, tests, examples and fuzz seeds that match
\t-bench regexp, -benchtime d|Nx, -benchmem
\t\trun benchmarks; for how long or how often; and tell their memory
\t-count n, -cpu 1,2,4, -parallel n
\t\trun each test n times; with GOMAXPROCS set so; n at the same time
\t-v, -short, -failfast, -timeout d, -list regexp
\t\tas for \"go test\"
\t-c, -o file
\t\twrite the test program, with -c without running it
\t-p n
\t\trun at most n test programs at the same time
\t-args
\t\tall that follows belongs to the test program

Results are not cached, and vet does not run before. Fuzz targets run with
their seeds only.
";

/// `usage` lines for bad flags.
pub(crate) fn usage_line(command: &str) -> String {
    match command {
        "run" => "usage: golift run [build flags] [-allocs] package [arguments...]\nRun 'golift help run' for details.\n".into(),
        "bench" => "usage: golift bench [bench flags] [packages | files.go] [-args arguments]\nRun 'golift help bench' for details.\n".into(),
        "escape" => "usage: golift escape diff [-run] [-all] [build flags] files.go|packages\nRun 'golift help escape' for details.\n".into(),
        "test" => "usage: golift test [build/test flags] [packages] [build/test flags & test binary flags]\nRun 'golift help test' for details.\n".into(),
        _ => format!("usage: golift {command} [-o output] [build flags] [packages]\nRun 'golift help {command}' for details.\n"),
    }
}
