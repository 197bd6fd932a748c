//! Executables: structure for both architectures, determinism.

mod harness;

use golift_abi::{Builtin, asm, builtin};
use golift_backend::{Arch, BackendConfig, Cpu, OptLevel, compile};
use golift_base::SourceMap;
use golift_ssa::module::DataKind;
use golift_ssa::*;
use harness::*;

/// Prints "hello" from relocated data and exits with 40 + a global that is 2.
fn hello() -> Module {
    let mut m = Module::default();
    let text = words(&mut m, "text", DataKind::ReadOnly, &[u64::from_le_bytes(*b"hello\n\0\0")]);
    let pointer = words(&mut m, "main.pointer", DataKind::Writable, &[0, 2]);
    m.data[pointer].relocs.push(Reloc { offset: 0, target: RelocTarget::Data(text), addend: 0 });
    let zero = words(&mut m, "main.zero", DataKind::Zero, &[0; 2000]);
    let mut b = Build::new("main.main", &[Ty::Ptr], &[]);
    let p = b.op(Op::DataAddr(pointer, 0), &[], Ty::Ptr);
    let z = b.op(Op::DataAddr(zero, 8000), &[], Ty::Ptr);
    let s = b.op(Op::Load(0, MemFlags::default()), &[p], Ty::Ptr);
    let two = b.op(Op::Load(8, MemFlags::default()), &[p], Ty::I64);
    let n = b.int(6);
    b.ops(Op::CallBuiltin(Builtin::rt_printstring, None), &[s, n], &[]);
    b.ops(Op::Store(0, MemFlags::default()), &[z, two], &[]);
    let z = b.op(Op::Load(0, MemFlags::default()), &[z], Ty::I64);
    let base = b.int(40);
    let code = b.bin(BinOp::Add, base, z);
    b.ops(Op::CallBuiltin(Builtin::rt_exit, None), &[code], &[]);
    b.ret(&[]);
    m.entry = Some(m.funcs.push(b.f));
    m
}

/// The least executable that has what an image needs: one segment, five sections.
fn runtime(machine: u16) -> Vec<u8> {
    const BASE: u64 = 0x20_0000;
    let builtins = builtin::ALL.len() as u64 * 8;
    let asms = asm::ASM.len() as u64 * 8;
    let names = b"\0.golift.builtins\0.golift.asm\0.golift.program\0.shstrtab\0";
    let at = [0x1000, 0x1000 + builtins, 0x1000 + builtins + asms];
    let end = at[2] + 8;
    let headers = (end + names.len() as u64).next_multiple_of(8);
    let mut out = vec![0u8; 0x1000];
    out[..8].copy_from_slice(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0]);
    let mut put = |at: usize, bytes: &[u8]| out[at..at + bytes.len()].copy_from_slice(bytes);
    put(16, &2u16.to_le_bytes());
    put(18, &machine.to_le_bytes());
    put(24, &(BASE + 0x1000).to_le_bytes());
    put(32, &64u64.to_le_bytes());
    put(40, &headers.to_le_bytes());
    for (n, v) in [64u16, 56, 1, 64, 5, 4].into_iter().enumerate() {
        put(52 + 2 * n, &v.to_le_bytes());
    }
    put(64, &1u32.to_le_bytes());
    put(68, &6u32.to_le_bytes());
    for (n, v) in [0, BASE, BASE, end, end + 0x3000, 0x1000].into_iter().enumerate() {
        put(72 + 8 * n, &v.to_le_bytes());
    }
    for n in 0..(builtins + asms) / 8 {
        out.extend_from_slice(&(BASE + 0x1000 + n).to_le_bytes());
    }
    out.extend_from_slice(&[0; 8]);
    out.extend_from_slice(names);
    out.resize(headers as usize + 64, 0);
    let sections = [(1u32, 1u32, at[0], builtins), (18, 1, at[1], asms), (30, 1, at[2], 8), (46, 3, end, names.len() as u64)];
    for (name, kind, offset, size) in sections {
        out.extend_from_slice(&name.to_le_bytes());
        out.extend_from_slice(&kind.to_le_bytes());
        for v in [2, BASE + offset, offset, size, 0, 8, 0] {
            out.extend_from_slice(&v.to_le_bytes());
        }
    }
    out
}

#[test]
fn images_have_sound_headers() {
    for (arch, machine) in [(Arch::X86_64, 62), (Arch::Aarch64, 183)] {
        let config = BackendConfig { arch, cpu: Cpu::V1, ..config(OptLevel::Speed) };
        let program = compile(&hello(), &SourceMap::default(), &config).unwrap();
        let rt = runtime(machine);
        let image = program.write_image(&rt).unwrap();
        assert_eq!(image, program.write_image(&rt).unwrap());
        if let Ok(to) = std::env::var("GOLIFT_TEST_IMAGES") {
            std::fs::write(format!("{to}/{}", arch.goarch()), &image).unwrap();
        }
        let word = |at: usize| u64::from_le_bytes(image[at..at + 8].try_into().unwrap());
        let half = |at: usize| u32::from_le_bytes(image[at..at + 4].try_into().unwrap());
        let (headers, count) = (word(32) as usize, image[56] as usize);
        assert_eq!(count, 4);
        let slot = 0x1000 + 8 * (builtin::ALL.len() + asm::ASM.len());
        let mut end = 0;
        let mut found = false;
        for n in 0..count {
            let at = headers + 56 * n;
            let (offset, vaddr, file, memory) = (word(at + 8), word(at + 16), word(at + 32), word(at + 40));
            assert_eq!(half(at), 1);
            assert!(vaddr >= end, "segments ascend");
            assert_eq!(vaddr % word(at + 48), offset % word(at + 48));
            assert!(offset + file <= image.len() as u64);
            end = vaddr + memory;
            let program = word(slot);
            if (vaddr..vaddr + file).contains(&program) {
                found = true;
                assert_eq!(word((program - vaddr + offset) as usize), golift_abi::program::PROGRAM_MAGIC);
            }
        }
        assert!(found, "the slot points into a segment");
    }
}

#[test]
fn the_wrong_runtime_is_refused() {
    let program = compiled(&hello(), &config(OptLevel::Speed));
    assert!(program.write_image(&runtime(183)).is_err());
    assert!(program.write_image(b"#!/bin/sh\n").is_err());
    assert!(program.write_image(&runtime(62)[..5000]).is_err());
}

/// With `GOLIFT_TEST_RUNTIME` naming a runtime: writes the image beside it.
#[test]
fn image_with_a_real_runtime() {
    let Ok(path) = std::env::var("GOLIFT_TEST_RUNTIME") else { return };
    let program = compiled(&hello(), &config(OptLevel::Speed));
    let image = program.write_image(&std::fs::read(&path).unwrap()).unwrap();
    std::fs::write(format!("{path}.out"), image).unwrap();
}
