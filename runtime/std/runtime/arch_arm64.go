package runtime

// GOARCH is the processor.
const GOARCH = "arm64"
