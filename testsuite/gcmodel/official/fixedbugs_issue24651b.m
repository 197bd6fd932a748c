issue24651b.go:10:6: can inline Foo with cost 10 as: func(int) int { return x * (x + 1) * (x + 2) }
issue24651b.go:14:6: can inline Bar with cost 10 as: func(int) int { return x * (x + 1) * (x + 2) }
issue24651b.go:21:6: cannot inline main: marked go:noinline
issue24651b.go:22:30: inlining call to Foo
issue24651b.go:23:30: inlining call to Bar
