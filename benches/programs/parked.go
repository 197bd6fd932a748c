package main

import "fmt"

// 100,000 goroutines wait on one channel; the harness reads the peak memory of the process.
func main() {
	const n = 100000
	start := make(chan struct{})
	done := make(chan int, 16)
	for i := 0; i < n; i++ {
		go func() {
			<-start
			done <- i
		}()
	}
	close(start)
	sum := 0
	for i := 0; i < n; i++ {
		sum += <-done
	}
	fmt.Println(sum)
}
