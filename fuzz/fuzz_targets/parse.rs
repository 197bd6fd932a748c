//! The lexer and the parser: any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| golift_fuzz::targets::parse(data));
