issue41635.go:9:6: can inline f with cost 32 as: func() { n, m := 100, 200; _ = make([]byte, 131072); _ = make([]byte, 100, 131072); _ = make([]byte, n, 131072); _ = make([]byte, n); _ = make([]byte, 100, m) }
issue41635.go:11:10: make([]byte, 131072) escapes to heap in f:
issue41635.go:11:10:   flow: {heap} ← &{storage for make([]byte, 131072)}:
issue41635.go:11:10:     from make([]byte, 131072) (too large for stack) at issue41635.go:11:10
issue41635.go:12:10: make([]byte, 100, 131072) escapes to heap in f:
issue41635.go:12:10:   flow: {heap} ← &{storage for make([]byte, 100, 131072)}:
issue41635.go:12:10:     from make([]byte, 100, 131072) (too large for stack) at issue41635.go:12:10
issue41635.go:13:10: make([]byte, n, 131072) escapes to heap in f:
issue41635.go:13:10:   flow: {heap} ← &{storage for make([]byte, n, 131072)}:
issue41635.go:13:10:     from make([]byte, n, 131072) (too large for stack) at issue41635.go:13:10
issue41635.go:11:10: make([]byte, 131072) escapes to heap
issue41635.go:12:10: make([]byte, 100, 131072) escapes to heap
issue41635.go:13:10: make([]byte, n, 131072) escapes to heap
issue41635.go:15:10: make([]byte, 100) does not escape
issue41635.go:16:10: make([]byte, 100, 200) does not escape
