//! The golift command.
fn main() {}
