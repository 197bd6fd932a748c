p.go:7:6: can inline F
p.go:17:3: inlining call to F
q.go:10:5: inlining call to p.F
