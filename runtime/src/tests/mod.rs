//! Tests of the runtime without compiled code.
