package main

import (
	"sync"
	"sync/atomic"
)

type Cfg struct {
	mu   sync.RWMutex
	once sync.Once
	wg   sync.WaitGroup
	n    atomic.Int64
	m    sync.Map
	p    sync.Pool
}
type Emb struct{ Cfg }
type LK struct{}

func (*LK) Lock()   {}
func (*LK) Unlock() {}

type G[T any] struct{ v T }

func a1(x Emb) {}
func a2(x LK)  {}
func a3(x *LK) {}
func a4(x G[sync.Mutex]) {}
func a5(w sync.WaitGroup, o sync.Once, p sync.Pool, c sync.Cond, m sync.Map, rw sync.RWMutex) {}
func a6(x []sync.Mutex, y map[string]sync.Mutex, z [2]sync.Mutex, f func(sync.Mutex)) {}
func (e Emb) meth()   {}
func (e *Emb) meth2() {}

func main() {
	var mu sync.Mutex
	mu2 := mu
	var mu3 = mu
	mus := []sync.Mutex{mu, {}}
	for i, mm := range mus {
		_, _ = i, mm
	}
	for _, mm := range map[int]sync.Mutex{} {
		_ = mm
	}
	s := struct{ m sync.Mutex }{mu}
	_ = s
	_ = &mu
	pm := &mu
	mu4 := *pm
	_, _, _ = mu2, mu3, mu4
	var ifc any = mu
	_ = ifc
	ch := make(chan sync.Mutex)
	ch <- mu
	mu5 := <-ch
	_ = mu5
	len := func(m sync.Mutex) int { return 0 }
	len(mu)
	_ = new(sync.Mutex)
}
