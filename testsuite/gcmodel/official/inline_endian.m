inline_endian.go:21:6: can inline endian
inline_endian.go:22:35: inlining call to binary.littleEndian.Uint64
inline_endian.go:22:64: inlining call to binary.bigEndian.Uint64
inline_endian.go:21:13: b does not escape
