// Package bytealg has the searches that packages strings and bytes share. All take strings; package bytes passes
// views of its slices.
package bytealg

import "unsafe"

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

func load(p unsafe.Pointer, i int) uint64 { return *(*uint64)(unsafe.Add(p, i)) }

// IndexByte is the index of the first c in s, -1 if there is none. It looks at eight bytes at a time.
func IndexByte(s string, c byte) int {
	p := unsafe.Pointer(unsafe.StringData(s))
	n := len(s)
	i := 0
	pattern := uint64(c) * ones
	for ; i+8 <= n; i += 8 {
		x := load(p, i) ^ pattern
		if (x-ones)&^x&highs != 0 {
			break
		}
	}
	for ; i < n; i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte is the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// CountByte is the number of c in s.
func CountByte(s string, c byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return n
}

const prime = 16777619

// Index is the index of the first substr in s, -1 if there is none.
func Index(s, substr string) int {
	n := len(substr)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return IndexByte(s, substr[0])
	case n > len(s):
		return -1
	}
	c0, c1 := substr[0], substr[1]
	end := len(s) - n + 1
	fails := 0
	for i := 0; i < end; {
		if s[i] != c0 {
			k := IndexByte(s[i+1:end], c0)
			if k < 0 {
				return -1
			}
			i += k + 1
		}
		if s[i+1] == c1 && s[i:i+n] == substr {
			return i
		}
		i++
		fails++
		if fails > 8+i>>4 && i < end {
			// Too many false starts: rolling hashes take constant time a byte.
			if k := indexByHash(s[i:], substr); k >= 0 {
				return i + k
			}
			return -1
		}
	}
	return -1
}

func indexByHash(s, substr string) int {
	n := len(substr)
	want, have, out := uint32(0), uint32(0), uint32(1)
	for i := 0; i < n; i++ {
		want = want*prime + uint32(substr[i])
		have = have*prime + uint32(s[i])
		out *= prime
	}
	for i := n; ; i++ {
		if have == want && s[i-n:i] == substr {
			return i - n
		}
		if i == len(s) {
			return -1
		}
		have = have*prime + uint32(s[i]) - out*uint32(s[i-n])
	}
}

// LastIndex is the index of the last substr in s, -1 if there is none.
func LastIndex(s, substr string) int {
	n := len(substr)
	switch {
	case n == 0:
		return len(s)
	case n == 1:
		return LastIndexByte(s, substr[0])
	case n > len(s):
		return -1
	}
	want, have, out := uint32(0), uint32(0), uint32(1)
	for i := 0; i < n; i++ {
		want = want*prime + uint32(substr[n-1-i])
		have = have*prime + uint32(s[len(s)-1-i])
		out *= prime
	}
	for i := len(s) - n; ; i-- {
		if have == want && s[i:i+n] == substr {
			return i
		}
		if i == 0 {
			return -1
		}
		have = have*prime + uint32(s[i-1]) - out*uint32(s[i-1+n])
	}
}
