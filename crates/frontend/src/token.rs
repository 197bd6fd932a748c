//! Tokens: what the lexer makes of the text and the parser reads.
//!
//! A token is its kind and its byte range; names and literals are read back from the text.
//! Source: Go spec, "Lexical elements".

use crate::ast::BinaryOp;
use std::borrow::Cow;

/// One token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// For [`Kind::Semi`] a [`SemiOrigin`]; for [`Kind::AssignOp`] the operator's index; for literals 1 if malformed.
    pub(crate) flag: u8,
    /// Byte offset of its first byte in the lexed text.
    pub start: u32,
    /// Byte offset one past its last byte.
    pub end: u32,
}

/// Why a [`Kind::Semi`] token is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum SemiOrigin {
    /// Written as `;`.
    Semicolon,
    /// Inserted at the end of a line.
    Newline,
    /// Inserted at the end of the file.
    Eof,
}

/// The kinds of tokens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Eof,
    Name,
    Int, Float, Imag, Rune, String,
    // Binary operators, in no particular order; `Star` is also the dereference.
    Add, Sub, Star, Slash, Percent,
    And, Or, Caret, AndNot, Shl, Shr,
    AndAnd, OrOr,
    Eq, Ne, Lt, Le, Gt, Ge,
    Not, Tilde, Arrow,
    /// `op=`; the flag holds the operator.
    AssignOp,
    Inc, Dec,
    Assign, Define,
    Lparen, Lbrack, Lbrace, Rparen, Rbrack, Rbrace,
    Comma, Semi, Colon, Dot, Ellipsis,
    Break, Case, Chan, Const, Continue, Default, Defer, Else, Fallthrough, For, Func, Go, Goto,
    If, Import, Interface, Map, Package, Range, Return, Select, Struct, Switch, Type, Var,
}

/// The binary operators by the index that [`Token::flag`] of an [`Kind::AssignOp`] holds.
const ASSIGN_OPS: [BinaryOp; 11] = [
    BinaryOp::Add, BinaryOp::Sub, BinaryOp::Mul, BinaryOp::Div, BinaryOp::Rem,
    BinaryOp::And, BinaryOp::Or, BinaryOp::Xor, BinaryOp::AndNot, BinaryOp::Shl, BinaryOp::Shr,
];

impl Token {
    /// The operator of an `op=` token.
    pub(crate) fn assign_op(self) -> BinaryOp {
        ASSIGN_OPS[self.flag as usize]
    }

    /// Whether this literal was malformed (and reported).
    pub(crate) fn is_bad(self) -> bool {
        self.flag != 0
    }
}

impl Kind {
    /// Whether this is a literal.
    pub fn is_literal(self) -> bool {
        matches!(self, Kind::Int | Kind::Float | Kind::Imag | Kind::Rune | Kind::String)
    }

    /// Whether this is a keyword.
    pub fn is_keyword(self) -> bool {
        self as u8 >= Kind::Break as u8
    }

    /// The binary operator, or `None`.
    #[inline]
    pub(crate) fn binary(self) -> Option<BinaryOp> {
        Some(match self {
            Kind::OrOr => BinaryOp::LogOr,
            Kind::AndAnd => BinaryOp::LogAnd,
            Kind::Eq => BinaryOp::Eq,
            Kind::Ne => BinaryOp::Ne,
            Kind::Lt => BinaryOp::Lt,
            Kind::Le => BinaryOp::Le,
            Kind::Gt => BinaryOp::Gt,
            Kind::Ge => BinaryOp::Ge,
            Kind::Add => BinaryOp::Add,
            Kind::Sub => BinaryOp::Sub,
            Kind::Or => BinaryOp::Or,
            Kind::Caret => BinaryOp::Xor,
            Kind::Star => BinaryOp::Mul,
            Kind::Slash => BinaryOp::Div,
            Kind::Percent => BinaryOp::Rem,
            Kind::And => BinaryOp::And,
            Kind::AndNot => BinaryOp::AndNot,
            Kind::Shl => BinaryOp::Shl,
            Kind::Shr => BinaryOp::Shr,
            _ => return None,
        })
    }

    /// Whether gc's scanner calls this an operator token (as opposed to `*`, `<-`, `=` and punctuation).
    pub(crate) fn is_operator(self) -> bool {
        matches!(self, Kind::Not | Kind::Tilde) || (self != Kind::Star && self.binary().is_some())
    }

    /// The token as messages spell it when it is expected.
    pub(crate) fn expected(self) -> Cow<'static, str> {
        match self {
            Kind::Comma => "comma".into(),
            Kind::Semi => "semicolon or newline".into(),
            _ if self.is_keyword() => format!("keyword {}", self.as_str()).into(),
            _ => self.as_str().into(),
        }
    }

    /// The token's fixed text, or a class name.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Eof => "EOF",
            Kind::Name => "name",
            Kind::Int | Kind::Float | Kind::Imag | Kind::Rune | Kind::String => "literal",
            Kind::Add => "+",
            Kind::Sub => "-",
            Kind::Star => "*",
            Kind::Slash => "/",
            Kind::Percent => "%",
            Kind::And => "&",
            Kind::Or => "|",
            Kind::Caret => "^",
            Kind::AndNot => "&^",
            Kind::Shl => "<<",
            Kind::Shr => ">>",
            Kind::AndAnd => "&&",
            Kind::OrOr => "||",
            Kind::Eq => "==",
            Kind::Ne => "!=",
            Kind::Lt => "<",
            Kind::Le => "<=",
            Kind::Gt => ">",
            Kind::Ge => ">=",
            Kind::Not => "!",
            Kind::Tilde => "~",
            Kind::Arrow => "<-",
            Kind::AssignOp => "op=",
            Kind::Inc => "++",
            Kind::Dec => "--",
            Kind::Assign => "=",
            Kind::Define => ":=",
            Kind::Lparen => "(",
            Kind::Lbrack => "[",
            Kind::Lbrace => "{",
            Kind::Rparen => ")",
            Kind::Rbrack => "]",
            Kind::Rbrace => "}",
            Kind::Comma => ",",
            Kind::Semi => ";",
            Kind::Colon => ":",
            Kind::Dot => ".",
            Kind::Ellipsis => "...",
            Kind::Break => "break",
            Kind::Case => "case",
            Kind::Chan => "chan",
            Kind::Const => "const",
            Kind::Continue => "continue",
            Kind::Default => "default",
            Kind::Defer => "defer",
            Kind::Else => "else",
            Kind::Fallthrough => "fallthrough",
            Kind::For => "for",
            Kind::Func => "func",
            Kind::Go => "go",
            Kind::Goto => "goto",
            Kind::If => "if",
            Kind::Import => "import",
            Kind::Interface => "interface",
            Kind::Map => "map",
            Kind::Package => "package",
            Kind::Range => "range",
            Kind::Return => "return",
            Kind::Select => "select",
            Kind::Struct => "struct",
            Kind::Switch => "switch",
            Kind::Type => "type",
            Kind::Var => "var",
        }
    }

    /// The keyword spelled by `text`, or [`Kind::Name`].
    pub(crate) fn of_word(text: &[u8]) -> Kind {
        match text {
            b"break" => Kind::Break,
            b"case" => Kind::Case,
            b"chan" => Kind::Chan,
            b"const" => Kind::Const,
            b"continue" => Kind::Continue,
            b"default" => Kind::Default,
            b"defer" => Kind::Defer,
            b"else" => Kind::Else,
            b"fallthrough" => Kind::Fallthrough,
            b"for" => Kind::For,
            b"func" => Kind::Func,
            b"go" => Kind::Go,
            b"goto" => Kind::Goto,
            b"if" => Kind::If,
            b"import" => Kind::Import,
            b"interface" => Kind::Interface,
            b"map" => Kind::Map,
            b"package" => Kind::Package,
            b"range" => Kind::Range,
            b"return" => Kind::Return,
            b"select" => Kind::Select,
            b"struct" => Kind::Struct,
            b"switch" => Kind::Switch,
            b"type" => Kind::Type,
            b"var" => Kind::Var,
            _ => Kind::Name,
        }
    }
}
