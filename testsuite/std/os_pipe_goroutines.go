// Reads and writes that would block let other goroutines run: pipes between goroutines, timers during a read.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

func transfer() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		data, err := io.ReadAll(r)
		sum := 0
		for _, b := range data {
			sum += int(b)
		}
		fmt.Println(len(data), sum, err)
	}()
	chunk := make([]byte, 300000)
	for i := range chunk {
		chunk[i] = byte(i)
	}
	n, err := w.Write(chunk)
	fmt.Println(n, err)
	w.Close()
	wg.Wait()
}

func waiting() {
	r, w, _ := os.Pipe()
	lines := make(chan string)
	go func() {
		s := bufio.NewScanner(r)
		for s.Scan() {
			lines <- s.Text()
		}
		close(lines)
	}()
	ticks := 0
	for ticks < 3 {
		select {
		case l := <-lines:
			fmt.Println("early", l)
		case <-time.After(5 * time.Millisecond):
			ticks++
		}
	}
	go func() {
		for i := range 3 {
			time.Sleep(2 * time.Millisecond)
			fmt.Fprintln(w, "line", i)
		}
		w.Close()
	}()
	for l := range lines {
		fmt.Println(l)
	}
	fmt.Println(ticks)
}

func busy() {
	r, w, _ := os.Pipe()
	done := make(chan int)
	go func() {
		var b [1]byte
		n, _ := r.Read(b[:])
		done <- n
	}()
	time.Sleep(time.Millisecond)
	w.Write([]byte("x"))
	// This loop never blocks: the reader is woken by preemption.
	for spins := 0; ; spins++ {
		select {
		case n := <-done:
			fmt.Println("read", n)
			return
		default:
		}
	}
}

func main() {
	transfer()
	waiting()
	busy()
}
