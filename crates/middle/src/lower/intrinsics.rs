//! Functions of standard packages that are single operations.

use super::func::FuncLowerer;
use super::value::Val;
use golift_abi::Builtin;
use golift_base::Pos;
use golift_frontend::ast::Expr;
use golift_ssa::{AtomicOp, BinOp, CmpOp, ConvOp, Op, Ty, UnOp, ValueId};
use golift_types::{ObjId, TypeId};

impl<'p> FuncLowerer<'p, '_> {
    /// The results of a call that needs no function; `None` for other functions.
    pub fn intrinsic(&mut self, obj: ObjId, args: &'p [Expr], pos: Pos) -> Option<Vec<Val>> {
        let o = self.w.obj(obj);
        let pkg = self.w.package(o.pkg?);
        if !pkg.std || (args.len() == 1 && self.is_multi(&args[0])) {
            return None;
        }
        let name = o.name.as_str();
        match pkg.path.as_str() {
            "math" => self.math(name, args, pos),
            "math/bits" => self.bits(name, args, pos),
            "sync/atomic" | "internal/runtime/atomic" => self.atomic(obj, name, args, pos),
            "runtime" if name == "KeepAlive" => {
                let words = match self.expr(&args[0]) {
                    Val::Flat(words) => words,
                    Val::Mem(p) => [p].into_iter().collect(),
                };
                self.b.set_pos(pos);
                for word in words {
                    if self.b.func.ty(word) == Ty::Ptr {
                        self.builtin(Builtin::rt_keepalive, &[word], None);
                    }
                }
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Evaluates arguments of one scalar each, converted to the parameters' types.
    fn scalars(&mut self, args: &'p [Expr], pos: Pos) -> Vec<ValueId> {
        self.hoist_all(&args.iter().collect::<Vec<_>>());
        let vs = args.iter().map(|a| self.scalar(a)).collect();
        self.b.set_pos(pos);
        vs
    }

    fn math(&mut self, name: &str, args: &'p [Expr], pos: Pos) -> Option<Vec<Val>> {
        let unary = match name {
            "Sqrt" | "sqrt" => Some(UnOp::FSqrt),
            "Floor" | "floor" => Some(UnOp::FFloor),
            "Ceil" | "ceil" => Some(UnOp::FCeil),
            "Trunc" | "trunc" => Some(UnOp::FTrunc),
            "Abs" => Some(UnOp::FAbs),
            "RoundToEven" => Some(UnOp::FNearest),
            _ => None,
        };
        let conv = match name {
            "Float64bits" => Some(Ty::I64),
            "Float64frombits" => Some(Ty::F64),
            "Float32bits" => Some(Ty::I32),
            "Float32frombits" => Some(Ty::F32),
            _ => None,
        };
        let v = if let Some(op) = unary {
            let x = self.scalars(args, pos);
            self.b.emit(Op::Un(op), &x, Ty::F64)
        } else if let Some(ty) = conv {
            let x = self.scalars(args, pos);
            self.conv(ConvOp::Bitcast, x[0], ty)
        } else {
            match name {
                "Copysign" => {
                    let x = self.scalars(args, pos);
                    self.bin(BinOp::FCopysign, x[0], x[1])
                }
                "FMA" => {
                    let x = self.scalars(args, pos);
                    self.b.emit(Op::Fma, &x, Ty::F64)
                }
                _ => return None,
            }
        };
        Some(vec![Val::one(v)])
    }

    fn bits(&mut self, name: &str, args: &'p [Expr], pos: Pos) -> Option<Vec<Val>> {
        let split = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
        let (base, width) = name.split_at(split);
        let width: i64 = if width.is_empty() { 64 } else { width.parse().ok()? };
        let un = match base {
            "LeadingZeros" | "Len" => UnOp::Clz,
            "TrailingZeros" => UnOp::Ctz,
            "OnesCount" => UnOp::Popcnt,
            "Reverse" => UnOp::Bitrev,
            "ReverseBytes" => UnOp::Bswap,
            "RotateLeft" => {
                let x = self.scalars(args, pos);
                return Some(vec![Val::one(self.bin(BinOp::Rotl, x[0], x[1]))]);
            }
            "Mul" if width == 64 => {
                let x = self.scalars(args, pos);
                let hi = self.bin(BinOp::UMulHi, x[0], x[1]);
                let lo = self.bin(BinOp::Mul, x[0], x[1]);
                return Some(vec![Val::one(hi), Val::one(lo)]);
            }
            "Add" if width == 64 => {
                let x = self.scalars(args, pos);
                let s = self.bin(BinOp::Add, x[0], x[1]);
                let c1 = self.cmp(CmpOp::Ult, s, x[0]);
                let sum = self.bin(BinOp::Add, s, x[2]);
                let c2 = self.cmp(CmpOp::Ult, sum, s);
                return Some(vec![Val::one(sum), self.carry(c1, c2)]);
            }
            "Sub" if width == 64 => {
                let x = self.scalars(args, pos);
                let d = self.bin(BinOp::Sub, x[0], x[1]);
                let b1 = self.cmp(CmpOp::Ult, x[0], x[1]);
                let diff = self.bin(BinOp::Sub, d, x[2]);
                let b2 = self.cmp(CmpOp::Ult, d, x[2]);
                return Some(vec![Val::one(diff), self.carry(b1, b2)]);
            }
            _ => return None,
        };
        let x = self.scalars(args, pos)[0];
        let ty = self.b.func.ty(x);
        let v = self.b.emit(Op::Un(un), &[x], ty);
        if matches!(base, "Reverse" | "ReverseBytes") {
            return Some(vec![Val::one(v)]);
        }
        let n = self.extend(v, false);
        if base == "Len" {
            let w = self.int(width);
            return Some(vec![Val::one(self.bin(BinOp::Sub, w, n))]);
        }
        Some(vec![Val::one(n)])
    }

    fn carry(&mut self, a: ValueId, b: ValueId) -> Val {
        let c = self.bin(BinOp::Or, a, b);
        Val::one(self.conv(ConvOp::ZExt, c, Ty::I64))
    }

    /// Functions on words become single operations; those of the typed API call them.
    fn atomic(&mut self, obj: ObjId, name: &str, args: &'p [Expr], pos: Pos) -> Option<Vec<Val>> {
        let ops = [
            ("CompareAndSwap", AtomicOp::Cas), ("Load", AtomicOp::Load), ("Store", AtomicOp::Store), ("Swap", AtomicOp::Swap),
            ("Add", AtomicOp::Add), ("And", AtomicOp::And), ("Or", AtomicOp::Or),
        ];
        let (op, rest) = ops.iter().find_map(|(prefix, op)| name.strip_prefix(prefix).map(|r| (*op, r)))?;
        if !matches!(rest, "Int32" | "Int64" | "Uint32" | "Uint64" | "Uintptr" | "Pointer") {
            return None;
        }
        let sig = self.w.as_signature(self.w.obj(obj).ty)?;
        let ptr_ty: TypeId = sig.params.first()?.ty;
        let elem = self.w.pointer_elem(ptr_ty)?;
        let t = self.m.repr(elem).single()?;
        let mut params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        params.truncate(args.len());
        self.hoist_all(&args.iter().collect::<Vec<_>>());
        let x: Vec<ValueId> = args.iter().zip(params).map(|(a, ty)| self.expr_as(a, ty).scalar()).collect();
        self.b.set_pos(pos);
        let result = match op {
            AtomicOp::Store => {
                self.b.emit0(Op::Atomic(op), &x);
                return Some(Vec::new());
            }
            AtomicOp::Cas => Ty::I8,
            _ => t,
        };
        let out = self.b.emit(Op::Atomic(op), &x, result);
        // Add returns the sum, And and Or the old value.
        Some(vec![Val::one(if op == AtomicOp::Add { self.bin(BinOp::Add, out, x[1]) } else { out })])
    }
}
