//! The text of a program while it is generated: lines, blocks with their variables, names, and the types that need a function
//! of their own.

/// The text so far, with variables of type `V` in scope.
#[derive(Debug)]
pub(crate) struct Text<V> {
    /// What is written.
    pub(crate) out: String,
    /// How deep the next line is.
    pub(crate) indent: usize,
    /// The number for the next name.
    pub(crate) next: usize,
    /// Variables of the blocks around.
    pub(crate) scopes: Vec<Vec<V>>,
}

impl<V> Text<V> {
    /// Nothing yet.
    pub(crate) fn new() -> Text<V> {
        Text { out: String::new(), indent: 0, next: 0, scopes: Vec::new() }
    }
}

/// A generator of programs.
pub(crate) trait Write {
    /// What it knows of a variable.
    type Var;

    /// Where it writes.
    fn text(&mut self) -> &mut Text<Self::Var>;

    /// A new name.
    fn fresh(&mut self, prefix: &str) -> String {
        let text = self.text();
        text.next += 1;
        format!("{prefix}{}", text.next)
    }

    /// Writes a line.
    fn line(&mut self, line: &str) {
        let text = self.text();
        for _ in 0..text.indent {
            text.out.push('\t');
        }
        text.out.push_str(line);
        text.out.push('\n');
    }

    /// Begins a block: what stands before its brace.
    fn open(&mut self, head: &str) {
        self.open_case(&format!("{head} {{"));
    }

    /// Ends a block with this line.
    fn close(&mut self, tail: &str) {
        self.close_case();
        self.line(tail);
    }

    /// Begins a block without a brace.
    fn open_case(&mut self, head: &str) {
        self.line(head);
        let text = self.text();
        text.indent += 1;
        text.scopes.push(Vec::new());
    }

    /// Ends it.
    fn close_case(&mut self) {
        let text = self.text();
        text.scopes.pop();
        text.indent -= 1;
    }
}

/// Types for which a function is to be written, each once, in the order in which they were asked for.
#[derive(Debug)]
pub(crate) struct Wanted<T> {
    types: Vec<T>,
    written: usize,
}

impl<T: Clone + PartialEq> Wanted<T> {
    /// None yet.
    pub(crate) fn new() -> Wanted<T> {
        Wanted { types: Vec::new(), written: 0 }
    }

    /// Asks for the function of a type.
    pub(crate) fn want(&mut self, ty: &T) {
        if !self.types.contains(ty) {
            self.types.push(ty.clone());
        }
    }

    /// The next type whose function is to be written now.
    pub(crate) fn next(&mut self) -> Option<T> {
        let ty = self.types.get(self.written).cloned();
        self.written += usize::from(ty.is_some());
        ty
    }
}
