//! Functions that the official compiler replaces by instructions on amd64, or counts as cheap.

/// Calls that cost as much as any other node.
pub(super) fn is_cheap(path: &str, name: &str) -> bool {
    match path {
        "internal/abi" => name == "NoEscape" || name.starts_with("EscapeNonString[") || name.starts_with("EscapeToResultNonString["),
        "runtime" => name == "panicrangestate",
        "internal/byteorder" => {
            let name = name.strip_prefix("LE").or_else(|| name.strip_prefix("BE")).unwrap_or(name);
            sized(name)
        }
        "encoding/binary" => {
            let name = name.strip_prefix("littleEndian.").or_else(|| name.strip_prefix("bigEndian."));
            name.is_some_and(sized)
        }
        _ => false,
    }
}

fn sized(name: &str) -> bool {
    let name = name.strip_prefix("Put").or_else(|| name.strip_prefix("Append")).unwrap_or(name);
    matches!(name, "Uint64" | "Uint32" | "Uint16")
}

/// Calls that become instructions, and are never inlined.
pub(super) fn is_intrinsic(path: &str, name: &str) -> bool {
    match path {
        "math" => matches!(name, "Sqrt" | "Trunc" | "Ceil" | "Floor" | "RoundToEven" | "Abs" | "Copysign" | "FMA" | "sqrt"),
        "math/bits" => {
            let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
            matches!(base, "TrailingZeros" | "Len" | "OnesCount" | "RotateLeft")
                || matches!(name, "ReverseBytes" | "ReverseBytes64" | "ReverseBytes32" | "ReverseBytes16")
                || matches!(name, "Add" | "Add64" | "Sub" | "Sub64" | "Mul" | "Mul64" | "Div64")
        }
        "sync/atomic" => {
            ["Load", "Store", "Swap", "CompareAndSwap", "Add", "And", "Or"].iter().any(|op| {
                name.strip_prefix(op).is_some_and(|ty| {
                    matches!(ty, "Int32" | "Int64" | "Uint32" | "Uint64" | "Uintptr") || ty == "Pointer" && *op == "Load"
                })
            })
        }
        "runtime" => matches!(name, "KeepAlive" | "publicationBarrier"),
        "internal/runtime/atomic" => true,
        _ => false,
    }
}
