package time

import "internal/sys"

// timer is what Timer and Ticker share.
type timer struct {
	handle  int
	running bool
	f       func()
}

func (t *timer) start(d, period Duration) {
	when := sys.Nanotime() + int64(d)
	if d > 0 && when < 0 {
		when = 1<<63 - 1
	}
	t.running = true
	t.handle = sys.TimerStart(when, int64(period), t.f)
}

func (t *timer) stop() bool {
	pending := t.running && sys.TimerStop(t.handle)
	t.running = false
	return pending
}

// Timer is an event in the future.
type Timer struct {
	// C gets the time when the timer fires.
	C <-chan Time

	c chan Time
	t timer
}

// sendTo makes the action of timers with a channel.
func sendTo(c chan Time) func() {
	return func() {
		select {
		case c <- Now():
		default:
		}
	}
}

// drain drops what was sent and not received: a stopped timer's channel is empty.
func drain(c chan Time) {
	if c != nil {
		select {
		case <-c:
		default:
		}
	}
}

// NewTimer makes a timer that fires after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, c: c}
	t.t.f = sendTo(c)
	t.t.start(d, 0)
	return t
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{}
	t.t.f = func() { go f() }
	t.t.start(d, 0)
	return t
}

// Stop keeps the timer from firing, and reports whether it did.
func (t *Timer) Stop() bool {
	if t.t.f == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	pending := t.t.stop()
	if t.c != nil && len(t.c) > 0 {
		// Nobody has seen it fire.
		pending = true
	}
	drain(t.c)
	return pending
}

// Reset makes the timer fire after d, and reports whether it was pending.
func (t *Timer) Reset(d Duration) bool {
	if t.t.f == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	pending := t.Stop()
	t.t.start(d, 0)
	return pending
}

// After is a channel that gets the time after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Ticker is an event that comes again and again.
type Ticker struct {
	// C gets the time at each tick.
	C <-chan Time

	c chan Time
	t timer
}

// NewTicker makes a ticker with period d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, c: c}
	t.t.f = sendTo(c)
	t.t.start(d, d)
	return t
}

// Stop ends the ticks; the channel stays open.
func (t *Ticker) Stop() {
	if t.t.f != nil {
		t.t.stop()
		drain(t.c)
	}
}

// Reset sets the period to d; the next tick comes after d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t.f == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.t.stop()
	drain(t.c)
	t.t.start(d, d)
}

// Tick is the channel of a ticker that is never stopped; nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
