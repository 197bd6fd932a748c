// Package context carries deadlines, cancellation and values between functions and goroutines.
package context

import (
	"errors"
	"internal/rtype"
	"sync"
	"time"
)

// Context is a deadline, a signal to stop, and values.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// Canceled is the error of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose time has run out.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// CancelFunc stops a context.
type CancelFunc func()

// CancelCauseFunc stops a context and says why.
type CancelCauseFunc func(cause error)

type emptyCtx struct{ name string }

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }
func (e emptyCtx) String() string                        { return e.name }

type (
	backgroundCtx struct{ emptyCtx }
	todoCtx       struct{ emptyCtx }
)

// Background is a context that never ends.
func Background() Context { return backgroundCtx{emptyCtx{"context.Background"}} }

// TODO is Background where it is not known yet which context to use.
func TODO() Context { return todoCtx{emptyCtx{"context.TODO"}} }

// cancelKey is the key for which a cancelCtx returns itself.
var cancelKey int

type child interface {
	cancel(fromParent bool, err, cause error)
}

// cancelCtx can be cancelled, and cancels its children then.
type cancelCtx struct {
	Context

	mu       sync.Mutex
	done     chan struct{}
	children map[child]struct{}
	err      error
	cause    error
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelKey {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} { return c.done }

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return rtype.TypeOf(c).Str
}

func (c *cancelCtx) cancel(fromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err = err
	c.cause = cause
	close(c.done)
	children := c.children
	c.children = nil
	c.mu.Unlock()
	for k := range children {
		k.cancel(true, err, cause)
	}
	if !fromParent {
		forget(c.Context, c)
	}
}

// forget takes a child out of its parent.
func forget(parent Context, c child) {
	if p, ok := parent.Value(&cancelKey).(*cancelCtx); ok {
		p.mu.Lock()
		delete(p.children, c)
		p.mu.Unlock()
	}
}

// attach has c cancelled when its parent is.
func attach(parent Context, c child) {
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		c.cancel(true, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parent.Value(&cancelKey).(*cancelCtx); ok && p.Done() == done {
		p.mu.Lock()
		if p.err != nil {
			p.mu.Unlock()
			c.cancel(true, p.err, p.cause)
			return
		}
		if p.children == nil {
			p.children = make(map[child]struct{})
		}
		p.children[c] = struct{}{}
		p.mu.Unlock()
		return
	}
	own := c.(Context).Done()
	go func() {
		select {
		case <-done:
			c.cancel(true, parent.Err(), Cause(parent))
		case <-own:
		}
	}()
}

func newCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return &cancelCtx{Context: parent, done: make(chan struct{})}
}

// WithCancel returns a context that ends when cancel is called or its parent ends.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancel(parent)
	attach(parent, c)
	return c, func() { c.cancel(false, Canceled, nil) }
}

// WithCancelCause is WithCancel with a reason.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancel(parent)
	attach(parent, c)
	return c, func(cause error) { c.cancel(false, Canceled, cause) }
}

// Cause is why c ended, nil if it did not.
func Cause(c Context) error {
	if p, ok := c.Value(&cancelKey).(*cancelCtx); ok {
		p.mu.Lock()
		cause := p.cause
		p.mu.Unlock()
		if cause != nil {
			return cause
		}
	}
	return c.Err()
}

// timerCtx ends at a time.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(fromParent bool, err, cause error) {
	c.cancelCtx.cancel(true, err, cause)
	if !fromParent {
		forget(c.Context, c)
	}
	c.mu.Lock()
	t := c.timer
	c.timer = nil
	c.mu.Unlock()
	if t != nil {
		t.Stop()
	}
}

// WithDeadline returns a context that ends at d at the latest.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a reason.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if now, ok := parent.Deadline(); ok && now.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.Context = parent
	c.cancelCtx.done = make(chan struct{})
	attach(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(false, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(false, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(false, Canceled, nil) }
}

// WithTimeout returns a context that ends after timeout at the latest.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with a reason.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

func (c *valueCtx) String() string {
	text := func(v any) string {
		switch s := v.(type) {
		case interface{ String() string }:
			return s.String()
		case string:
			return s
		case nil:
			return "<nil>"
		}
		return rtype.TypeOf(v).Str
	}
	return nameOf(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.val) + ")"
}

// WithValue returns a context in which key has the value val.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !rtype.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) String() string                        { return nameOf(c.c) + ".WithoutCancel" }

func (c withoutCancelCtx) Value(key any) any {
	if key == &cancelKey {
		return nil
	}
	return c.c.Value(key)
}

// WithoutCancel has parent's values and never ends.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

// afterFuncCtx calls f when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(fromParent bool, err, cause error) {
	a.cancelCtx.cancel(true, err, cause)
	if !fromParent {
		forget(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own when ctx ends; stop takes that back.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.Context = ctx
	a.cancelCtx.done = make(chan struct{})
	attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(false, Canceled, nil)
		}
		return stopped
	}
}
