issue27732a.go:21:6: moved to heap: c
