issue39292.go:15:10: t{}.f escapes to heap
issue39292.go:20:6: moved to heap: i
issue39292.go:21:15: (&t{...}).f escapes to heap
issue39292.go:21:8: &t{...} escapes to heap
issue39292.go:26:6: moved to heap: i
issue39292.go:27:12: t{...}.f escapes to heap
