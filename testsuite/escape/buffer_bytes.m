# command-line-arguments
./buffer_bytes.go:18:26: ... argument does not escape
./buffer_bytes.go:18:33: string(render(5)) does not escape
./buffer_bytes.go:18:40: string(render(5)) does not escape
