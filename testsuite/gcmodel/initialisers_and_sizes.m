initialisers_and_sizes.go:26:9: leaking param: x to result ~r0 level=0
initialisers_and_sizes.go:18:25: map[string]*int{...} escapes to heap
initialisers_and_sizes.go:23:13: &t{} escapes to heap
initialisers_and_sizes.go:24:22: []int{} escapes to heap
initialisers_and_sizes.go:24:16: append escapes to heap
initialisers_and_sizes.go:13:10: t{}.f does not escape
initialisers_and_sizes.go:31:18: s does not escape
initialisers_and_sizes.go:33:11: make([]int, n) does not escape
initialisers_and_sizes.go:34:11: make([]int, 0, 10) does not escape
initialisers_and_sizes.go:35:11: make([]byte, len(s)) does not escape
initialisers_and_sizes.go:37:11: make([]int, 3) does not escape
initialisers_and_sizes.go:39:11: make([]int, l) does not escape
initialisers_and_sizes.go:41:11: make([]int, len(str)) does not escape
initialisers_and_sizes.go:42:11: make([]int, cap(b)) does not escape
initialisers_and_sizes.go:43:11: make([]int, len(b)) does not escape
initialisers_and_sizes.go:46:14: 5 does not escape
initialisers_and_sizes.go:47:14: "abc" escapes to heap
initialisers_and_sizes.go:48:11: any(n) does not escape
initialisers_and_sizes.go:62:9: moved to heap: v
initialisers_and_sizes.go:66:6: moved to heap: i
initialisers_and_sizes.go:56:3: func literal does not escape
initialisers_and_sizes.go:62:25: []int{...} does not escape
initialisers_and_sizes.go:73:9: leaking param: a
initialisers_and_sizes.go:85:2: moved to heap: b
initialisers_and_sizes.go:75:7: 1 does not escape
initialisers_and_sizes.go:76:7: "x" does not escape
initialisers_and_sizes.go:76:12: i does not escape
initialisers_and_sizes.go:78:10: 5 does not escape
initialisers_and_sizes.go:97:13: p does not escape
initialisers_and_sizes.go:92:9: c does not escape
initialisers_and_sizes.go:92:21: m does not escape
initialisers_and_sizes.go:95:14: "x" escapes to heap
initialisers_and_sizes.go:97:8: func literal does not escape
initialisers_and_sizes.go:98:5: func literal escapes to heap
