escape_runtime_atomic.go:12:2: could not import runtime/internal/atomic (open : no such file or directory)
