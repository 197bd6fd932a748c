//! Parses files and prints what is wrong with them: `cargo run --example parse -- [-ast|-tokens|-header|-time] files…`.

use golift_base::{Diagnostics, SourceMap};
use std::time::Instant;

fn main() {
    let mut mode = String::new();
    let mut bytes = 0;
    let mut spent = std::time::Duration::ZERO;
    for arg in std::env::args().skip(1) {
        if arg.starts_with('-') {
            mode = arg;
            continue;
        }
        let (text, _) = golift_frontend::decode_source(std::fs::read(&arg).unwrap());
        let mut sources = SourceMap::default();
        bytes += text.len();
        let id = sources.add(arg.clone(), arg, text);
        let mut diags = Diagnostics::default();
        let mut next = 0;
        let start = Instant::now();
        let file = golift_frontend::parse_file(id, sources.file(id), &mut next, &mut diags);
        spent += start.elapsed();
        match &mode[..] {
            "-ast" => print!("{}", golift_frontend::ast_dump(&file, &sources)),
            "-header" => {
                if let Some((pos, msg)) = golift_frontend::header_error(sources.file(id)) {
                    println!("{}: {msg}", sources.display(pos));
                }
                continue;
            }
            "-tokens" => print!("{}", golift_frontend::tokens_dump(sources.file(id))),
            _ => {}
        }
        print!("{}", diags.render(&sources, 0));
        std::mem::forget(file);
    }
    if mode == "-time" {
        println!("{bytes} bytes in {spent:?}: {:.1} MB/s", bytes as f64 / 1e6 / spent.as_secs_f64());
    }
}
