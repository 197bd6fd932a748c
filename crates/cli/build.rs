//! Links the runtime's executable at fixed addresses: the image driver reads the addresses of its functions from the file.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-link-arg-bin=golift-rt=-no-pie");
}
