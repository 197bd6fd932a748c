// An open-addressing hash table of its own, against the built-in map.
package main

import "fmt"

type slot struct {
	key   string
	value int
	state uint8
}

type table struct {
	slots []slot
	used  int
	live  int
}

const (
	free = iota
	full
	dead
)

func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func (t *table) find(key string) (at int, ok bool) {
	if len(t.slots) == 0 {
		return -1, false
	}
	mask := uint64(len(t.slots) - 1)
	at = -1
	for i := hash(key) & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; {
		case s.state == free:
			if at < 0 {
				at = int(i)
			}
			return at, false
		case s.state == dead:
			if at < 0 {
				at = int(i)
			}
		case s.key == key:
			return int(i), true
		}
	}
}

func (t *table) set(key string, value int) {
	if t.used*4 >= len(t.slots)*3 {
		old := t.slots
		*t = table{slots: make([]slot, max(8, t.live*4))}
		for n := len(t.slots); n&(n-1) != 0; n = len(t.slots) {
			t.slots = append(t.slots, slot{})
		}
		for _, s := range old {
			if s.state == full {
				t.set(s.key, s.value)
			}
		}
	}
	at, ok := t.find(key)
	if !ok {
		if t.slots[at].state == free {
			t.used++
		}
		t.live++
	}
	t.slots[at] = slot{key, value, full}
}

func (t *table) get(key string) (v int, ok bool) {
	at, ok := t.find(key)
	if ok {
		v = t.slots[at].value
	}
	return
}

func (t *table) remove(key string) {
	if at, ok := t.find(key); ok {
		t.slots[at] = slot{state: dead}
		t.live--
	}
}

func main() {
	var t table
	m := map[string]int{}
	seed := uint32(42)
	for range 20000 {
		seed = seed*1664525 + 1013904223
		k := fmt.Sprintf("k%d", seed>>8%3000)
		switch seed >> 28 % 4 {
		case 0:
			t.remove(k)
			delete(m, k)
		default:
			t.set(k, int(seed))
			m[k] = int(seed)
		}
	}
	same := t.live == len(m)
	for k, v := range m {
		got, ok := t.get(k)
		same = same && ok && got == v
	}
	fmt.Println(len(m), same)
	_, ok := t.get("absent")
	_, ok2 := (&table{}).get("x")
	fmt.Println(ok, ok2, hash(""), hash("golift"))
}
