issue21709.go:13:7: s does not escape
issue21709.go:19:17: []func(){...} does not escape
issue21709.go:20:5: s.Inc does not escape
issue21709.go:31:29: []func(){...} does not escape
issue21709.go:32:5: s.Inc does not escape
