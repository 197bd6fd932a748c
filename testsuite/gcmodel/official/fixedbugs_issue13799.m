issue13799.go:48:6: moved to heap: fn
issue13799.go:51:3: moved to heap: j
issue13799.go:37:11: make(map[int][]int) escapes to heap
issue13799.go:52:8: func literal escapes to heap
issue13799.go:53:17: append escapes to heap
issue13799.go:63:20: fmt.Sprintf("iter %d: maxI = %d, len(m) = %d", ... argument...) escapes to heap
issue13799.go:63:20: ... argument does not escape
issue13799.go:63:56: iter escapes to heap
issue13799.go:63:62: 500 escapes to heap
issue13799.go:63:71: len(m) escapes to heap
issue13799.go:70:11: make(map[int][]int) does not escape
issue13799.go:76:8: func literal does not escape
issue13799.go:77:17: append escapes to heap
issue13799.go:87:20: fmt.Sprintf("iter %d: maxI = %d, len(m) = %d", ... argument...) escapes to heap
issue13799.go:87:20: ... argument does not escape
issue13799.go:87:56: iter escapes to heap
issue13799.go:87:62: 500 escapes to heap
issue13799.go:87:71: len(m) escapes to heap
issue13799.go:94:6: moved to heap: x
issue13799.go:97:6: moved to heap: fn
issue13799.go:100:3: moved to heap: j
issue13799.go:101:8: func literal escapes to heap
issue13799.go:113:20: fmt.Sprintf("iter %d: maxI = %d, *m = %d", ... argument...) escapes to heap
issue13799.go:113:20: ... argument does not escape
issue13799.go:113:52: iter escapes to heap
issue13799.go:113:58: 500 escapes to heap
issue13799.go:113:64: *m escapes to heap
issue13799.go:127:8: func literal does not escape
issue13799.go:139:20: fmt.Sprintf("iter %d: maxI = %d, *m = %d", ... argument...) escapes to heap
issue13799.go:139:20: ... argument does not escape
issue13799.go:139:52: iter escapes to heap
issue13799.go:139:58: 500 escapes to heap
issue13799.go:139:64: *m escapes to heap
issue13799.go:147:20: s does not escape
issue13799.go:159:6: moved to heap: x
issue13799.go:165:8: &str{...} escapes to heap
issue13799.go:170:20: fmt.Sprintf("iter %d: maxI = %d, *m = %d", ... argument...) escapes to heap
issue13799.go:170:20: ... argument does not escape
issue13799.go:170:52: iter escapes to heap
issue13799.go:170:58: 500 escapes to heap
issue13799.go:170:64: *m escapes to heap
issue13799.go:183:8: &str{...} does not escape
issue13799.go:188:20: fmt.Sprintf("iter %d: maxI = %d, *m = %d", ... argument...) escapes to heap
issue13799.go:188:20: ... argument does not escape
issue13799.go:188:52: iter escapes to heap
issue13799.go:188:58: 500 escapes to heap
issue13799.go:188:64: *m escapes to heap
issue13799.go:23:15: ... argument does not escape
issue13799.go:23:16: iter escapes to heap
