// Package signal gives a program the signals that are sent to it.
package signal

import (
	"context"
	"internal/sys"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	lastSignal = 64
	poll       = 5 * time.Millisecond // how often the run-time system is asked for signals
)

// What happens on a signal.
const (
	byDefault = iota
	ignore
	catch
)

// set is a set of signals, bit n-1 for signal n.
type set uint64

func (s set) has(n int) bool { return s>>(uint(n)-1)&1 != 0 }

// deliverable is the signals that a program can ask for; the others are about its own faults,
// cannot be caught, or are used by the run-time system.
const deliverable = ^set(1<<(4-1) | 1<<(5-1) | 1<<(7-1) | 1<<(8-1) | 1<<(9-1) | 1<<(11-1) | 1<<(19-1) | 1<<(23-1))

// state is who wants which signals.
var state struct {
	mu      sync.Mutex
	wanted  map[chan<- os.Signal]set
	ignored set
	caught  set // given by the run-time system
	reading bool
}

func setOf(signals []os.Signal) set {
	if len(signals) == 0 {
		return deliverable
	}
	var s set
	for _, sig := range signals {
		if n, ok := sig.(syscall.Signal); ok && 0 < n && n <= lastSignal {
			s |= 1 << (uint(n) - 1)
		}
	}
	return s
}

// Notify sends the given signals, all if none are given, to c from now on. A signal is dropped if c is full.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	state.mu.Lock()
	defer state.mu.Unlock()
	if state.wanted == nil {
		state.wanted = map[chan<- os.Signal]set{}
	}
	s := setOf(sig)
	state.wanted[c] |= s
	handle(s&state.ignored, byDefault)
	state.ignored &^= s
	update()
}

// Stop sends no more signals to c.
func Stop(c chan<- os.Signal) {
	state.mu.Lock()
	defer state.mu.Unlock()
	delete(state.wanted, c)
	update()
}

// Reset undoes Notify and Ignore for the given signals, all if none are given.
func Reset(sig ...os.Signal) {
	state.mu.Lock()
	defer state.mu.Unlock()
	s := setOf(sig)
	for c, wanted := range state.wanted {
		if wanted &^= s; wanted == 0 {
			delete(state.wanted, c)
		} else {
			state.wanted[c] = wanted
		}
	}
	handle(s&state.ignored, byDefault)
	state.ignored &^= s
	update()
}

// Ignore lets the given signals, all if none are given, have no effect.
func Ignore(sig ...os.Signal) {
	s := setOf(sig)
	Reset(sig...)
	state.mu.Lock()
	defer state.mu.Unlock()
	handle(s&deliverable, ignore)
	state.ignored |= s
}

// Ignored reports whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	n, ok := sig.(syscall.Signal)
	if !ok || n <= 0 || n > lastSignal {
		return false
	}
	state.mu.Lock()
	defer state.mu.Unlock()
	return state.ignored.has(int(n))
}

// handle sets what happens on signals.
func handle(s set, what int) {
	for n := 1; n <= lastSignal; n++ {
		if s.has(n) {
			sys.SignalHandle(n, what)
		}
	}
}

// update has the signals caught that are wanted, and no others.
func update() {
	var all set
	for _, s := range state.wanted {
		all |= s & deliverable
	}
	handle(state.caught&^all, byDefault)
	handle(all&^state.caught, catch)
	state.caught = all
	if all != 0 && !state.reading {
		state.reading = true
		go read()
	}
}

// read asks for signals again and again.
func read() {
	for {
		n := sys.SignalNext()
		if n == 0 {
			time.Sleep(poll)
			continue
		}
		state.mu.Lock()
		for c, s := range state.wanted {
			if s.has(n) {
				select {
				case c <- syscall.Signal(n):
				default:
				}
			}
		}
		state.mu.Unlock()
	}
}

type signalContext struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalContext) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

func (c *signalContext) String() string {
	b := []byte("signal.NotifyContext(")
	if s, ok := c.Context.(interface{ String() string }); ok {
		// The context made here is none of the caller's business.
		b = append(b, strings.TrimSuffix(s.String(), ".WithCancel")...)
	}
	if len(c.signals) > 0 {
		b = append(b, ", ["...)
		for i, s := range c.signals {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, s.String()...)
		}
		b = append(b, ']')
	}
	return string(append(b, ')'))
}

// signalError is the cause of a context that a signal ended.
type signalError string

func (e signalError) Error() string { return string(e) }

// NotifyContext is a copy of parent that ends with one of the signals, or when stop is called.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := &signalContext{inner, cancel, signals, make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				c.cancel(signalError(s.String() + " signal received"))
			case <-inner.Done():
			}
		}()
	}
	return c, c.stop
}
