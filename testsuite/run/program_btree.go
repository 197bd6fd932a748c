// A balanced search tree (treap with deterministic priorities): insert, delete, ranges, order statistics.
package main

import "fmt"

type tree struct {
	key         int
	priority    uint32
	size        int
	left, right *tree
}

var seed uint32 = 12345

func random() uint32 {
	seed ^= seed << 13
	seed ^= seed >> 17
	seed ^= seed << 5
	return seed
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return t.size
}

func (t *tree) fix() *tree {
	t.size = t.left.count() + t.right.count() + 1
	return t
}

func split(t *tree, key int) (l, r *tree) {
	if t == nil {
		return
	}
	if t.key < key {
		t.right, r = split(t.right, key)
		return t.fix(), r
	}
	l, t.left = split(t.left, key)
	return l, t.fix()
}

func merge(l, r *tree) *tree {
	switch {
	case l == nil:
		return r
	case r == nil:
		return l
	case l.priority > r.priority:
		l.right = merge(l.right, r)
		return l.fix()
	default:
		r.left = merge(l, r.left)
		return r.fix()
	}
}

func (t *tree) insert(key int) *tree {
	if t.has(key) {
		return t
	}
	l, r := split(t, key)
	return merge(merge(l, &tree{key: key, priority: random(), size: 1}), r)
}

func (t *tree) remove(key int) *tree {
	l, r := split(t, key)
	_, r = split(r, key+1)
	return merge(l, r)
}

func (t *tree) has(key int) bool {
	for t != nil && t.key != key {
		if key < t.key {
			t = t.left
		} else {
			t = t.right
		}
	}
	return t != nil
}

func (t *tree) at(i int) int {
	for {
		switch l := t.left.count(); {
		case i < l:
			t = t.left
		case i == l:
			return t.key
		default:
			i -= l + 1
			t = t.right
		}
	}
}

func (t *tree) walk(lo, hi int, f func(int)) {
	if t == nil {
		return
	}
	if lo < t.key {
		t.left.walk(lo, hi, f)
	}
	if lo <= t.key && t.key <= hi {
		f(t.key)
	}
	if hi > t.key {
		t.right.walk(lo, hi, f)
	}
}

func (t *tree) depth() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.left.depth(), t.right.depth())
}

func main() {
	var t *tree
	for i := range 3000 {
		t = t.insert(i * 7919 % 10007)
	}
	fmt.Println(t.count(), t.at(0), t.at(1500), t.at(2999), t.depth() < 40, t.has(7919), t.has(7920))
	sum := 0
	t.walk(100, 130, func(k int) { sum += k; fmt.Print(k, " ") })
	fmt.Println(sum)
	for i := 0; i < 3000; i += 2 {
		t = t.remove(i * 7919 % 10007)
	}
	fmt.Println(t.count(), t.at(0), t.at(t.count()-1), t.remove(-5).count())
	last, sorted := -1, true
	t.walk(-1, 1<<30, func(k int) { sorted = sorted && k > last; last = k })
	fmt.Println(sorted)
	defer func() { fmt.Println(recover()) }()
	(*tree)(nil).at(0)
}
