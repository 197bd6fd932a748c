// Huffman and run-length coding, with round trips.
package main

import (
	"bytes"
	"fmt"
	"sort"
)

type node struct {
	b           byte
	n           int
	left, right *node
}

type bits struct {
	data []byte
	n    int
}

func (b *bits) put(bit byte) {
	if b.n%8 == 0 {
		b.data = append(b.data, 0)
	}
	b.data[b.n/8] |= bit << (7 - b.n%8)
	b.n++
}

func (b bits) get(i int) byte { return b.data[i/8] >> (7 - i%8) & 1 }

func build(data []byte) *node {
	var counts [256]int
	for _, c := range data {
		counts[c]++
	}
	var nodes []*node
	for i, n := range counts {
		if n > 0 {
			nodes = append(nodes, &node{b: byte(i), n: n})
		}
	}
	for len(nodes) > 1 {
		sort.SliceStable(nodes, func(i, j int) bool { return nodes[i].n < nodes[j].n })
		a, b := nodes[0], nodes[1]
		nodes = append(nodes[2:], &node{n: a.n + b.n, left: a, right: b})
	}
	return nodes[0]
}

func (t *node) codes(prefix string, out map[byte]string) map[byte]string {
	if t.left == nil {
		out[t.b] = prefix
		return out
	}
	t.left.codes(prefix+"0", out)
	return t.right.codes(prefix+"1", out)
}

func encode(data []byte, codes map[byte]string) (b bits) {
	for _, c := range data {
		for _, d := range codes[c] {
			b.put(byte(d - '0'))
		}
	}
	return
}

func decode(b bits, t *node) (out []byte) {
	at := t
	for i := range b.n {
		if b.get(i) == 0 {
			at = at.left
		} else {
			at = at.right
		}
		if at.left == nil {
			out = append(out, at.b)
			at = t
		}
	}
	return
}

func runs(data []byte) (out []byte) {
	for i := 0; i < len(data); {
		j := i
		for j < len(data) && data[j] == data[i] && j-i < 255 {
			j++
		}
		out = append(out, byte(j-i), data[i])
		i = j
	}
	return
}

func unruns(data []byte) (out []byte) {
	for ; len(data) > 0; data = data[2:] {
		out = append(out, bytes.Repeat(data[1:2], int(data[0]))...)
	}
	return
}

func checksum(data []byte) uint32 {
	crc := ^uint32(0)
	for _, c := range data {
		crc ^= uint32(c)
		for range 8 {
			if crc&1 == 1 {
				crc = crc>>1 ^ 0xedb88320
			} else {
				crc >>= 1
			}
		}
	}
	return ^crc
}

func main() {
	text := []byte("she sells sea shells by the sea shore, surely")
	t := build(text)
	codes := t.codes("", map[byte]string{})
	for _, c := range []byte("se ,y") {
		fmt.Printf("%q=%d bits ", c, len(codes[c]))
	}
	b := encode(text, codes)
	fmt.Println(b.n, len(b.data), len(text), string(decode(b, t)))
	r := runs([]byte("aaaabbbcccccccd"))
	fmt.Printf("%v %s\n", r, unruns(r))
	long := bytes.Repeat([]byte{7}, 1000)
	fmt.Println(len(runs(long)), bytes.Equal(unruns(runs(long)), long))
	fmt.Printf("%08x %08x\n", checksum([]byte("123456789")), checksum(nil))
	var noise []byte
	x := uint32(7)
	for range 20000 {
		x = x*1664525 + 1013904223
		noise = append(noise, byte(x>>28))
	}
	nt := build(noise)
	nb := encode(noise, nt.codes("", map[byte]string{}))
	fmt.Println(len(nb.data) < len(noise), bytes.Equal(decode(nb, nt), noise), checksum(noise))
}
