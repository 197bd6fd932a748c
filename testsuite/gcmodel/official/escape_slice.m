escape_slice.go:136:11: make(IP, 16) escapes to heap
escape_slice.go:21:2: moved to heap: i
escape_slice.go:22:12: append does not escape
escape_slice.go:28:2: moved to heap: i
escape_slice.go:29:12: append does not escape
escape_slice.go:35:2: moved to heap: i
escape_slice.go:36:12: append escapes to heap
escape_slice.go:42:2: moved to heap: i
escape_slice.go:43:12: append does not escape
escape_slice.go:50:13: s does not escape
escape_slice.go:51:2: moved to heap: i
escape_slice.go:55:13: s does not escape
escape_slice.go:59:2: moved to heap: i
escape_slice.go:57:11: make([]*int, 10) does not escape
escape_slice.go:66:2: moved to heap: i
escape_slice.go:64:11: make([]*int, 10) does not escape
escape_slice.go:73:2: moved to heap: i
escape_slice.go:72:11: make([]*int, 10) does not escape
escape_slice.go:80:13: []*int{...} does not escape
escape_slice.go:85:2: moved to heap: i
escape_slice.go:86:13: []*int{...} does not escape
escape_slice.go:91:2: moved to heap: i
escape_slice.go:92:13: []*int{...} escapes to heap
escape_slice.go:98:11: make([]int, 2, 3) does not escape
escape_slice.go:99:10: make([]int, i, 3) does not escape
escape_slice.go:100:10: make([]int, i, 1) does not escape
escape_slice.go:104:14: leaking param: x to result ~r0 level=0
escape_slice.go:113:20: leaking param content: in
escape_slice.go:113:24: leaking param content: out
escape_slice.go:113:24: leaking param: out to result ~r0 level=0
escape_slice.go:123:15: append escapes to heap
escape_slice.go:108:16: dir does not escape
escape_slice.go:110:31: []string{...} does not escape
escape_slice.go:110:39: "PWD=" + dir escapes to heap
escape_slice.go:167:22: []resolveIPAddrTest{...} does not escape
escape_slice.go:170:5: &IPAddr{...} escapes to heap
escape_slice.go:174:5: &IPAddr{...} escapes to heap
escape_slice.go:166:29: append escapes to heap
