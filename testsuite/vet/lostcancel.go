package main

import (
	"context"
	"log"
	"os"
	"time"
)

func lc1(n int) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	if n > 0 {
		return ctx.Err()
	}
	defer cancel()
	return nil
}
func lc2(n int) {
	_, cancel := context.WithCancel(context.Background())
	for i := 0; i < n; i++ {
		if i == 2 {
			cancel()
		}
	}
}
func lc3(n int) context.CancelFunc {
	_, cancel := context.WithCancel(context.Background())
	return cancel
}
func lc4(n int) (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithCancel(context.Background())
	return
}
func lc5(n int) {
	_, cancel := context.WithCancel(context.Background())
	go func() { cancel() }()
}
func lc6(n int) {
	_, cancel := context.WithCancel(context.Background())
	switch n {
	case 1:
		cancel()
	case 2:
		panic(1)
	}
}
func lc7(n int) {
	var _, cancel = context.WithDeadline(context.Background(), time.Now())
	if n == 1 {
		log.Fatal(1)
	}
	if n == 2 {
		os.Exit(1)
	}
	_ = func() {
		_, c2 := context.WithCancel(context.Background())
		if n == 1 {
			c2()
		}
	}
	cancel()
}

func main() {}
