issue30898.go:11:6: can inline debugf
issue30898.go:16:6: can inline bar
issue30898.go:18:8: inlining call to debugf
issue30898.go:11:13: format does not escape
issue30898.go:11:28: args does not escape
issue30898.go:18:8: ... argument does not escape
issue30898.go:18:24: 10 does not escape
