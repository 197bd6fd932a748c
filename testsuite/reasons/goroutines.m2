# command-line-arguments
./goroutines.go:18:10: new(int) escapes to heap in main.leaves:
./goroutines.go:18:10:   flow: make(chan *int) ← new(int):
./goroutines.go:18:10:     from stored in make(chan *int) by main.leaves.func1 at ./goroutines.go:19:2, inlined at ./goroutines.go:28:8
./goroutines.go:18:10:   flow: {heap} ← make(chan *int):
./goroutines.go:18:10:     from used by goroutines at ./goroutines.go:19:2, inlined at ./goroutines.go:28:8
./goroutines.go:18:10: new(int) escapes to heap
./goroutines.go:26:14: make(chan *int) escapes to heap in main.main:
./goroutines.go:26:14:   flow: {heap} ← make(chan *int):
./goroutines.go:26:14:     from used by goroutines at ./goroutines.go:19:2, inlined at ./goroutines.go:28:8
./goroutines.go:26:14: make(chan *int) escapes to heap
