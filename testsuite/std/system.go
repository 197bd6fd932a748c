package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
)

func main() {
	dir, err := os.MkdirTemp("", "golift*test")
	fmt.Println(err, strings.Contains(dir, "golift"))
	defer os.RemoveAll(dir)
	name := dir + "/file.txt"
	fmt.Println(os.WriteFile(name, []byte("hello, file\nsecond line\n"), 0644))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	f, err := os.OpenFile(name, os.O_RDWR|os.O_APPEND, 0)
	fmt.Println(err)
	n, err := f.WriteString("appended")
	fmt.Println(n, err)
	off, err := f.Seek(7, io.SeekStart)
	b := make([]byte, 4)
	k, err2 := f.Read(b)
	fmt.Println(off, err, k, err2, string(b))
	k, err = f.ReadAt(b, 30)
	fmt.Println(k, err, string(b[:k]))
	fmt.Println(f.Close(), errors.Is(f.Close(), os.ErrClosed))
	_, err = f.Write(b)
	fmt.Println(strings.TrimPrefix(err.Error(), "write "+dir))
	_, err = os.Open(dir + "/missing")
	var pe *os.PathError
	fmt.Println(os.IsNotExist(err), errors.Is(err, os.ErrNotExist), errors.As(err, &pe), pe.Op, pe.Err, pe.Err == syscall.ENOENT)
	fmt.Printf("%T %v\n", err, syscall.Errno(13))
	err = os.Mkdir(dir, 0755)
	fmt.Println(os.IsExist(err), errors.Is(err, os.ErrExist))
	fmt.Println(os.MkdirAll(dir+"/a/b/c", 0755), os.Rename(name, dir+"/a/b/moved"))
	fmt.Println(os.Remove(dir+"/a") != nil, os.Remove(dir+"/a/b/moved"), os.RemoveAll(dir+"/a"))
	os.Setenv("GOLIFT_TEST", "value")
	v, ok := os.LookupEnv("GOLIFT_TEST")
	fmt.Println(v, ok, os.Getenv("GOLIFT_TEST"), os.ExpandEnv("$GOLIFT_TEST-${GOLIFT_TEST}-$"))
	os.Unsetenv("GOLIFT_TEST")
	_, ok = os.LookupEnv("GOLIFT_TEST")
	fmt.Println(ok, len(os.Args), os.ModeDir|0755, os.FileMode(0644))

	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var once sync.Once
	total := 0
	var count atomic.Int64
	for i := 0; i < 100; i++ {
		wg.Go(func() {
			once.Do(func() { fmt.Println("once") })
			for j := 0; j < 10; j++ {
				mu.Lock()
				total++
				if j%3 == 0 {
					runtime.Gosched()
				}
				mu.Unlock()
				rw.RLock()
				_ = total
				rw.RUnlock()
			}
			rw.Lock()
			count.Add(2)
			rw.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(total, count.Load(), mu.TryLock(), mu.TryLock())
	mu.Unlock()
	cond := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		}()
	}
	runtime.Gosched()
	mu.Lock()
	ready = 1
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	var m sync.Map
	m.Store("a", 1)
	x, loaded := m.LoadOrStore("a", 2)
	y, loaded2 := m.LoadOrStore("b", 3)
	fmt.Println(x, loaded, y, loaded2)
	m.Delete("a")
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	f1 := sync.OnceFunc(func() { fmt.Println("once func") })
	f1()
	f1()
	var av atomic.Value
	av.Store([]int{1})
	fmt.Println(av.Load())
}
