# command-line-arguments
./println_values.go:13:51: ... argument does not escape
./println_values.go:13:53: p.x does not escape
./println_values.go:13:63: p.y does not escape
./println_values.go:21:17: append escapes to heap
./println_values.go:22:14: append escapes to heap
./println_values.go:51:13: ... argument does not escape
./println_values.go:51:19: n does not escape
./println_values.go:51:32: point{...} does not escape
./println_values.go:51:40: &point{...} does not escape
./println_values.go:51:59: []int{...} does not escape
./println_values.go:52:13: ... argument does not escape
./println_values.go:52:39: n does not escape
./println_values.go:52:76: strings.Repeat("x", 3) does not escape
./println_values.go:53:20: &keeper{} escapes to heap
./println_values.go:54:14: ... argument does not escape
./println_values.go:54:18: n does not escape
./println_values.go:55:13: ... argument does not escape
./println_values.go:55:17: len(all[0].kept) does not escape
./println_values.go:55:35: ... argument does not escape
./println_values.go:55:35: sum(&square{...}, &lasting{...}) does not escape
./println_values.go:55:36: &square{...} escapes to heap
./println_values.go:55:54: &lasting{...} escapes to heap
./println_values.go:56:10: func literal does not escape
./println_values.go:56:63: &point{...} does not escape
./println_values.go:56:77: &point{...} does not escape
./println_values.go:57:13: ... argument does not escape
