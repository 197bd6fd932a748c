//! The arenas of the model's tree.
//!
//! Nodes, variables and functions are added and never removed; equal indices mean equal things.

use super::ir::{Data, F, Func, N, Node, Op, V, Var};
use golift_base::Pos;
use golift_types::ObjId;
use rustc_hash::FxHashMap;

/// All nodes, variables and functions.
#[derive(Default, Debug)]
pub struct Program {
    /// By [`N`].
    pub nodes: Vec<Node>,
    /// By [`V`].
    pub vars: Vec<Var>,
    /// By [`F`].
    pub funcs: Vec<Func>,
    /// Functions of declared objects; instances are in `instances`.
    pub by_obj: FxHashMap<ObjId, F>,
    /// Functions by object and type arguments (as text).
    pub instances: FxHashMap<(ObjId, String), F>,
    /// Inlined calls: the one around, the function, and where the call is written.
    pub inl_tree: Vec<(u32, F, Pos)>,
    /// Package-level variables.
    pub globals: FxHashMap<ObjId, V>,
}

impl Program {
    /// Adds a node.
    pub fn add(&mut self, node: Node) -> N {
        self.nodes.push(node);
        N(self.nodes.len() as u32 - 1)
    }

    /// Adds a variable.
    pub fn add_var(&mut self, var: Var) -> V {
        self.vars.push(var);
        V(self.vars.len() as u32 - 1)
    }

    /// The node.
    pub fn n(&self, n: N) -> &Node {
        &self.nodes[n.0 as usize]
    }

    /// The node, to change.
    pub fn n_mut(&mut self, n: N) -> &mut Node {
        &mut self.nodes[n.0 as usize]
    }

    /// The variable.
    pub fn v(&self, v: V) -> &Var {
        &self.vars[v.0 as usize]
    }

    /// The variable, to change.
    pub fn v_mut(&mut self, v: V) -> &mut Var {
        &mut self.vars[v.0 as usize]
    }

    /// The function.
    pub fn f(&self, f: F) -> &Func {
        &self.funcs[f.0 as usize]
    }

    /// The function, to change.
    pub fn f_mut(&mut self, f: F) -> &mut Func {
        &mut self.funcs[f.0 as usize]
    }

    /// The variable that a Name node names.
    pub fn var_of(&self, n: N) -> Option<V> {
        match self.n(n) {
            Node { op: Op::Name, data: Data::Var(v), .. } => Some(*v),
            _ => None,
        }
    }

    /// Whether the node is `_`.
    pub fn is_blank(&self, n: N) -> bool {
        match self.n(n) {
            Node { op: Op::Name, data: Data::Var(v), .. } => self.v(*v).name.is_blank(),
            Node { op: Op::Name, .. } => true,
            _ => false,
        }
    }

    /// The entry for what was copied for `inner` before, inside of `outer`.
    pub fn chain(&mut self, outer: u32, inner: u32) -> u32 {
        if inner == 0 {
            return outer;
        }
        let (parent, f, pos) = self.inl_tree[inner as usize - 1];
        let parent = self.chain(outer, parent);
        self.inl_tree.push((parent, f, pos));
        self.inl_tree.len() as u32
    }

    /// A Name node for a variable.
    pub fn name(&mut self, v: V, pos: Pos) -> N {
        let ty = self.v(v).ty;
        self.add(Node::new(Op::Name, pos, ty).data(Data::Var(v)))
    }

    /// The function that a literal belongs to at the top.
    pub fn top_level(&self, mut f: F) -> F {
        while let Some(outer) = self.f(f).outer {
            f = outer;
        }
        f
    }

    /// Whether the function is a literal that captures something; other literals are functions of their own.
    pub fn is_closure(&self, f: F) -> bool {
        self.f(f).outer.is_some() && !self.f(f).captures.is_empty()
    }

    /// Whether `inner` is a capturing literal inside of `outer`, at any depth.
    pub fn contains_closure(&self, outer: F, inner: F) -> bool {
        if !self.is_closure(inner) {
            return false;
        }
        let mut at = inner;
        while let Some(o) = self.f(at).outer {
            if o == outer {
                return true;
            }
            at = o;
        }
        false
    }
}
