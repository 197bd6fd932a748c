linkname1.go:3:6: can inline indexByte
linkname1.go:3:16: xs does not escape
linkname2.go:8:6: can inline ContainsSlash
linkname2.go:6:16: leaking param: xs
linkname2.go:8:20: leaking param: data
linkname3.go:6:6: can inline main
linkname3.go:9:20: inlining call to y.ContainsSlash
linkname3.go:8:15: ([]byte)(str) escapes to heap
