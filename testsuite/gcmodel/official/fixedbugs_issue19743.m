issue19743.go:19:15: leaking param: b
