issue7921.go:49:6: can inline bufferNoEscape5
issue7921.go:22:17: inlining call to bytes.(*Buffer).String
issue7921.go:26:22: inlining call to bytes.NewBuffer
issue7921.go:30:14: inlining call to bytes.(*Buffer).Len
issue7921.go:34:22: inlining call to bytes.NewBuffer
issue7921.go:39:17: inlining call to bytes.(*Buffer).String
issue7921.go:44:8: inlining call to bytes.(*Buffer).Grow
issue7921.go:46:16: inlining call to bytes.(*Buffer).Bytes
issue7921.go:50:22: inlining call to bytes.NewBuffer
issue7921.go:21:16: []byte{...} does not escape
issue7921.go:22:17: string(bytes.b.buf[bytes.b.off:]) escapes to heap
issue7921.go:25:22: xs does not escape
issue7921.go:26:27: make([]byte, 0, 64) does not escape
issue7921.go:26:22: &bytes.Buffer{...} does not escape
issue7921.go:33:22: xs does not escape
issue7921.go:34:27: make([]byte, 0, 64) does not escape
issue7921.go:34:22: &bytes.Buffer{...} does not escape
issue7921.go:39:17: string(bytes.b.buf[bytes.b.off:]) escapes to heap
issue7921.go:55:16: b does not escape
issue7921.go:44:8: bufferNoEscape4 ignoring self-assignment in bytes.b.buf = bytes.b.buf[:bytes.m]
issue7921.go:44:8: "bytes.Buffer.Grow: negative count" escapes to heap
issue7921.go:50:27: make([]byte, 0, 128) does not escape
issue7921.go:50:22: &bytes.Buffer{...} does not escape
