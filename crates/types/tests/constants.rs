//! Constant arithmetic and its text, against what the official compiler prints and computes.

use golift_base::{Diagnostics, SourceMap};
use golift_frontend::ast::{BinaryOp, Decl, Expr, ExprKind};
use golift_types::constant::{Const, Division, binary_op, shift, unary_op};

/// The value of `x` by the operands' kinds alone: rune and int literals are integers.
fn eval(x: &Expr) -> Const {
    match &x.kind {
        ExprKind::Lit { kind, text, value } => Const::from_literal(*kind, text, value).unwrap(),
        ExprKind::Paren(x) => eval(x),
        ExprKind::Unary(op, x) => unary_op(*op, &eval(x), 0),
        ExprKind::Binary { op: op @ (BinaryOp::Shl | BinaryOp::Shr), x, y, .. } => {
            shift(*op, &eval(x), eval(y).shift_count().unwrap())
        }
        ExprKind::Binary { op, x, y, .. } => {
            let (x, y) = (eval(x), eval(y));
            let whole = |c: &Const| matches!(c, Const::Int(_) | Const::BigInt(_));
            let division = if whole(&x) && whole(&y) { Division::Integer } else { Division::Exact };
            binary_op(*op, &x, &y, division)
        }
        other => panic!("not a constant: {other:?}"),
    }
}

fn value(text: &str) -> Const {
    let mut sources = SourceMap::default();
    let file = sources.add("t.go".into(), "t.go".into(), format!("package p\nvar _ = {text}\n"));
    let (mut nodes, mut errors) = (0, Diagnostics::default());
    let tree = golift_frontend::parse_file(file, sources.file(file), &mut nodes, &mut errors);
    assert_eq!(errors.render(&sources, 0), "");
    match &tree.decls[0] {
        Decl::Var(v) => eval(&v.values[0]),
        _ => panic!("a variable was declared"),
    }
}

#[test]
fn prints_like_the_official_compiler() {
    let cases = [
        ("1.0/3", "0.333333"),
        ("1e400 * 1e400", "1e+800"),
        ("1e-400 / 1e300", "1e-700"),
        ("100000.0", "100000"),
        ("1000000.0", "1e+06"),
        ("1234567.0", "1.23457e+06"),
        ("0.0001", "0.0001"),
        ("0.00001234", "1.234e-05"),
        ("(1 + 2i) / (3 - 4i)", "(-0.2 + 0.4i)"),
        (r#""a\x00b\"\\\u00e9\xff\u2028\u200b""#, r#""a\x00b\"\\é\xff\u2028\u200b""#),
        ("'x' - 'a' * 1.5", "-25.5"),
        ("5.0 / 2", "2.5"),
        ("1 << 100", "1267650600228229401496703205376"),
        ("1e1000000 * 3", "3e+1000000"),
        ("1e-1000000 / 7", "1.42857e-1000001"),
        ("0x1p-1074", "4.94066e-324"),
        ("0x1.fffffep127", "3.40282e+38"),
        ("123456789.5", "1.23457e+08"),
        ("0.1 + 0.2", "0.3"),
        ("-7 / 2", "-3"),
        ("-7 % 3", "-1"),
        ("-7 &^ 3", "-8"),
        ("-1 ^ 255", "-256"),
        ("1e23", "1e+23"),
        ("2.5e-5i", "(0 + 2.5e-05i)"),
        ("1e100 + 1 - 1e100", "1"),
        ("1e1000000 / 1e999999", "10"),
        ("3.4028235677973366e38", "3.40282e+38"),
        ("-1 >> 100", "-1"),
        ("0b101_1", "11"),
        ("0o17 + 017", "30"),
        ("^5", "-6"),
    ];
    for (text, want) in cases {
        assert_eq!(value(text).display(), want, "{text}");
    }
    let long = "a very long string ".repeat(6);
    let want = format!("\"{}...", &long[..68]);
    assert_eq!(Const::string(&long).display(), want);
}

#[test]
fn rounds_to_machine_floats() {
    let doubles = [
        ("1e23", 4950912855330343670),
        ("0x1p-1074", 1),
        ("5e-324", 1),
        ("2.4703282292062328e-324", 1),
        ("1.7976931348623157e308", 9218868437227405311),
        ("9007199254740993", 4845873199050653696),
        ("0.1", 4591870180066957722),
        ("2.2250738585072011e-308", 4503599627370495),
        ("4.9e-324*1.5", 1),
        ("0.0", 0),
    ];
    for (text, bits) in doubles {
        assert_eq!(value(text).as_f64().unwrap().to_bits(), bits, "{text}");
    }
    let singles = [
        ("0x1.fffffep127", 2139095039),
        ("1e-45", 1),
        ("7e-46", 0),
        ("16777217", 1266679808),
        ("16777219", 1266679810),
        ("0.1", 1036831949),
        ("3.4028235677973362e38", 2139095039),
    ];
    for (text, bits) in singles {
        assert_eq!(value(text).as_f32().unwrap().to_bits(), bits, "{text}");
    }
    assert_eq!(value("1e1000000").as_f64().unwrap(), f64::INFINITY);
    assert_eq!(value("1e-1000000").as_f64().unwrap(), 0.0);
}

#[test]
fn extreme_exponents_are_bounded() {
    use golift_frontend::ast::LitKind::Float;
    for text in ["1e1000000000", "1e99999999999999999999", "0x1p99999999999"] {
        assert!(Const::from_literal(Float, text, b"").is_err(), "{text}");
    }
    assert!(Const::from_literal(Float, "1e-99999999999", b"").unwrap().is_zero());
    let long = "9".repeat(10_000);
    assert!(Const::from_literal(golift_frontend::ast::LitKind::Int, &long, b"").is_ok());
    assert!(Const::from_literal(Float, &(long + ".5"), b"").is_err());
    assert!(shift(BinaryOp::Shl, &Const::Int(1), 10_000_000).is_unknown());
}
