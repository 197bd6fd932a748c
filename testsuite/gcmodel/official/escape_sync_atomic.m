escape_sync_atomic.go:17:18: leaking param: addr
escape_sync_atomic.go:24:6: moved to heap: x
escape_sync_atomic.go:29:6: moved to heap: x
escape_sync_atomic.go:35:6: moved to heap: x
escape_sync_atomic.go:36:6: moved to heap: y
