//! Inference of type arguments from function arguments and constraints. (Spec, Type inference.)
//!
//! Typed arguments are unified with their parameters first, then constraints with what is known, again and again,
//! then untyped constants give their default types.

use crate::check::Checker;
use golift_frontend::expr_string;
use crate::operand::Operand;
use crate::subst::Substitution;
use crate::types::{Type, TypeId, TypeParamId};
use crate::unify::{ASSIGN, INEXACT, Unifier};
use golift_base::Pos;

/// What inference works on.
pub(crate) struct Inference<'p> {
    /// Where a failure that concerns no argument is reported.
    pub(crate) pos: Pos,
    /// The type parameters, renamed so that none occurs in the arguments.
    pub(crate) tparams: &'p [TypeParamId],
    /// The type arguments that are known: those of the first parameters.
    pub(crate) targs: &'p [TypeId],
    /// The types of the parameters, one for each argument.
    pub(crate) params: &'p [TypeId],
    /// For the assignment of a generic function: what messages call the target. The "argument's" type is then given
    /// and the "parameter's" inferred.
    pub(crate) reverse: Option<&'p str>,
}

/// A failure: where, and the words.
pub(crate) type Failure = (Pos, String);

impl<'a> Checker<'a> {
    /// The type arguments of all parameters; `Ok(None)` if an argument is erroneous.
    pub(crate) fn infer(&mut self, what: &Inference<'_>, args: &[Operand<'a>]) -> Result<Option<Vec<TypeId>>, Failure> {
        let tparams = what.tparams;
        if what.targs.len() == tparams.len() {
            return Ok(Some(what.targs.to_vec()));
        }
        if args.iter().any(Operand::bad) || what.params.iter().any(|&p| self.w.is_invalid(p)) {
            return Ok(None);
        }
        let known = Substitution::new(&tparams[..what.targs.len()], what.targs);
        let params: Vec<TypeId> = what.params.iter().map(|&p| self.w.subst(p, &known)).collect();
        let given: Vec<Option<TypeId>> = what.targs.iter().map(|&t| Some(t)).collect();
        let w = &*self.w;
        let mut u = Unifier::new(w, tparams, &given, self.allows(what.pos, 21));
        let mut untyped: Vec<usize> = Vec::new();
        for (i, (arg, &par)) in args.iter().zip(&params).enumerate() {
            if !mentions(w, par, tparams) && !mentions(w, arg.ty, tparams) {
                continue;
            }
            if w.is_typed(arg.ty) && !arg.is_nil() {
                if !u.unify(par, arg.ty, ASSIGN) {
                    let inferred = u.inferred();
                    return Err(self.inference_mismatch(what, par, arg, &inferred));
                }
            } else if w.is_type_param(par) && !arg.is_nil() {
                untyped.push(i);
            }
        }
        loop {
            let before = u.unknowns();
            for (i, &p) in tparams.iter().enumerate() {
                let iface = w.constraint_interface(p);
                let set = w.type_set(iface);
                let core = core_term(w, p);
                let fail = |tx: TypeId, cause: String| {
                    let name = w.obj(w.type_param(p).obj).name;
                    let constraint = w.type_string(w.type_param(p).constraint, self.pkg);
                    let text = format!("{name} (type {}) does not satisfy {constraint}{cause}", w.type_string(tx, self.pkg));
                    Err((what.pos, text))
                };
                match (core, u.at(i)) {
                    (Some((core, tilde, _)), Some(tx)) => {
                        let from = if tilde && !w.is_type_param(tx) { w.under_id(tx) } else { tx };
                        if !u.unify(from, core, INEXACT) {
                            return fail(tx, String::new());
                        }
                    }
                    (Some((core, false, true)), None) => u.set(i, core),
                    _ => {}
                }
                if let Some(tx) = u.at(i).filter(|&t| !set.methods.is_empty() && (core.is_none() || !mentions(w, t, tparams)))
                    && !u.methods(tx, iface)
                {
                    let param_iface = self.w.constraint_interface(p);
                    let missing = w.missing_method(tx, param_iface, true, self.pkg);
                    let cause = missing.map_or(String::new(), |m| format!(" {}", m.cause));
                    return fail(tx, cause);
                }
            }
            if u.unknowns() == before {
                break;
            }
        }
        let mut largest: Vec<(usize, TypeId)> = Vec::new();
        for i in untyped {
            let Some(index) = w.as_type_param(params[i]).and_then(|p| tparams.iter().position(|q| *q == p)) else {
                continue;
            };
            if u.at(index).is_some() {
                continue;
            }
            let arg = &args[i];
            match largest.iter_mut().find(|(j, _)| *j == index) {
                None => largest.push((index, arg.ty)),
                Some((_, max)) => match w.max_untyped(*max, arg.ty) {
                    Some(m) => *max = m,
                    None => {
                        let name = w.obj(w.type_param(tparams[index]).obj).name;
                        let text = format!(
                            "mismatched types {} and {} (cannot infer {name})",
                            w.type_string(*max, self.pkg),
                            w.type_string(arg.ty, self.pkg)
                        );
                        return Err((arg.pos(), text));
                    }
                },
            }
        }
        for (index, ty) in largest {
            u.set(index, w.default_type(ty));
        }
        let mut inferred = u.inferred();
        self.simplify(tparams, &mut inferred);
        let mut result = Vec::with_capacity(inferred.len());
        for (i, t) in inferred.iter().enumerate() {
            match t {
                Some(t) if !mentions(self.w, *t, tparams) => result.push(*t),
                _ => {
                    let o = self.w.obj(self.w.type_param(tparams[i]).obj);
                    let text = format!("cannot infer {} (declared at {})", o.name, self.pos_str(o.pos));
                    return Err((what.pos, text));
                }
            }
        }
        Ok(Some(result))
    }

    /// Puts inferred types into each other until none mentions a parameter; cycles are dropped.
    fn simplify(&mut self, tparams: &[TypeParamId], inferred: &mut [Option<TypeId>]) {
        for _ in 0..=tparams.len() {
            let pairs: Vec<(TypeParamId, TypeId)> =
                tparams.iter().copied().zip(inferred.iter()).filter_map(|(p, t)| t.map(|t| (p, t))).collect();
            let s = Substitution { pairs };
            let mut changed = false;
            for t in inferred.iter_mut() {
                if let Some(ty) = *t {
                    let new = self.w.subst(ty, &s);
                    if new != ty {
                        changed = true;
                        *t = Some(new);
                    }
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn inference_mismatch(&self, what: &Inference<'_>, par: TypeId, arg: &Operand<'a>, inferred: &[Option<TypeId>]) -> Failure {
        let (targ, tpar) = (self.tstr(arg.ty), self.tstr(par));
        let expr = match what.reverse {
            Some(target) => target.to_string(),
            None => arg.expr.map_or(String::new(), expr_string),
        };
        let pairs: Vec<(TypeParamId, TypeId)> =
            what.tparams.iter().copied().zip(inferred).filter_map(|(p, t)| t.map(|t| (p, t))).collect();
        let text = if pairs.is_empty() {
            let names: Vec<String> =
                what.tparams.iter().map(|&p| self.w.obj(self.w.type_param(p).obj).name.to_string()).collect();
            format!("type {targ} of {expr} does not match {tpar} (cannot infer {})", enumerate(&names))
        } else {
            let now = self.w.subst(par, &Substitution { pairs });
            if now == par {
                format!("type {targ} of {expr} does not match {tpar}")
            } else if let Some(target) = what.reverse {
                format!("inferred type {} for {tpar} does not match type {targ} of {target}", self.tstr(now))
            } else {
                format!("type {targ} of {expr} does not match inferred type {} for {tpar}", self.tstr(now))
            }
        };
        (arg.pos(), text)
    }
}

/// `A`, `A and B`, `A, B, and C`.
fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [a] => a.clone(),
        [a, b] => format!("{a} and {b}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
    }
}

/// A constraint's core type: the type, whether it stands for all types with that underlying type, and whether the
/// constraint lists only this one.
fn core_term(w: &crate::World, p: TypeParamId) -> Option<(TypeId, bool, bool)> {
    let set = w.type_set(w.constraint_interface(p));
    let terms = set.terms.as_ref()?;
    if let [one] = &terms[..] {
        let ty = if one.tilde { w.under_id(one.ty) } else { one.ty };
        return Some((ty, one.tilde, true));
    }
    let under = w.common_under_param(p)?;
    Some((under, terms.iter().any(|t| t.tilde), false))
}

/// Whether a type mentions one of the parameters.
pub(crate) fn mentions(w: &crate::World, ty: TypeId, tparams: &[TypeParamId]) -> bool {
    fn go(w: &crate::World, ty: TypeId, tparams: &[TypeParamId], depth: u32) -> bool {
        if depth > 100 {
            return false;
        }
        let rec = |t: TypeId| go(w, t, tparams, depth + 1);
        match w.ty(ty) {
            Type::Basic(_) => false,
            Type::TypeParam(p) => tparams.contains(p),
            Type::Alias(n) => w.named_data(*n).targs.iter().any(|&t| rec(t)) || rec(w.named_underlying(*n)),
            Type::Named(n) => w.named_data(*n).targs.iter().any(|&t| rec(t)),
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => rec(*e),
            Type::Map(k, v) => rec(*k) || rec(*v),
            Type::Tuple(ts) => ts.iter().any(|&t| rec(t)),
            Type::Signature(s) => s.params.iter().chain(&s.results).any(|p| rec(p.ty)),
            Type::Struct(fs) => fs.iter().any(|f| rec(f.ty)),
            Type::Union(ts) => ts.iter().any(|t| rec(t.ty)),
            Type::Interface { methods, embeds, .. } => {
                methods.iter().any(|m| rec(m.sig)) || embeds.iter().any(|e| rec(e.0))
            }
        }
    }
    go(w, ty, tparams, 0)
}
