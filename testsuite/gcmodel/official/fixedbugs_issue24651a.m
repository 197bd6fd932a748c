issue24651a.go:11:6: cannot inline Foo: marked go:norace with -race compilation
issue24651a.go:15:6: can inline Bar with cost 10 as: func(int) int { return x * (x + 1) * (x + 2) }
issue24651a.go:22:6: cannot inline main: marked go:noinline
issue24651a.go:24:30: inlining call to Bar
