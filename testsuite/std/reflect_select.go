// Select, Send and TryRecv by reflection: goroutines that are parked in them, and what is received outlives the cases.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type pair struct {
	name *string
	n    int
}

// wait selects over channels of pointers while it is parked: what arrives was made by another goroutine.
func wait(a, b chan pair, out chan int) (int, pair) {
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(b)},
		{Dir: reflect.SelectSend, Chan: reflect.ValueOf(out), Send: reflect.ValueOf(7)},
	}
	i, v, ok := reflect.Select(cases)
	if !ok {
		return i, pair{}
	}
	return i, v.Interface().(pair)
}

func text(n int) *string {
	s := fmt.Sprint("item ", n)
	return &s
}

func main() {
	a, b, out := make(chan pair), make(chan pair), make(chan int)
	for i := range 6 {
		go func() {
			runtime.Gosched()
			runtime.GC()
			switch i % 3 {
			case 0:
				a <- pair{text(i), i}
			case 1:
				reflect.ValueOf(b).Send(reflect.ValueOf(pair{text(i), i}))
			default:
				if got := <-out; got != 7 {
					panic(got)
				}
			}
		}()
		at, p := wait(a, b, out)
		runtime.GC()
		if p.name != nil {
			fmt.Println(at, *p.name, p.n)
		} else {
			fmt.Println(at)
		}
	}
	// Values received by reflection outlive what received them.
	full := make(chan *pair, 3)
	v := reflect.ValueOf(full)
	for i := range 3 {
		fmt.Println(v.TrySend(reflect.ValueOf(&pair{text(i), i})))
	}
	fmt.Println(v.TrySend(reflect.ValueOf(&pair{})))
	runtime.GC()
	var all []*pair
	for {
		x, ok := v.TryRecv()
		if !ok {
			break
		}
		all = append(all, x.Interface().(*pair))
	}
	runtime.GC()
	for _, p := range all {
		fmt.Println(*p.name, p.n)
	}
	close(full)
	x, ok := v.Recv()
	fmt.Println(x, ok)
	list := make([]reflect.SelectCase, 0, 4)
	for i := range 4 {
		c := make(chan string, 1)
		if i == 2 {
			c <- *text(i)
		}
		list = append(list, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)})
	}
	fmt.Println(reflect.Select(list))
	fmt.Println(reflect.Select(append(list, reflect.SelectCase{Dir: reflect.SelectDefault})))
}
