package strconv

// The exact arithmetic behind the cases that 128 bits do not decide: a decimal number that is shifted by
// powers of two. Digits beyond the array only matter as "something follows", which cut remembers in the last digit.

// assign makes the number v.
func (t *digitText) assign(v uint64) { t.set(v, 0) }

// shift multiplies by 2^n.
func (t *digitText) shift(n int) {
	for n > 56 {
		t.shiftUp(56)
		n -= 56
	}
	for n < -56 {
		t.shiftDown(56)
		n += 56
	}
	if n > 0 {
		t.shiftUp(uint(n))
	} else if n < 0 {
		t.shiftDown(uint(-n))
	}
}

func (t *digitText) trim() {
	for t.nd > 0 && t.d[t.nd-1] == '0' {
		t.nd--
	}
	if t.nd == 0 {
		t.dp = 0
	}
}

// shiftUp multiplies by 2^k, k ≤ 56.
func (t *digitText) shiftUp(k uint) {
	if t.nd == 0 {
		return
	}
	// The product's new leading digits come out last; they are kept aside, lowest first.
	var lead [20]byte
	n := 0
	carry := uint64(0)
	for i := t.nd - 1; i >= 0; i-- {
		carry += uint64(t.d[i]-'0') << k
		q := carry / 10
		t.d[i] = byte(carry-q*10) + '0'
		carry = q
	}
	for carry > 0 {
		q := carry / 10
		lead[n] = byte(carry-q*10) + '0'
		n++
		carry = q
	}
	keep := min(t.nd, len(t.d)-n)
	lost := false
	for _, c := range t.d[keep:t.nd] {
		lost = lost || c != '0'
	}
	copy(t.d[n:], t.d[:keep])
	for i := 0; i < n; i++ {
		t.d[i] = lead[n-1-i]
	}
	t.nd = keep + n
	t.dp += n
	if lost && t.d[t.nd-1] == '0' {
		t.d[t.nd-1] = '1'
	}
	t.trim()
}

// shiftDown divides by 2^k, k ≤ 56.
func (t *digitText) shiftDown(k uint) {
	r, w := 0, 0
	n := uint64(0)
	for n>>k == 0 {
		if r < t.nd {
			n = n*10 + uint64(t.d[r]-'0')
		} else {
			if n == 0 {
				t.nd, t.dp = 0, 0
				return
			}
			n *= 10
		}
		r++
	}
	t.dp -= r - 1
	mask := uint64(1)<<k - 1
	for ; r < t.nd; r++ {
		t.d[w] = byte(n>>k) + '0'
		w++
		n = (n&mask)*10 + uint64(t.d[r]-'0')
	}
	lost := false
	for n > 0 {
		if w < len(t.d) {
			t.d[w] = byte(n>>k) + '0'
			w++
		} else if n>>k != 0 {
			lost = true
		}
		n = (n & mask) * 10
	}
	t.nd = w
	if lost && t.d[w-1] == '0' {
		t.d[w-1] = '1'
	}
	t.trim()
}

// roundsUp reports whether cutting after n digits rounds up; ties go to even.
func (t *digitText) roundsUp(n int) bool {
	if n < 0 || n >= t.nd {
		return false
	}
	if t.d[n] == '5' && n+1 == t.nd {
		return n > 0 && (t.d[n-1]-'0')&1 != 0
	}
	return t.d[n] >= '5'
}

// round rounds to n digits.
func (t *digitText) round(n int) {
	if n >= t.nd {
		return
	}
	if n < 0 {
		t.nd, t.dp = 0, 0
		return
	}
	if !t.roundsUp(n) {
		t.nd = n
		t.trim()
		return
	}
	for i := n - 1; i >= 0; i-- {
		if t.d[i] < '9' {
			t.d[i]++
			t.nd = i + 1
			return
		}
	}
	t.d[0] = '1'
	t.nd = 1
	t.dp++
}

// integer is the number rounded to an integer, of at most 18 digits.
func (t *digitText) integer() uint64 {
	n := uint64(0)
	for i := 0; i < t.dp; i++ {
		n *= 10
		if i < t.nd {
			n += uint64(t.d[i] - '0')
		}
	}
	if t.roundsUp(t.dp) {
		n++
	}
	return n
}
