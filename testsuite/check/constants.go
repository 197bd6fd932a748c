package main

const (
	a = iota
	b
	_
	c = "x"
	d
	e, f = iota, 1 << iota
	g, h
)
const big = 1 << 500
const huge = big * big
const huge2 = 1 << 1000
const back = big >> 498
const fl = 1e1000
const fl2 float64 = fl
const fl3 float32 = 1e39
const im = 2i * 2i
const im2 int = 2i * 2i
const r = 'a' + 1
const s = "a" + 'b'
const s2 = "a" + "b"
const i8 int8 = 127 + 1
const u8 = uint8(255) + 1
const u8b uint8 = -1
const neg = -uint(1)
const inv = ^uint8(3)
const inv2 uint8 = ^3
const div = 7 / 2
const div2 = 7 / 2.0
const rem = 7 % 2.0
const rem2 = 7.5 % 2
const sh = 1.0 << 3
const sh2 = 1.5 << 3
const sh3 = 1 << -1
const sh4 = 1 << 10000
const sh5 = "a" << 1
const cmp = 1 < 2
const cmp2 = "a" < "b"
const cmp3 = true < false
const not = !1
const and = true && 1
const conv = int(1.5)
const conv2 = int8(200)
const conv3 = uint(-1)
const conv4 = string(65)
const conv5 = float32(0.1)
const conv6 = int(conv5)
const conv7 = complex64(1)
const ln = len("abc")
const ln2 = len([3]int{})
const ln3 = len([]int{})
const bad = f1()
const mn = min(1, 2.5, 'a')
const mx = max("a", "b")
const rl = real(1 + 2i)
const cx = complex(1, 2)
const cx2 = complex("a", 2)
const (
	k1 int8 = 126 + iota
	k2
	k3
)
const t1 = 1 / 0
const t2 = 1.0 / 0.0
const t3 = 1 % 0
const t4 = 1i / 0i
const nl = nil
const fn = func() {}

func f1() int { return 1 }

func main() {
	var x uint8 = 256
	var y int = 1 << 63
	var z uint64 = 1<<64 - 1
	var w float32 = 1e-50
	var v int = 1e3
	var u rune = 'a' * 1e8
	var n uint = 3
	var t = 1.0 << n
	var q float64 = 1 << n
	var p = uint8(1) << 300
	var o = 1 << n
	_ = "abc"[1] + 300
	_ = x + 256
	_ = x - 1.5
	_ = x == 256
	_ = y < 1<<63
	_, _, _, _, _, _, _, _ = z, w, v, u, t, q, p, o
	println(1<<n == 2.5, 1<<n+1.5)
	var arr [1 << n]int
	_ = arr[1.0]
	_ = arr[2.5]
	_ = make([]int, 1<<n, 1.0)
	_ = make([]int, 1e2, 1e1)
}
