//! What the caller chooses: target, optimisation level, extras.

/// A target architecture; the operating system is Linux.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Arch {
    /// x86-64 (`amd64`).
    X86_64,
    /// AArch64 (`arm64`).
    Aarch64,
}

impl Arch {
    /// The architecture that this process runs on.
    pub fn host() -> Arch {
        if cfg!(target_arch = "aarch64") { Arch::Aarch64 } else { Arch::X86_64 }
    }

    /// The name that `GOARCH` uses.
    pub fn goarch(self) -> &'static str {
        match self {
            Arch::X86_64 => "amd64",
            Arch::Aarch64 => "arm64",
        }
    }
}

/// Which instructions code may use. The levels are those of `GOAMD64`; aarch64 has one baseline.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Cpu {
    /// All that this processor has: for code that runs at once.
    Host,
    /// Any processor of the architecture.
    V1,
    /// SSE4.2, POPCNT.
    V2,
    /// AVX2, BMI, FMA, LZCNT.
    V3,
}

/// How much Cranelift optimises.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OptLevel {
    /// Fastest compilation.
    None,
    /// Fastest code.
    Speed,
}

/// Choices for one compilation.
#[derive(Clone, Debug)]
pub struct BackendConfig {
    /// Target architecture.
    pub arch: Arch,
    /// Processor features.
    pub cpu: Cpu,
    /// Optimisation level.
    pub opt: OptLevel,
    /// Run Cranelift's verifier on every function.
    pub verify: bool,
    /// Mark each allocation with its site, for `-allocs`.
    pub count_sites: bool,
    /// Write over the objects in a frame before the function returns, so that tests see what outlives it.
    pub poison_frames: bool,
    /// Keep the text of the Cranelift IR of the functions whose names contain this.
    pub emit_clif: Option<String>,
    /// Keep the assembly text of the functions whose names contain this.
    pub emit_asm: Option<String>,
    /// Compiling threads; 0: as many as the machine has.
    pub threads: usize,
}

impl Default for BackendConfig {
    fn default() -> Self {
        BackendConfig {
            arch: Arch::host(),
            cpu: Cpu::Host,
            opt: OptLevel::Speed,
            verify: cfg!(debug_assertions),
            count_sites: false,
            poison_frames: false,
            emit_clif: None,
            emit_asm: None,
            threads: 0,
        }
    }
}
