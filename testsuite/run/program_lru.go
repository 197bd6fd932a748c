// An LRU cache over a doubly linked list and a map.
package main

import "fmt"

type item struct {
	key        string
	value      any
	prev, next *item
}

type cache struct {
	limit        int
	items        map[string]*item
	root         item
	hits, misses int
	evicted      func(key string, value any)
}

func newCache(limit int, evicted func(string, any)) *cache {
	c := &cache{limit: limit, items: make(map[string]*item), evicted: evicted}
	c.root.prev, c.root.next = &c.root, &c.root
	return c
}

func (i *item) unlink() { i.prev.next, i.next.prev = i.next, i.prev }

func (c *cache) front(i *item) {
	i.prev, i.next = &c.root, c.root.next
	i.prev.next, i.next.prev = i, i
}

func (c *cache) get(key string) (any, bool) {
	i, ok := c.items[key]
	if !ok {
		c.misses++
		return nil, false
	}
	c.hits++
	i.unlink()
	c.front(i)
	return i.value, true
}

func (c *cache) put(key string, value any) {
	if i, ok := c.items[key]; ok {
		i.value = value
		i.unlink()
		c.front(i)
		return
	}
	if len(c.items) == c.limit {
		last := c.root.prev
		last.unlink()
		delete(c.items, last.key)
		if c.evicted != nil {
			c.evicted(last.key, last.value)
		}
	}
	i := &item{key: key, value: value}
	c.items[key] = i
	c.front(i)
}

func (c *cache) String() (s string) {
	for i := c.root.next; i != &c.root; i = i.next {
		s += fmt.Sprintf("%s:%v ", i.key, i.value)
	}
	return s
}

func main() {
	var gone []string
	c := newCache(3, func(k string, v any) { gone = append(gone, fmt.Sprint(k, "=", v)) })
	c.put("a", 1)
	c.put("b", "two")
	c.put("c", 3.0)
	fmt.Println(c)
	c.get("a")
	c.put("d", []int{4})
	fmt.Println(c, gone)
	_, ok := c.get("b")
	c.put("c", "again")
	c.put("e", nil)
	fmt.Println(c, gone, ok, c.hits, c.misses)
	big := newCache(100, nil)
	seed := 1
	for range 20000 {
		seed = seed * 16807 % 2147483647
		k := fmt.Sprint(seed % 150)
		if _, ok := big.get(k); !ok {
			big.put(k, seed)
		}
	}
	fmt.Println(len(big.items), big.hits+big.misses, big.hits > 10000)
}
