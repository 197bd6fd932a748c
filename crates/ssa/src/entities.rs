//! Ids of the IR. Each prints as the text form writes it.

use cranelift_entity::entity_impl;

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident $prefix:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);
        entity_impl!($name, $prefix);
    )*};
}

id! {
    /// A function of the module: `fn3`.
    FuncId "fn";
    /// A static data object: `data7`.
    DataId "data";
    /// An allocation site: `site2`.
    SiteId "site";
    /// A memory layout: `layout4`.
    LayoutId "layout";
    /// A source location of a function: `loc5`.
    LocId "loc";
    /// A block: `b1`.
    BlockId "b";
    /// An instruction: `inst9`.
    InstId "inst";
    /// A value: `v8`.
    ValueId "v";
}
