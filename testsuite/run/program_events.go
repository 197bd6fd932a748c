// A discrete event simulation with interfaces, closures and a publish-subscribe hub.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type event interface{ at() int }
type arrival struct {
	time int
	who  string
}
type departure struct {
	arrival
	served bool
}
type tick int

func (a arrival) at() int { return a.time }
func (t tick) at() int    { return int(t) }

type hub struct {
	subs  map[string][]func(event)
	order []string
}

func (h *hub) on(kind string, f func(event)) func() {
	if h.subs == nil {
		h.subs = map[string][]func(event){}
	}
	h.subs[kind] = append(h.subs[kind], f)
	i := len(h.subs[kind]) - 1
	return func() { h.subs[kind][i] = nil }
}

func (h *hub) publish(e event) {
	kind := strings.TrimPrefix(fmt.Sprintf("%T", e), "main.")
	h.order = append(h.order, kind)
	for _, f := range h.subs[kind] {
		if f != nil {
			f(e)
		}
	}
}

type sim struct {
	hub
	now    int
	future []event
}

func (s *sim) schedule(es ...event) {
	s.future = append(s.future, es...)
	sort.SliceStable(s.future, func(i, j int) bool { return s.future[i].at() < s.future[j].at() })
}

func (s *sim) run(until int) (n int) {
	for len(s.future) > 0 {
		e := s.future[0]
		if e.at() > until {
			break
		}
		s.future = s.future[1:]
		s.now = e.at()
		s.publish(e)
		n++
	}
	return
}

func main() {
	var s sim
	waiting, served := []string{}, map[string]int{}
	busy := false
	serve := func() {
		if busy || len(waiting) == 0 {
			return
		}
		who := waiting[0]
		waiting = waiting[1:]
		busy = true
		s.schedule(departure{arrival{s.now + 3 + len(who)%4, who}, true})
	}
	s.on("arrival", func(e event) {
		waiting = append(waiting, e.(arrival).who)
		fmt.Printf("%3d %s arrives, %d waiting\n", s.now, e.(arrival).who, len(waiting))
		serve()
	})
	s.on("departure", func(e event) {
		d := e.(departure)
		busy = false
		served[d.who] = d.time
		fmt.Printf("%3d %s leaves %v\n", s.now, d.who, d.served)
		serve()
	})
	ticks := 0
	var cancel func()
	cancel = s.on("tick", func(e event) {
		ticks++
		if ticks == 3 {
			cancel()
		}
		s.schedule(tick(s.now + 5))
	})
	for i, w := range []string{"ann", "bob", "carol", "dave", "eve", "frank"} {
		s.schedule(arrival{i * 2, w})
	}
	s.schedule(tick(0))
	fmt.Println(s.run(12), "events,", len(s.future), "left")
	fmt.Println(s.run(100), "events,", len(s.future), "left")
	fmt.Println(served, ticks, s.now, len(s.order))
}
