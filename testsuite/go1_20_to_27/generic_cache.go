// A least-recently-used cache on a generic doubly linked ring, with callbacks.
package main

import "fmt"

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

type Cache[K comparable, V any] struct {
	index   map[K]*entry[K, V]
	ring    entry[K, V]
	limit   int
	OnEvict func(K, V)
}

func NewCache[K comparable, V any](limit int) *Cache[K, V] {
	c := &Cache[K, V]{index: make(map[K]*entry[K, V]), limit: limit}
	c.ring.prev, c.ring.next = &c.ring, &c.ring
	return c
}

func (e *entry[K, V]) unlink() { e.prev.next, e.next.prev = e.next, e.prev }

func (c *Cache[K, V]) front(e *entry[K, V]) {
	e.prev, e.next = &c.ring, c.ring.next
	e.prev.next, e.next.prev = e, e
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.index[k]
	if !ok {
		return
	}
	e.unlink()
	c.front(e)
	return e.value, true
}

func (c *Cache[K, V]) Put(k K, v V) {
	if e, ok := c.index[k]; ok {
		e.value = v
		c.Get(k)
		return
	}
	if len(c.index) == c.limit {
		last := c.ring.prev
		last.unlink()
		delete(c.index, last.key)
		if c.OnEvict != nil {
			c.OnEvict(last.key, last.value)
		}
	}
	e := &entry[K, V]{key: k, value: v}
	c.index[k] = e
	c.front(e)
}

func (c *Cache[K, V]) All() func(func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for e := c.ring.next; e != &c.ring; e = e.next {
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

func Cached[K comparable, V any](c *Cache[K, V], f func(K) V) func(K) V {
	return func(k K) V {
		if v, ok := c.Get(k); ok {
			return v
		}
		v := f(k)
		c.Put(k, v)
		return v
	}
}

type point struct{ x, y int8 }

func main() {
	c := NewCache[string, int](2)
	c.OnEvict = func(k string, v int) { fmt.Println("evict", k, v) }
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	c.Put("a", 10)
	for k, v := range c.All() {
		fmt.Print(k, "=", v, " ")
	}
	_, ok := c.Get("b")
	fmt.Println(ok)
	calls := 0
	norm := Cached(NewCache[point, float64](3), func(p point) float64 {
		calls++
		return float64(p.x)*float64(p.x) + float64(p.y)*float64(p.y)
	})
	for range 3 {
		for i := range int8(3) {
			norm(point{i, 1})
		}
	}
	fmt.Println(norm(point{3, 4}), norm(point{0, 1}), calls)
}
