# command-line-arguments
./range_function.go:14:9: func literal does not escape
./range_function.go:24:9: func literal does not escape
./range_function.go:25:3: func literal does not escape
./range_function.go:47:2: func literal does not escape
./range_function.go:58:2: func literal does not escape
./range_function.go:58:35: func literal does not escape
./range_function.go:69:2: func literal does not escape
./range_function.go:71:16: append escapes to heap
./range_function.go:77:2: func literal does not escape
./range_function.go:84:2: func literal does not escape
./range_function.go:84:29: []int{...} does not escape
./range_function.go:85:19: func literal does not escape
./range_function.go:91:13: ... argument does not escape
./range_function.go:91:17: sum([]int{...}, 5) does not escape
./range_function.go:91:23: []int{...} does not escape
./range_function.go:92:13: ... argument does not escape
./range_function.go:92:13: value does not escape
./range_function.go:92:27: []string{...} does not escape
./range_function.go:93:13: ... argument does not escape
./range_function.go:93:18: walk(&tree{...}) does not escape
./range_function.go:93:19: &tree{...} does not escape
./range_function.go:93:25: &tree{...} does not escape
./range_function.go:93:42: &tree{...} does not escape
./range_function.go:94:13: ... argument does not escape
./range_function.go:94:22: deferred() does not escape
./range_function.go:96:14: ... argument does not escape
./range_function.go:96:16: f() does not escape
./range_function.go:96:21: f() does not escape
