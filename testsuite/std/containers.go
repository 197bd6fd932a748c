package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type key string

func main() {
	h := &ints{5, 2, 8, 3, 9, 1}
	heap.Init(h)
	heap.Push(h, 4)
	(*h)[2] = 0
	heap.Fix(h, 2)
	fmt.Println(heap.Remove(h, 3))
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e := l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter(5, e)
	l.MoveToFront(e)
	l.PushBackList(l)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len(), l.Remove(e), l.Len())
	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(1)
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()

	ctx, cancel := context.WithCancel(context.Background())
	sub := context.WithValue(ctx, key("k"), "v")
	timed, stop := context.WithTimeout(sub, time.Hour)
	defer stop()
	fmt.Println(sub, timed.Value(key("k")), timed.Value(key("x")), timed.Err())
	stopAfter := context.AfterFunc(timed, func() {})
	fmt.Println(stopAfter())
	cancel()
	<-timed.Done()
	fmt.Println(timed.Err(), context.Cause(timed))
	short, stop2 := context.WithTimeout(context.Background(), time.Millisecond)
	defer stop2()
	select {
	case <-short.Done():
		fmt.Println(short.Err(), errors.Is(short.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	why, because := context.WithCancelCause(context.TODO())
	because(errors.New("reason"))
	fmt.Println(why.Err(), context.Cause(why), why)

	dir, _ := os.MkdirTemp("", "fs")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/b.txt", []byte("bee"), 0640)
	os.Mkdir(dir+"/a", 0750)
	os.WriteFile(dir+"/a/c", nil, 0600)
	os.Symlink("b.txt", dir+"/link")
	list, err := os.ReadDir(dir)
	for _, d := range list {
		info, err := d.Info()
		fmt.Println(d.Name(), d.IsDir(), d.Type(), info.Mode(), info.Name(), err, d)
	}
	fmt.Println(err)
	info, err := os.Stat(dir + "/link")
	fmt.Println(info.Size(), info.Mode(), time.Since(info.ModTime()) < time.Minute, err)
	target, err := os.Readlink(dir + "/link")
	fmt.Println(target, err)
	fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.IsDir(), err)
		return nil
	})
	_, err = os.Stat(dir + "/none")
	fmt.Println(errors.Is(err, fs.ErrNotExist), err.(*fs.PathError).Op)
}
