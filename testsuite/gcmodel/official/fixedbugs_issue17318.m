issue17318.go:25:20: ... argument does not escape
issue17318.go:25:30: int(e) escapes to heap
issue17318.go:29:10: ops does not escape
issue17318.go:30:13: func literal does not escape
issue17318.go:31:13: ops(i, j) escapes to heap
issue17318.go:42:7: func literal does not escape
issue17318.go:46:12: ... argument does not escape
issue17318.go:46:33: int(i) escapes to heap
