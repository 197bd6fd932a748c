//! Reads one instruction or terminator of the text form.

use crate::func::Terminator;
use crate::names::Named;
use crate::op::{AtomicOp, BinOp, Check, CmpOp, ConvOp, FCmpOp, MemFlags, Op, UnOp};
use crate::parse::{Line, Result};
use crate::entities::ValueId;
use golift_abi::{BoundsKind, Builtin};

/// A terminator if one stands next; `none` is left to the caller.
pub(crate) fn parse_terminator(l: &mut Line<'_>) -> Result<Option<Terminator>> {
    let term = match l.peek_word() {
        "jump" => {
            l.word();
            Terminator::Jump(l.target()?)
        }
        "branch" => {
            l.word();
            let cond = l.id("v")?;
            l.expect(",")?;
            let then = l.target()?;
            l.expect(",")?;
            Terminator::Branch { cond, then, else_: l.target()? }
        }
        "switch" => {
            l.word();
            let value = l.id("v")?;
            l.expect("[")?;
            let mut cases = Vec::new();
            while !l.eat("]") {
                let n = l.number()?;
                l.expect(":")?;
                cases.push((n, l.target()?));
                l.eat(",");
            }
            l.expect("default")?;
            Terminator::Switch { value, cases, default: l.target()? }
        }
        "return" => {
            l.word();
            Terminator::Return(l.values()?)
        }
        "tail_call" => {
            l.word();
            let callee = l.id("fn")?;
            Terminator::TailCall(callee, in_parens(l)?)
        }
        "tail_call_closure" => {
            l.word();
            Terminator::TailCallClosure(in_parens(l)?)
        }
        "tail_call_iface" => {
            l.word();
            let slot = l.field("slot")?;
            l.expect("iface=")?;
            let iface = l.id("data")?;
            Terminator::TailCallIface(slot, iface, in_parens(l)?)
        }
        "unreachable" => {
            l.word();
            Terminator::Unreachable
        }
        _ => return Ok(None),
    };
    Ok(Some(term))
}

fn in_parens(l: &mut Line<'_>) -> Result<Vec<ValueId>> {
    l.expect("(")?;
    let values = l.values()?;
    l.expect(")")?;
    Ok(values)
}

/// `v1+8`: pointer and offset.
fn address<N: std::str::FromStr>(l: &mut Line<'_>) -> Result<(ValueId, N)> {
    Ok((l.id("v")?, l.number()?))
}

/// The flags after the operation's name.
fn mem_flags(parts: &[&str]) -> Result<MemFlags> {
    let mut flags = MemFlags::default();
    for p in parts {
        match *p {
            "nil" => flags.nil_check = true,
            "ro" => flags.readonly = true,
            "type" => flags.type_word = true,
            p => {
                let region = p.strip_prefix('r').and_then(|n| n.parse().ok());
                flags.region = region.ok_or_else(|| format!("unknown flag `{p}`"))?;
            }
        }
    }
    Ok(flags)
}

/// An operation with its operands.
pub(crate) fn parse_inst(l: &mut Line<'_>) -> Result<(Op, Vec<ValueId>)> {
    let word = l.word();
    let parts: Vec<&str> = word.split('.').collect();
    let rest = &parts[1..];
    let unknown = || format!("unknown operation `{word}`");
    let op = match parts[0] {
        "iconst" => Op::IConst(l.number()?),
        "fconst" => {
            let text = l.word();
            let bits = text.strip_prefix("0x").and_then(|h| u64::from_str_radix(h, 16).ok());
            Op::FConst(bits.ok_or_else(|| format!("bad bits `{text}`"))?)
        }
        "func_addr" => Op::FuncAddr(l.id("fn")?),
        "data_addr" => {
            let d = l.id("data")?;
            Op::DataAddr(d, l.number()?)
        }
        "fma" => Op::Fma,
        "cmp" => Op::Cmp(rest.first().and_then(|n| CmpOp::by_name(n)).ok_or_else(unknown)?),
        "fcmp" => Op::FCmp(rest.first().and_then(|n| FCmpOp::by_name(n)).ok_or_else(unknown)?),
        "select" => Op::Select,
        "conv" => Op::Conv(rest.first().and_then(|n| ConvOp::by_name(n)).ok_or_else(unknown)?),
        "load" => {
            let flags = mem_flags(rest)?;
            let (p, at) = address(l)?;
            return Ok((Op::Load(at, flags), vec![p]));
        }
        "store" => {
            let flags = mem_flags(rest)?;
            let (p, at) = address(l)?;
            l.expect(",")?;
            return Ok((Op::Store(at, flags), vec![p, l.id("v")?]));
        }
        "atomic" => Op::Atomic(rest.first().and_then(|n| AtomicOp::by_name(n)).ok_or_else(unknown)?),
        "addr_off" => {
            let (p, at) = address(l)?;
            return Ok((Op::AddrOff(at), vec![p]));
        }
        "elem_addr" => Op::ElemAddr { scale: l.field("scale")?, offset: l.field("offset")? },
        "mem_copy" => Op::MemCopy(l.field("size")?, mem_flags(rest)?),
        "mem_zero" => Op::MemZero(l.field("size")?, mem_flags(rest)?),
        "check" => Op::Check(match rest {
            ["nil"] => Check::Nil,
            ["div_zero"] => Check::DivZero,
            ["shift"] => Check::Shift,
            ["bounds", kind, sign @ ("signed" | "unsigned")] => {
                Check::Bounds { kind: BoundsKind::by_name(kind).ok_or_else(unknown)?, signed: *sign == "signed" }
            }
            _ => return Err(unknown()),
        }),
        "alloc" => Op::Alloc(l.id("site")?),
        "make_slice" => Op::MakeSlice(l.id("site")?),
        "call" => {
            let callee = l.id("fn")?;
            return Ok((Op::Call(callee), in_parens(l)?));
        }
        "call_closure" => return Ok((Op::CallClosure, in_parens(l)?)),
        "call_iface" => {
            let slot = l.field("slot")?;
            l.expect("iface=")?;
            let iface = l.id("data")?;
            return Ok((Op::CallIface { slot, iface }, in_parens(l)?));
        }
        "call_builtin" => {
            let name = l.word();
            let b = Builtin::by_name(name).ok_or_else(|| format!("unknown builtin `{name}`"))?;
            let site = l.opt_id("site");
            return Ok((Op::CallBuiltin(b, site), in_parens(l)?));
        }
        "frame_ptr" => Op::FramePtr,
        "defer_frame" => Op::DeferFrame,
        "side_mark" => Op::SideMark,
        "side_release" => Op::SideRelease,
        name => match (BinOp::by_name(name), UnOp::by_name(name)) {
            (Some(b), _) => Op::Bin(b),
            (None, Some(u)) => Op::Un(u),
            (None, None) => return Err(unknown()),
        },
    };
    Ok((op, l.values()?))
}
