// Causes of cancellation (1.20, 1.21), AfterFunc and WithoutCancel.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key struct{}

func main() {
	why := errors.New("because")
	ctx, cancel := context.WithCancelCause(context.WithValue(context.Background(), key{}, "v"))
	child, stopChild := context.WithCancel(ctx)
	defer stopChild()
	free := context.WithoutCancel(child)
	done := make(chan string, 1)
	stop := context.AfterFunc(child, func() { done <- fmt.Sprint("after ", context.Cause(child)) })
	fmt.Println(ctx.Err(), context.Cause(ctx))
	cancel(why)
	cancel(errors.New("too late"))
	fmt.Println(<-done, stop())
	fmt.Println(ctx.Err(), context.Cause(ctx), child.Err(), context.Cause(child) == why)
	fmt.Println(free.Err(), free.Value(key{}), free.Done() == nil)

	never := context.AfterFunc(free, func() { fmt.Println("never") })
	fmt.Println(never(), never())

	plain, cancelPlain := context.WithCancel(context.Background())
	cancelPlain()
	fmt.Println(plain.Err(), context.Cause(plain))

	timed, cancelTimed := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer cancelTimed()
	<-timed.Done()
	fmt.Println(timed.Err(), context.Cause(timed), errors.Is(timed.Err(), context.DeadlineExceeded))

	nilCause, cancelNil := context.WithCancelCause(context.Background())
	cancelNil(nil)
	fmt.Println(context.Cause(nilCause))
}
