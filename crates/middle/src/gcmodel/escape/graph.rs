//! Locations, edges, and holes: the places that values flow to, with the dereferences on the way.

use super::Batch;
use crate::gcmodel::ir::{Class, F, N, V};
use crate::gcmodel::leaks::Leaks;
use golift_base::Pos;
use golift_types::TypeId;

/// A location.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LocId(pub u32);

/// Everything that outlives all functions.
pub(super) const HEAP: LocId = LocId(0);
/// What writes through the values that reach it.
pub(super) const MUTATOR: LocId = LocId(1);
/// What calls the values that reach it.
pub(super) const CALLEE: LocId = LocId(2);
/// Where values are dropped.
pub(super) const BLANK: LocId = LocId(3);

/// Why a value flows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Note {
    /// The previous reason.
    pub next: Option<u32>,
    /// The expression or statement.
    pub at: Place,
    /// The reason's words.
    pub why: &'static str,
}

/// What a note points at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// A node.
    Node(N),
    /// A variable, used at a position.
    Var(V, Pos),
}

/// Where a value goes.
#[derive(Clone, Copy, Debug)]
pub struct Hole {
    /// The location.
    pub dst: LocId,
    /// Dereferences on the way; −1 takes the address.
    pub derefs: i32,
    /// The last reason.
    pub notes: Option<u32>,
    /// Whether the address of the expression is taken.
    pub addr_taken: bool,
}

/// `dst ← src` after `derefs` dereferences.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The source.
    pub src: LocId,
    /// Dereferences.
    pub derefs: i32,
    /// The last reason.
    pub notes: Option<u32>,
}

/// What a location stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// A variable.
    Var(V),
    /// The memory that an expression makes.
    Node(N),
    /// A temporary.
    Temp,
}

/// A location.
#[derive(Clone, Debug)]
pub struct Loc {
    /// What it stands for.
    pub what: What,
    /// Its function.
    pub func: F,
    /// Flows into it.
    pub edges: Vec<Edge>,
    /// How many loops it stands in, from 1.
    pub loop_depth: i32,
    /// Of a result: its number from 1.
    pub result_index: u32,
    /// Dereferences to the root of the current walk.
    pub derefs: i32,
    /// The walk that saw it last.
    pub walk: u32,
    /// The walk in whose queue it is.
    pub in_walk: u32,
    /// The next location to the root, and the edge there.
    pub next: Option<(LocId, u32)>,
    /// Whether it waits to be a root.
    pub queued: bool,
    /// It goes to the heap.
    pub escapes: bool,
    /// It must live as long as a variable.
    pub persists: bool,
    /// It may be written through.
    pub mutates: bool,
    /// It may be called.
    pub calls: bool,
    /// A literal uses the variable.
    pub captured: bool,
    /// The variable is assigned after its declaration.
    pub reassigned: bool,
    /// The variable's address is taken.
    pub addr_taken: bool,
    /// Of a parameter: what leaks.
    pub leaks: Leaks,
}

impl Batch<'_, '_> {
    pub(super) fn l(&self, id: LocId) -> &Loc {
        &self.locs[id.0 as usize]
    }

    pub(super) fn l_mut(&mut self, id: LocId) -> &mut Loc {
        &mut self.locs[id.0 as usize]
    }

    pub(super) fn special_locations(&mut self) {
        for i in 0..4 {
            let id = self.push(What::Temp, false);
            let loc = self.l_mut(id);
            (loc.escapes, loc.persists) = (i == 0, i == 0);
            loc.mutates = i == 0 || i == 1;
            loc.calls = i == 0 || i == 2;
        }
        self.all.clear();
    }

    fn push(&mut self, what: What, persists: bool) -> LocId {
        self.locs.push(Loc {
            what,
            func: self.cur,
            edges: Vec::new(),
            loop_depth: self.loop_depth,
            result_index: 0,
            derefs: 0,
            walk: 0,
            in_walk: 0,
            next: None,
            queued: false,
            escapes: false,
            persists,
            mutates: false,
            calls: false,
            captured: false,
            reassigned: false,
            addr_taken: false,
            leaks: Leaks::default(),
        });
        let id = LocId(self.locs.len() as u32 - 1);
        self.all.push(id);
        id
    }

    /// A new location.
    pub(super) fn new_loc(&mut self, what: What, persists: bool) -> LocId {
        let id = self.push(what, persists);
        if let What::Var(v) = what {
            self.var_loc.insert(v, id);
        }
        id
    }

    /// A variable's location.
    pub(super) fn var_location(&mut self, v: V) -> LocId {
        match self.var_loc.get(&v) {
            Some(&id) => id,
            None => self.new_loc(What::Var(v), true),
        }
    }

    /// Whether the location is a variable of this class.
    pub(super) fn is_class(&self, id: LocId, class: Class) -> bool {
        matches!(self.l(id).what, What::Var(v) if self.p.v(v).class == class)
    }

    pub(super) fn hole(dst: LocId) -> Hole {
        Hole { dst, derefs: 0, notes: None, addr_taken: false }
    }

    pub(super) fn note(&mut self, mut k: Hole, at: N, why: &'static str) -> Hole {
        if self.out.level >= 2 {
            self.notes.push(Note { next: k.notes, at: Place::Node(at), why });
            k.notes = Some(self.notes.len() as u32 - 1);
        }
        k
    }

    pub(super) fn note_var(&mut self, mut k: Hole, v: V, pos: Pos, why: &'static str) -> Hole {
        if self.out.level >= 2 {
            self.notes.push(Note { next: k.notes, at: Place::Var(v, pos), why });
            k.notes = Some(self.notes.len() as u32 - 1);
        }
        k
    }

    pub(super) fn shift(mut k: Hole, by: i32) -> Hole {
        k.derefs += by;
        k.addr_taken = by < 0;
        k
    }

    pub(super) fn deref(&mut self, k: Hole, at: N, why: &'static str) -> Hole {
        self.note(Self::shift(k, 1), at, why)
    }

    pub(super) fn addr(&mut self, k: Hole, at: N, why: &'static str) -> Hole {
        self.note(Self::shift(k, -1), at, why)
    }

    /// A type assertion to `ty` loads what an interface points to.
    pub(super) fn dot_type(&mut self, k: Hole, ty: TypeId, at: N, why: &'static str) -> Hole {
        let k = if self.w.is_interface(ty) || crate::gcmodel::static_value::is_direct(self.w, ty) { k } else { Self::shift(k, 1) };
        self.note(k, at, why)
    }

    /// One hole for several.
    pub(super) fn tee(&mut self, ks: &[Hole]) -> Hole {
        match ks {
            [] => Self::hole(BLANK),
            [one] => *one,
            many => {
                let loc = self.new_loc(What::Temp, false);
                for &k in many {
                    self.flow(k, loc);
                }
                Self::hole(loc)
            }
        }
    }

    /// The memory that node `n` makes, whose address goes to `k`.
    pub(super) fn spill(&mut self, k: Hole, n: N) -> Hole {
        let loc = self.new_loc(What::Node(n), false);
        let k = self.addr(k, n, "spill");
        self.flow(k, loc);
        Self::hole(loc)
    }

    /// A value that must last until later.
    pub(super) fn later(&mut self, k: Hole) -> Hole {
        let loc = self.new_loc(What::Temp, true);
        self.flow(k, loc);
        Self::hole(loc)
    }

    /// Records that `src` flows to `k`.
    pub(super) fn flow(&mut self, k: Hole, src: LocId) {
        if k.addr_taken {
            self.l_mut(src).addr_taken = true;
        }
        let dst = k.dst;
        if dst == BLANK || (dst == src && k.derefs >= 0) {
            return;
        }
        if self.l(dst).escapes && k.derefs < 0 {
            if self.verbose() {
                self.say_escapes(src);
                let pos = self.loc_pos(src);
                self.explain_flow(pos, dst, src, k.derefs, k.notes);
            }
            let loc = self.l_mut(src);
            (loc.escapes, loc.persists, loc.mutates, loc.calls) = (true, true, true, true);
            return;
        }
        self.l_mut(dst).edges.push(Edge { src, derefs: k.derefs, notes: k.notes });
    }
}
