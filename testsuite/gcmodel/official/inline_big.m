inline_big.go:12:6: can inline small with cost 16 as: func([]int) int { return a[0] + a[1] + a[2] + a[3] }
inline_big.go:17:6: can inline medium with cost 32 as: func([]int) int { return a[0] + a[1] + a[2] + a[3] + a[4] + a[5] + a[6] + a[7] }
inline_big.go:23:6: cannot inline f: function too complex: cost 5091 exceeds budget 80
inline_big.go:23:6: function f considered 'big'; reducing max cost of inlinees
inline_big.go:1026:12: inlining call to small
inline_big.go:12:12: a does not escape
inline_big.go:17:13: a does not escape
inline_big.go:23:8: a does not escape
