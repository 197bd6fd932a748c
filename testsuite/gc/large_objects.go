// Large arrays, big slices and buffers of many sizes, alive for different times.
package main

import (
	"bytes"
	"fmt"
	"runtime"
)

type page struct {
	head *page
	data [4096]byte
	tail *page
}

func main() {
	var ring [32]*page
	var last *page
	for i := range 5000 {
		p := &page{head: ring[i%32], tail: last}
		if p.head != nil {
			p.head.head, p.head.tail = nil, nil
		}
		p.data[i%4096] = byte(i)
		ring[i%32] = p
		last = p
		if i%64 == 0 {
			last = nil
		}
	}
	ok := 0
	for i := 5000 - 32; i < 5000; i++ {
		if ring[i%32].data[i%4096] == byte(i) {
			ok++
		}
	}
	fmt.Println(ok)
	var keep [][]uint64
	for i := range 400 {
		n := 1 << (i % 15)
		s := make([]uint64, n)
		s[n-1] = uint64(i)
		if i%10 == 3 {
			keep = append(keep, s)
		}
	}
	runtime.GC()
	sum := uint64(0)
	zeros := true
	for _, s := range keep {
		sum += s[len(s)-1]
		for _, v := range s[:len(s)-1] {
			zeros = zeros && v == 0
		}
	}
	fmt.Println(len(keep), sum, zeros)
	var buf bytes.Buffer
	for i := range 300 {
		buf.Write(bytes.Repeat([]byte{byte('a' + i%26)}, i*10))
		if i%3 == 2 {
			buf.Next(i * 8)
		}
	}
	fmt.Println(buf.Len(), buf.String()[buf.Len()-1:])
	m := map[int][1024]int{}
	for i := range 200 {
		a := m[i%20]
		a[i] += i
		m[i%20] = a
	}
	t := 0
	for _, a := range m {
		for _, v := range a {
			t += v
		}
	}
	fmt.Println(len(m), t)
	var st runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&st)
	fmt.Println(st.HeapAlloc < 200<<20, st.NumGC > 0)
}
