package runtime

// GOARCH is the processor.
const GOARCH = "amd64"
