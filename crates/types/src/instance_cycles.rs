//! Finds generic code that instantiates itself with ever larger types: full monomorphisation would never end.
//!
//! Type parameters are vertices; an instantiation of parameter `P` with a type that mentions `Q` is an edge from `Q` to
//! `P`, of weight 0 if the argument is `Q` itself and 1 if `Q` stands inside a larger type. A cycle of positive weight
//! is an error, as in the official compiler.

use crate::check::Checker;
use crate::types::{Type, TypeId, TypeParamId};
use golift_base::Pos;
use rustc_hash::FxHashMap;

/// One instantiation of a type parameter by a type that mentions another.
#[derive(Clone, Debug)]
struct Edge {
    from: usize,
    to: usize,
    weight: i64,
    pos: Pos,
    arg: TypeId,
}

/// The instantiations of a package.
#[derive(Default, Debug)]
pub(crate) struct InstanceGraph {
    vertices: Vec<TypeParamId>,
    index: FxHashMap<TypeParamId, usize>,
    /// A method's receiver parameters stand for those of the type.
    canonical: FxHashMap<TypeParamId, TypeParamId>,
    edges: Vec<Edge>,
}

impl InstanceGraph {
    fn vertex(&mut self, p: TypeParamId) -> usize {
        let p = self.canonical.get(&p).copied().unwrap_or(p);
        *self.index.entry(p).or_insert_with(|| {
            self.vertices.push(p);
            self.vertices.len() - 1
        })
    }

    /// Notes that a receiver's type parameters are those of its type.
    pub(crate) fn record_receiver(&mut self, own: &[TypeParamId], declared: &[TypeParamId]) {
        self.canonical.extend(own.iter().copied().zip(declared.iter().copied()));
    }
}

impl<'a> Checker<'a> {
    /// Notes an instantiation.
    pub(crate) fn record_instance(&mut self, pos: Pos, tparams: &[TypeParamId], targs: &[TypeId]) {
        for (&p, &t) in tparams.iter().zip(targs) {
            let mut mentioned = Vec::new();
            self.mentioned_params(t, &mut mentioned, 0);
            for q in mentioned {
                let weight = i64::from(self.w.as_type_param(t) != Some(q));
                let (from, to) = (self.instance_graph.vertex(q), self.instance_graph.vertex(p));
                self.instance_graph.edges.push(Edge { from, to, weight, pos, arg: t });
            }
        }
    }

    fn mentioned_params(&self, ty: TypeId, out: &mut Vec<TypeParamId>, depth: u32) {
        if depth > 100 {
            return;
        }
        let mut go = |t: TypeId| self.mentioned_params(t, out, depth + 1);
        match self.w.ty(self.w.unalias(ty)) {
            Type::TypeParam(p) => {
                if !out.contains(p) {
                    out.push(*p);
                }
            }
            Type::Named(n) | Type::Alias(n) => self.w.named_data(*n).targs.iter().for_each(|&t| go(t)),
            Type::Pointer(t) | Type::Slice(t) | Type::Array(t, _) | Type::Chan(_, t) => go(*t),
            Type::Map(k, v) => {
                go(*k);
                go(*v);
            }
            Type::Tuple(list) => list.iter().for_each(|&t| go(t)),
            Type::Signature(sig) => sig.params.iter().chain(&sig.results).for_each(|p| go(p.ty)),
            Type::Struct(fields) => fields.iter().for_each(|f| go(f.ty)),
            Type::Interface { methods, embeds, .. } => {
                methods.iter().for_each(|m| go(m.sig));
                embeds.iter().for_each(|e| go(e.0));
            }
            Type::Union(terms) => terms.iter().for_each(|t| go(t.ty)),
            Type::Basic(_) => {}
        }
    }

    /// Reports an endless chain of instantiations.
    pub(crate) fn check_instance_cycles(&mut self) {
        let graph = std::mem::take(&mut self.instance_graph);
        let n = graph.vertices.len();
        let mut weight = vec![0i64; n];
        let mut length = vec![0usize; n];
        let mut via = vec![usize::MAX; n];
        let mut again = true;
        while again {
            again = false;
            for (i, e) in graph.edges.iter().enumerate() {
                let w = weight[e.from] + e.weight;
                if w <= weight[e.to] {
                    continue;
                }
                via[e.to] = i;
                length[e.to] = length[e.from] + 1;
                if length[e.to] >= n {
                    self.report_instance_cycle(&graph, &via, e.to);
                    return;
                }
                weight[e.to] = w;
                again = true;
            }
        }
    }

    fn report_instance_cycle(&mut self, graph: &InstanceGraph, via: &[usize], end: usize) {
        let mut stack = Vec::new();
        let mut at = end;
        while !stack.contains(&at) {
            stack.push(at);
            let Some(e) = graph.edges.get(via[at]) else { return };
            at = e.from;
        }
        stack.retain({
            let mut seen = false;
            move |&v| {
                seen |= v == at;
                seen
            }
        });
        let pos = self.w.obj(self.w.type_param(graph.vertices[at]).obj).pos;
        let mut msg = "instantiation cycle:".to_string();
        for v in stack {
            let Some(e) = graph.edges.get(via[v]) else { continue };
            let name = self.w.obj(self.w.type_param(graph.vertices[e.to]).obj).name;
            msg.push_str(&format!("\n\t{}: {name} instantiated as {}", self.pos_str(e.pos), self.tstr(e.arg)));
        }
        self.error("InvalidInstanceCycle", pos, msg);
    }
}
