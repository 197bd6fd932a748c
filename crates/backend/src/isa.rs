//! Cranelift's flags for a target.

use crate::config::{Arch, BackendConfig, Cpu, OptLevel};
use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable};

/// Builds the target description for a configuration.
pub(crate) fn build_isa(config: &BackendConfig) -> Result<OwnedTargetIsa, String> {
    let mut flags = settings::builder();
    let opt = match config.opt {
        OptLevel::None => "none",
        OptLevel::Speed => "speed",
    };
    for (name, value) in [
        ("opt_level", opt),
        ("enable_pinned_reg", "true"),
        ("preserve_frame_pointers", "true"),
        ("enable_verifier", if config.verify { "true" } else { "false" }),
        ("unwind_info", "false"),
        ("enable_probestack", "false"),
        ("is_pic", "false"),
        ("use_colocated_libcalls", "true"),
        ("enable_heap_access_spectre_mitigation", "false"),
        ("enable_table_access_spectre_mitigation", "false"),
        ("machine_code_cfg_info", "false"),
    ] {
        flags.set(name, value).map_err(|e| format!("{name}: {e}"))?;
    }
    let triple = match config.arch {
        Arch::X86_64 => "x86_64-unknown-linux-gnu",
        Arch::Aarch64 => "aarch64-unknown-linux-gnu",
    };
    let mut builder = isa::lookup_by_name(triple).map_err(|e| e.to_string())?;
    if config.arch == Arch::X86_64 {
        for feature in x86_features(config.cpu) {
            builder.enable(feature).map_err(|e| format!("{feature}: {e}"))?;
        }
    }
    builder.finish(settings::Flags::new(flags)).map_err(|e| e.to_string())
}

const V2: [&str; 6] = ["has_sse3", "has_ssse3", "has_cmpxchg16b", "has_sse41", "has_sse42", "has_popcnt"];
const V3: [&str; 6] = ["has_avx", "has_avx2", "has_fma", "has_bmi1", "has_bmi2", "has_lzcnt"];

fn x86_features(cpu: Cpu) -> Vec<&'static str> {
    match cpu {
        Cpu::V1 => Vec::new(),
        Cpu::V2 => V2.to_vec(),
        Cpu::V3 => [V2, V3].concat(),
        Cpu::Host => host_features(),
    }
}

#[cfg(target_arch = "x86_64")]
fn host_features() -> Vec<&'static str> {
    [
        ("has_sse3", std::is_x86_feature_detected!("sse3")),
        ("has_ssse3", std::is_x86_feature_detected!("ssse3")),
        ("has_cmpxchg16b", std::is_x86_feature_detected!("cmpxchg16b")),
        ("has_sse41", std::is_x86_feature_detected!("sse4.1")),
        ("has_sse42", std::is_x86_feature_detected!("sse4.2")),
        ("has_popcnt", std::is_x86_feature_detected!("popcnt")),
        ("has_avx", std::is_x86_feature_detected!("avx")),
        ("has_avx2", std::is_x86_feature_detected!("avx2")),
        ("has_fma", std::is_x86_feature_detected!("fma")),
        ("has_bmi1", std::is_x86_feature_detected!("bmi1")),
        ("has_bmi2", std::is_x86_feature_detected!("bmi2")),
        ("has_lzcnt", std::is_x86_feature_detected!("lzcnt")),
    ]
    .into_iter()
    .filter(|(_, have)| *have)
    .map(|(name, _)| name)
    .collect()
}

#[cfg(not(target_arch = "x86_64"))]
fn host_features() -> Vec<&'static str> {
    Vec::new()
}
