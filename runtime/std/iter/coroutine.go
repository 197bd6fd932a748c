package iter

import "runtime"

// coroutine runs body on a goroutine of its own, but only while the caller of resume waits for it.
//
// Control is handed over through two channels without a buffer, so exactly one of the two sides runs at any time and
// the fields need no lock. A panic or Goexit of body happens again in the caller of resume.
type coroutine struct {
	body    func()
	started bool
	running bool // resume waits for body
	done    bool // body returned, panicked or was never started
	stopped bool // yield must return false
	failed  bool // body panicked with failure
	failure any
	exited  bool // body called Goexit
	go_     chan struct{}
	back    chan struct{}
}

// resume runs body until its next yield or its end.
func (c *coroutine) resume() {
	if c.running {
		panic("iter.Pull: next called again before yield")
	}
	c.running = true
	if !c.started {
		c.started = true
		c.go_ = make(chan struct{})
		c.back = make(chan struct{})
		go c.run()
	} else {
		c.go_ <- struct{}{}
	}
	<-c.back
	c.running = false
	if c.failed {
		c.failed = false
		panic(c.failure)
	}
	if c.exited {
		c.exited = false
		runtime.Goexit()
	}
}

func (c *coroutine) run() {
	normal := false
	defer func() {
		if !normal {
			if r := recover(); r != nil {
				c.failed, c.failure = true, r
			} else {
				c.exited = true
			}
		}
		c.done = true
		c.back <- struct{}{}
	}()
	c.body()
	normal = true
}

// yield hands control to the caller of resume; it reports whether body should go on.
func (c *coroutine) yield() bool {
	if c.done || !c.running {
		panic("iter.Pull: yield called outside of the iteration")
	}
	if c.stopped {
		return false
	}
	c.back <- struct{}{}
	<-c.go_
	return !c.stopped
}

// stop ends the iteration: a body that waits in yield sees false.
func (c *coroutine) stop() {
	if c.done {
		return
	}
	c.stopped = true
	if !c.started {
		c.done = true
		return
	}
	c.resume()
}
