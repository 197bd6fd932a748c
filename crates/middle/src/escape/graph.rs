//! The points-to graph of one function: objects, their contents by offset, and which of them have escaped.
//!
//! Objects are allocation sites of the function, phantoms for what parameters point to (made on demand, a limited number
//! of steps deep), the heap, static data, and functions (the code words of closures). A points-to set holds
//! (object, byte offset) pairs; [`ANY`] stands for every offset. Contents are flow-insensitive: a store adds, nothing
//! removes. What escapes takes along everything that it points to, and is as good as the heap from then on: it has no
//! contents of its own any more, and sets name the heap in its place.

use super::cause::{Cause, Here};
use super::points_to::{ANY, PointsTo, covers, insert, union};
use golift_ssa::{BlockId, FuncId, InstId, SiteId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Phantoms further than this from their parameter stand for everything reachable from them.
const MAX_DEPTH: u32 = 2;
/// With more phantoms than this in one function, those that were loaded from others stand for everything reachable from them.
const MAX_PHANTOMS: usize = 40;
/// More distinct offsets than this in one object become [`ANY`].
const MAX_FIELDS: usize = 24;
/// A points-to set that grows past this becomes the heap and all its members escape.
const MAX_SET: usize = 64;

/// The index of an object in its graph.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Obj(pub(crate) u32);

/// All that escaped, or that the function cannot know.
pub(crate) const HEAP: Obj = Obj(0);
/// Read-only static data: nothing can be stored there, and it points to static data alone.
pub(crate) const STATIC: Obj = Obj(1);

/// A call of a known function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum CallAt {
    /// An instruction.
    Inst(InstId, BlockId),
    /// The tail call at the end of a block.
    Tail(BlockId),
}

impl CallAt {
    /// The block in which the call stands.
    pub(crate) fn block(self) -> BlockId {
        match self {
            CallAt::Inst(_, block) | CallAt::Tail(block) => block,
        }
    }
}

/// What an object is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// [`HEAP`].
    Heap,
    /// [`STATIC`].
    Static,
    /// What a site of this function allocates, in this block.
    Site(SiteId, BlockId),
    /// What a callee allocates at a site of its own (or of its callees) for its caller, at one call.
    Fresh(CallAt, SiteId),
    /// What a parameter points to (`parent` none), or what stands at an offset of another phantom.
    Phantom { param: u32, parent: Option<(Obj, i64)>, depth: u32 },
    /// Code.
    Func(FuncId),
    /// The function's own defer frame.
    DeferFrame,
}

impl Kind {
    /// The block in which an object that this function allocates, or lets a callee allocate, is made.
    pub(crate) fn made_in(self) -> Option<BlockId> {
        match self {
            Kind::Site(_, block) => Some(block),
            Kind::Fresh(at, _) => Some(at.block()),
            _ => None,
        }
    }
}

/// An object with its contents.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether other goroutines, globals or unknown code can reach it.
    pub(crate) escaped: bool,
    /// Whether the caller can reach it when the function has returned, by a result or through a parameter.
    pub(crate) lent: bool,
    /// A phantom that is called as a function with unknown arguments.
    pub(crate) called: bool,
    /// Whether a goroutine that the function waits for can reach it.
    pub(crate) shared: bool,
    /// Why it escaped.
    pub(crate) reason: &'static str,
    /// Where, and through what.
    pub(crate) cause: Cause,
    /// A phantom that stands for everything reachable from it.
    deep: bool,
    contents: Vec<(i64, PointsTo)>,
    /// A phantom's phantoms by offset.
    children: Vec<(i64, Obj)>,
}

/// The graph.
#[derive(Debug)]
pub(crate) struct Graph {
    objects: Vec<Object>,
    sites: FxHashMap<SiteId, Obj>,
    fresh: FxHashMap<(CallAt, SiteId), Obj>,
    /// Whether objects can be allocated in the caller's region; otherwise what outlives the function escapes.
    may_lend: bool,
    functions: FxHashMap<FuncId, Obj>,
    phantoms: usize,
    /// Objects and offsets whose contents became the heap because there were too many.
    saturated: FxHashSet<(Obj, i64)>,
    /// The instruction that is being looked at; the solver keeps it, causes name it.
    pub(crate) here: Here,
    /// Where each object was first stored in another: (holder, stored).
    stores: FxHashMap<(Obj, Obj), Here>,
    /// Whether anything was added since the flag was last cleared.
    pub(crate) changed: bool,
    /// How many objects have escaped or were lent: what an object in a set stands for changes with it.
    pub(crate) epoch: u32,
}

impl Object {
    fn new(kind: Kind) -> Object {
        let cause = Cause::default();
        Object { kind, escaped: false, lent: false, called: false, shared: false, reason: "", cause, deep: false, contents: Vec::new(), children: Vec::new() }
    }
}

impl Graph {
    /// A graph with nothing but the heap and static data.
    pub(crate) fn new(may_lend: bool) -> Graph {
        let object = |kind, escaped| Object { escaped, ..Object::new(kind) };
        Graph {
            objects: vec![object(Kind::Heap, true), object(Kind::Static, false)],
            sites: FxHashMap::default(),
            fresh: FxHashMap::default(),
            may_lend,
            functions: FxHashMap::default(),
            phantoms: 0,
            saturated: FxHashSet::default(),
            here: Here::default(),
            stores: FxHashMap::default(),
            changed: false,
            epoch: 0,
        }
    }

    /// All objects in order of creation.
    pub(crate) fn objects(&self) -> impl ExactSizeIterator<Item = (Obj, &Object)> {
        self.objects.iter().enumerate().map(|(i, o)| (Obj(i as u32), o))
    }

    /// An object.
    pub(crate) fn get(&self, o: Obj) -> &Object {
        &self.objects[o.0 as usize]
    }

    fn add(&mut self, kind: Kind) -> Obj {
        self.objects.push(Object::new(kind));
        self.changed = true;
        Obj(self.objects.len() as u32 - 1)
    }

    /// The object of a site.
    pub(crate) fn site(&mut self, site: SiteId, block: BlockId) -> Obj {
        if let Some(&o) = self.sites.get(&site) {
            return o;
        }
        let o = self.add(Kind::Site(site, block));
        self.sites.insert(site, o);
        o
    }

    /// The object of a site, if its operation was met.
    pub(crate) fn find_site(&self, site: SiteId) -> Option<Obj> {
        self.sites.get(&site).copied()
    }

    /// The object that a call allocates for this function at a site of the callee.
    pub(crate) fn fresh(&mut self, at: CallAt, site: SiteId) -> Obj {
        if let Some(&o) = self.fresh.get(&(at, site)) {
            return o;
        }
        let o = self.add(Kind::Fresh(at, site));
        self.fresh.insert((at, site), o);
        o
    }

    /// A parameter's phantom.
    pub(crate) fn param(&mut self, param: u32) -> Obj {
        self.add(Kind::Phantom { param, parent: None, depth: 0 })
    }

    /// The defer frame's object.
    pub(crate) fn defer_frame(&mut self) -> Obj {
        self.add(Kind::DeferFrame)
    }

    /// The object of a function's code.
    pub(crate) fn function(&mut self, f: FuncId) -> Obj {
        if let Some(&o) = self.functions.get(&f) {
            return o;
        }
        let o = self.add(Kind::Func(f));
        self.functions.insert(f, o);
        o
    }

    /// Marks a phantom as called.
    pub(crate) fn mark_called(&mut self, o: Obj) {
        let object = &mut self.objects[o.0 as usize];
        self.changed |= !object.called;
        object.called = true;
    }

    /// Notes that a goroutine that the function waits for can reach an object.
    pub(crate) fn share(&mut self, o: Obj) {
        self.objects[o.0 as usize].shared = true;
    }

    /// What a load from (o, at) may give.
    pub(crate) fn load(&mut self, o: Obj, at: i64) -> PointsTo {
        let mut out = PointsTo::new();
        self.load_into(o, at, &mut out);
        out
    }

    /// Adds what a load from (o, at) may give.
    pub(crate) fn load_into(&mut self, o: Obj, at: i64, out: &mut PointsTo) {
        let object = &self.objects[o.0 as usize];
        match object.kind {
            Kind::Heap => {
                insert(out, (HEAP, 0));
                return;
            }
            Kind::Static => {
                insert(out, (STATIC, 0));
                return;
            }
            Kind::Func(_) => return,
            _ if object.escaped => {
                insert(out, (HEAP, 0));
                return;
            }
            Kind::Site(..) | Kind::Fresh(..) | Kind::Phantom { .. } | Kind::DeferFrame => {}
        }
        for (off, set) in &object.contents {
            if at == ANY || *off == ANY || *off == at {
                union(out, set.iter().copied());
            }
        }
        if let Kind::Phantom { .. } = object.kind {
            let child = self.child(o, at);
            insert(out, child);
            if at == ANY {
                for &(_, c) in &self.get(o).children {
                    insert(out, (c, 0));
                }
            } else if let Some(c) = self.find_child(o, ANY) {
                insert(out, (c, 0));
            }
        }
    }

    /// The phantom for what stands at an offset of a phantom.
    fn child(&mut self, o: Obj, at: i64) -> (Obj, i64) {
        let Kind::Phantom { param, depth, .. } = self.get(o).kind else { return (HEAP, 0) };
        if self.get(o).deep {
            return (o, ANY);
        }
        if depth >= MAX_DEPTH || (depth > 0 && self.phantoms >= MAX_PHANTOMS) {
            self.objects[o.0 as usize].deep = true;
            self.changed = true;
            return (o, ANY);
        }
        let at = if self.get(o).children.len() >= MAX_FIELDS { ANY } else { at };
        if let Some(c) = self.find_child(o, at) {
            return (c, 0);
        }
        let c = self.add(Kind::Phantom { param, parent: Some((o, at)), depth: depth + 1 });
        self.phantoms += 1;
        self.objects[c.0 as usize].deep = depth + 1 >= MAX_DEPTH;
        self.objects[o.0 as usize].children.push((at, c));
        if self.get(o).escaped {
            self.escape_from(c, self.get(o).reason, Some(o));
        }
        (c, 0)
    }

    fn find_child(&self, o: Obj, at: i64) -> Option<Obj> {
        self.get(o).children.iter().find(|(off, _)| *off == at).map(|&(_, c)| c)
    }

    /// Whether a phantom stands for everything reachable from it.
    pub(crate) fn is_deep(&self, o: Obj) -> bool {
        self.get(o).deep
    }

    /// Notes that what `values` points to is stored at (o, at).
    pub(crate) fn store(&mut self, o: Obj, at: i64, values: &PointsTo) {
        let (kind, escaped, reason) = {
            let object = self.get(o);
            (object.kind, object.escaped, object.reason)
        };
        match kind {
            Kind::Heap | Kind::Static => {
                values.iter().for_each(|&(v, _)| self.escape(v, "stored in memory that outlives the function"));
                return;
            }
            Kind::Func(_) => return,
            Kind::Phantom { .. } => {
                // What the caller's memory points to must outlive this activation.
                values.iter().for_each(|&(v, _)| self.lend_from(v, "stored through a parameter", Some(o)));
            }
            Kind::Site(..) | Kind::Fresh(..) if self.get(o).lent => {
                values.iter().for_each(|&(v, _)| self.lend_from(v, reason, Some(o)));
            }
            Kind::Site(..) | Kind::Fresh(..) | Kind::DeferFrame => {}
        }
        if escaped {
            let reason = if reason.is_empty() { "stored in an object on the heap" } else { reason };
            values.iter().for_each(|&(v, _)| self.escape_from(v, reason, Some(o)));
            return;
        }
        let at = if self.is_deep(o) { ANY } else { at };
        let contents = &mut self.objects[o.0 as usize].contents;
        let at = if contents.len() >= MAX_FIELDS && !contents.iter().any(|(off, _)| *off == at) { ANY } else { at };
        let index = match contents.iter().position(|(off, _)| *off == at) {
            Some(i) => i,
            None => {
                contents.push((at, PointsTo::new()));
                contents.len() - 1
            }
        };
        if self.saturated.contains(&(o, at)) {
            values.iter().for_each(|&(v, _)| self.escape(v, "too many possible targets"));
            return;
        }
        let contents = &self.objects[o.0 as usize].contents[index].1;
        if covers(contents, values, |v| self.objects[v.0 as usize].escaped) {
            return;
        }
        let mut added = false;
        for &(v, off) in values {
            let gone = self.objects[v.0 as usize].escaped;
            let new = insert(&mut self.objects[o.0 as usize].contents[index].1, if gone { (HEAP, 0) } else { (v, off) });
            if new && !gone {
                self.stores.entry((o, v)).or_insert(self.here);
            }
            added |= new;
        }
        let set = &self.objects[o.0 as usize].contents[index].1;
        let overflow = set.len() > MAX_SET;
        self.changed |= added;
        if overflow {
            self.saturated.insert((o, at));
            let members = std::mem::replace(&mut self.objects[o.0 as usize].contents[index].1, vec![(HEAP, 0)]);
            members.iter().for_each(|&(v, _)| self.escape(v, "too many possible targets"));
        }
    }

    /// Marks an object of this function as one that the caller can reach after the return, with everything it points to.
    pub(crate) fn lend(&mut self, o: Obj, reason: &'static str) {
        self.lend_from(o, reason, None);
    }

    /// Likewise, because an object that points to it outlives the function.
    fn lend_from(&mut self, o: Obj, reason: &'static str, holder: Option<Obj>) {
        let object = self.get(o);
        if object.escaped || object.lent {
            return;
        }
        let mut work = vec![(o, holder)];
        while let Some((o, holder)) = work.pop() {
            let here = self.here;
            let object = &mut self.objects[o.0 as usize];
            if object.escaped || object.lent {
                continue;
            }
            match object.kind {
                Kind::Site(..) | Kind::Fresh(..) if self.may_lend => {
                    object.lent = true;
                    object.reason = reason;
                    self.changed = true;
                    self.epoch += 1;
                    object.cause = Cause { here, holder };
                    work.extend(object.contents.iter().flat_map(|(_, set)| set.iter().map(|&(v, _)| (v, Some(o)))));
                }
                Kind::Site(..) | Kind::Fresh(..) | Kind::DeferFrame => self.escape_from(o, reason, holder),
                Kind::Heap | Kind::Static | Kind::Phantom { .. } | Kind::Func(_) => {}
            }
        }
    }

    /// Marks an object as escaped, with everything it points to.
    pub(crate) fn escape(&mut self, o: Obj, reason: &'static str) {
        self.escape_from(o, reason, None);
    }

    /// Likewise, because an object that points to it has escaped.
    pub(crate) fn escape_from(&mut self, o: Obj, reason: &'static str, holder: Option<Obj>) {
        if self.get(o).escaped {
            return;
        }
        let mut work = vec![(o, holder)];
        while let Some((o, holder)) = work.pop() {
            let here = self.here;
            let object = &mut self.objects[o.0 as usize];
            if object.escaped || matches!(object.kind, Kind::Static | Kind::Func(_)) {
                continue;
            }
            object.escaped = true;
            object.reason = reason;
            object.cause = Cause { here, holder };
            self.changed = true;
            self.epoch += 1;
            // From now on the object is as good as the heap.
            let contents = std::mem::take(&mut object.contents);
            work.extend(contents.iter().flat_map(|(_, set)| set).map(|&(v, _)| (v, Some(o))));
            work.extend(object.children.iter().map(|&(_, c)| (c, Some(o))));
        }
    }

    /// Where an object was stored in another, if it was.
    pub(crate) fn stored(&self, holder: Obj, object: Obj) -> Option<Here> {
        self.stores.get(&(holder, object)).copied()
    }

    /// The contents of an object, by offset.
    pub(crate) fn contents(&self, o: Obj) -> &[(i64, PointsTo)] {
        &self.objects[o.0 as usize].contents
    }

    /// Everything reachable from a set, the set included.
    pub(crate) fn closure(&mut self, set: &PointsTo) -> PointsTo {
        let mut seen = vec![false; self.objects.len()];
        let mut work: Vec<Obj> = set.iter().map(|&(o, _)| o).collect();
        let mut next: Vec<Obj> = Vec::new();
        while let Some(o) = work.pop() {
            if std::mem::replace(&mut seen[o.0 as usize], true) {
                continue;
            }
            self.successors(o, &seen, &mut next);
            seen.resize(self.objects.len(), false);
            work.append(&mut next);
        }
        let reached = seen.iter().enumerate().filter(|(_, seen)| **seen).map(|(i, _)| Obj(i as u32));
        reached.map(|o| (o, if o <= STATIC { 0 } else { ANY })).collect()
    }

    /// The objects that a load from anywhere in an object may give, sorted, but for those that were seen.
    fn successors(&mut self, o: Obj, seen: &[bool], out: &mut Vec<Obj>) {
        let object = &self.objects[o.0 as usize];
        match object.kind {
            Kind::Heap | Kind::Static | Kind::Func(_) => return,
            _ if object.escaped => return out.push(HEAP),
            Kind::Site(..) | Kind::Fresh(..) | Kind::Phantom { .. } | Kind::DeferFrame => {}
        }
        let all = object.contents.iter().flat_map(|(_, set)| set).map(|&(v, _)| v);
        out.extend(all.filter(|v| !seen[v.0 as usize]));
        if let Kind::Phantom { .. } = object.kind {
            out.push(self.child(o, ANY).0);
            out.extend(self.get(o).children.iter().map(|&(_, c)| c));
        }
        out.sort_unstable();
        out.dedup();
    }
}
