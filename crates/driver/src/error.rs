//! How a command fails: texts and exit status of the go command.

/// A failed command.
#[derive(Debug, Default)]
pub struct Failure {
    /// What goes to standard error, with its line ends.
    pub message: String,
    /// The exit status: 1 for failed builds, 2 for bad flags.
    pub status: i32,
    /// The same text by package, for `-json`; empty for failures that belong to no package.
    pub reports: Vec<Report>,
}

/// What went wrong with one package.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The import path; empty where there is none.
    pub import_path: String,
    /// Lines, each with its end.
    pub text: String,
}

impl Report {
    /// A report; a missing line end is added.
    pub fn new(import_path: impl Into<String>, text: impl Into<String>) -> Report {
        Report { import_path: import_path.into(), text: terminated(text.into()) }
    }

    /// The JSON objects that `go build -json` prints for it, one a line.
    pub fn json(&self) -> String {
        let path = json_string(&self.import_path);
        let mut out = String::new();
        for line in self.text.split_inclusive('\n') {
            let line = json_string(line);
            out.push_str(&format!("{{\"ImportPath\":{path},\"Action\":\"build-output\",\"Output\":{line}}}\n"));
        }
        out.push_str(&format!("{{\"ImportPath\":{path},\"Action\":\"build-fail\"}}\n"));
        out
    }
}

impl Failure {
    /// A failed build.
    pub fn new(message: impl Into<String>) -> Failure {
        Failure { message: terminated(message.into()), status: 1, reports: Vec::new() }
    }

    /// Bad usage.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { status: 2, ..Failure::new(message) }
    }

    /// Packages that failed.
    pub fn of_packages(reports: Vec<Report>) -> Failure {
        let message = reports.iter().map(|r| r.text.as_str()).collect();
        Failure { message, status: 1, reports }
    }
}

fn terminated(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// A JSON string as Go's encoder writes it: `<`, `>`, `&` and the line separators are escaped too.
pub fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An OS error in the words that Go prints.
pub(crate) fn os_error(e: &std::io::Error) -> String {
    let text = e.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_lowercase().chain(chars).collect())
}

/// The result of a driver step.
pub type Result<T> = std::result::Result<T, Failure>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_become_one_object_a_line() {
        let json = Report::new("m", "# m\n./x.go:1:2: a \"b\" <c>").json();
        assert_eq!(
            json,
            "{\"ImportPath\":\"m\",\"Action\":\"build-output\",\"Output\":\"# m\\n\"}\n\
             {\"ImportPath\":\"m\",\"Action\":\"build-output\",\"Output\":\"./x.go:1:2: a \\\"b\\\" \\u003cc\\u003e\\n\"}\n\
             {\"ImportPath\":\"m\",\"Action\":\"build-fail\"}\n"
        );
    }
}
