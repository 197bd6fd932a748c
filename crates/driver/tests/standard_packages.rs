//! Every embedded package is correct as a whole, though programs parse and check only what they reach of it.

use golift_driver::{BuildContext, check_standard_package, std_packages};

#[test]
fn standard_packages_have_no_errors() {
    for goarch in ["amd64", "arm64"] {
        let context = BuildContext { goarch, ..BuildContext::host() };
        for path in std_packages() {
            if let Err(failure) = check_standard_package(path, &context) {
                panic!("{goarch}: {}", failure.message);
            }
        }
    }
}
