// Packages encoding/hex, encoding/base64, hash/…, crypto/sha256, crypto/sha1, crypto/md5 and io/ioutil.
package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"hash/fnv"
	"hash/maphash"
	"io"
	"io/ioutil"
	"math"
	"os"
	"strings"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

// slow reads n bytes at a time.
type slow struct {
	r io.Reader
	n int
}

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), s.n)]) }

func data(n int) []byte {
	b := make([]byte, n)
	x := uint32(n + 1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

func hexes() {
	for _, n := range []int{0, 1, 2, 15, 16, 17, 40, 600} {
		d := data(n)
		s := hex.EncodeToString(d)
		e := make([]byte, hex.EncodedLen(n))
		fmt.Println(s[:min(len(s), 40)], hex.Encode(e, d), string(e) == s, hex.DecodedLen(len(s)), len(hex.AppendEncode([]byte("x"), d)))
		back, err := hex.DecodeString(strings.ToUpper(s))
		fmt.Println(bytes.Equal(back, d), err)
		if n < 50 {
			fmt.Print(hex.Dump(d))
		}
		var b bytes.Buffer
		w := hex.NewEncoder(&b)
		k, err := w.Write(d)
		fmt.Println(k, err, b.String() == s)
		for _, step := range []int{1, 3, 1000} {
			got, err := io.ReadAll(hex.NewDecoder(slow{strings.NewReader(s), step}))
			fmt.Print(bytes.Equal(got, d), err, " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"0", "zz", "0g", "00g", "00g0", "0011zz22", "00110", "é0", "ABcd", "0x"} {
		b, err := hex.DecodeString(s)
		fmt.Println(b, err)
		b, err = hex.AppendDecode([]byte("p"), []byte(s))
		fmt.Println(b, err)
		b, err = io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Println(b, err)
	}
	var b bytes.Buffer
	d := hex.Dumper(&b)
	for i := 0; i < 50; i += 7 {
		d.Write(data(100)[i:min(i+7, 50)])
	}
	fmt.Println(d.Close(), d.Close())
	_, err := d.Write([]byte("x"))
	fmt.Print(b.String(), err, "\n")
}

func base64s() {
	custom := base64.NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#").WithPadding('*')
	encodings := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, custom, base64.StdEncoding.Strict(), base64.RawStdEncoding.Strict()}
	for i, enc := range encodings {
		for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 50, 1500} {
			d := data(n)
			s := enc.EncodeToString(d)
			fmt.Print(s[:min(len(s), 24)], " ", enc.EncodedLen(n), len(s), enc.DecodedLen(len(s)), string(enc.AppendEncode([]byte("x"), d[:min(n, 4)])))
			e := make([]byte, enc.EncodedLen(n))
			enc.Encode(e, d)
			back, err := enc.DecodeString(s)
			fmt.Print(" ", string(e) == s, bytes.Equal(back, d), err)
			back = make([]byte, enc.DecodedLen(len(s)))
			k, err := enc.Decode(back, []byte(s))
			fmt.Print(" ", bytes.Equal(back[:k], d), err)
			var b bytes.Buffer
			w := base64.NewEncoder(enc, &b)
			for j := 0; j < n; j += 5 {
				w.Write(d[j:min(j+5, n)])
			}
			fmt.Print(" ", w.Close(), b.String() == s)
			lines := ""
			for j := 0; j < len(s); j += 7 {
				lines += s[j:min(j+7, len(s))] + "\r\n"
			}
			for _, step := range []int{1, 5, 2000} {
				got, err := io.ReadAll(base64.NewDecoder(enc, slow{strings.NewReader(lines), step}))
				fmt.Print(" ", bytes.Equal(got, d), err)
			}
			fmt.Println()
		}
		for _, s := range []string{"A", "AA", "AAA", "AAAA", "AA=", "AA==", "AAA=", "AAA==", "A===", "====", "AB==", "AAB=", "AA==A", "AA== ", "AA=A", "!AAA", "AAAA!", "AAAAA", "AAAA\nAA==\n\n", "AA\n=\n=", "A\nA\n=\n=\nB", "AAAAé", "-_-_", "+/+/"} {
			b, err := enc.DecodeString(s)
			fmt.Printf("%q %v %v; ", s, b, err)
			b, err = enc.AppendDecode([]byte("p"), []byte(s))
			fmt.Print(b, err, " ")
		}
		fmt.Println(i)
	}
	try("short", func() { base64.NewEncoding("abc") })
	try("twice", func() { base64.NewEncoding(strings.Repeat("a", 64)) })
	try("newline", func() {
		base64.NewEncoding("\nABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+")
	})
	try("padding", func() { base64.StdEncoding.WithPadding('A') })
	try("padding", func() { base64.StdEncoding.WithPadding('\n') })
	try("padding", func() { base64.StdEncoding.WithPadding(0x100) })
}

func hashes() {
	makers := []struct {
		name string
		f    func() hash.Hash
	}{
		{"fnv32", func() hash.Hash { return fnv.New32() }}, {"fnv32a", func() hash.Hash { return fnv.New32a() }}, {"fnv64", func() hash.Hash { return fnv.New64() }},
		{"fnv64a", func() hash.Hash { return fnv.New64a() }}, {"fnv128", fnv.New128}, {"fnv128a", fnv.New128a}, {"crc", func() hash.Hash { return crc32.NewIEEE() }},
		{"castagnoli", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }}, {"koopman", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
		{"sha256", sha256.New}, {"sha224", sha256.New224}, {"sha1", sha1.New}, {"md5", md5.New},
	}
	for _, m := range makers {
		h := m.f()
		fmt.Println(m.name, h.Size(), h.BlockSize())
		for _, n := range []int{0, 1, 7, 16, 55, 56, 63, 64, 65, 100, 128, 1000, 100000} {
			d := data(n)
			h.Reset()
			h.Write(d)
			one := h.Sum(nil)
			h.Reset()
			for i := 0; i < n; i += 13 {
				h.Write(d[i:min(i+13, n)])
			}
			fmt.Printf("%x %v ", one, bytes.Equal(one, h.Sum([]byte("x"))[1:]))
			switch h := h.(type) {
			case hash.Hash32:
				fmt.Print(h.Sum32())
			case hash.Hash64:
				fmt.Print(h.Sum64())
			}
		}
		fmt.Println()
		if m.name[0] == 'f' || m.name[0] == 'c' || m.name[0] == 'k' {
			state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
			g := m.f()
			fmt.Println(err, g.(encoding.BinaryUnmarshaler).UnmarshalBinary(state), bytes.Equal(g.Sum(nil), h.Sum(nil)), g.(encoding.BinaryUnmarshaler).UnmarshalBinary(state[:5]), g.(encoding.BinaryUnmarshaler).UnmarshalBinary(nil), len(state))
			c, err := h.(hash.Cloner).Clone()
			c.Write([]byte("more"))
			fmt.Println(bytes.Equal(c.Sum(nil), h.Sum(nil)), err)
		}
	}
	d := data(1000)
	fmt.Printf("%x %x %x %x\n", sha256.Sum256(d), sha256.Sum224(d), sha1.Sum(d), md5.Sum(d))
	fmt.Println(crc32.ChecksumIEEE(d), crc32.Checksum(d, crc32.IEEETable), crc32.Checksum(d, crc32.MakeTable(crc32.Castagnoli)), crc32.Checksum(d, crc32.MakeTable(0xedb88320)), crc32.Update(crc32.ChecksumIEEE(d[:500]), crc32.IEEETable, d[500:]), crc32.IEEETable[1], crc32.Size)

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString("abc")
	h.WriteByte('d')
	h.Write([]byte("ef"))
	fmt.Println(h.Sum64() == maphash.String(seed, "abcdef"), h.Sum64() == maphash.Bytes(seed, []byte("abcdef")), h.Sum64() == maphash.String(seed, "abcdeg"), h.Seed() == seed, h.Size(), h.BlockSize(), len(h.Sum(nil)))
	c, err := h.Clone()
	c.Write([]byte("g"))
	fmt.Println(c.(*maphash.Hash).Sum64() == maphash.String(seed, "abcdefg"), err)
	h.Reset()
	fmt.Println(h.Sum64() == maphash.String(seed, ""))
	type key struct {
		a int
		s string
		f float64
		i any
	}
	fmt.Println(maphash.Comparable(seed, key{1, "x", 0, 5}) == maphash.Comparable(seed, key{1, "x", math.Copysign(0, -1), 5}), maphash.Comparable(seed, key{1, "x", 0, 5}) == maphash.Comparable(seed, key{1, "x", 0, 6}), maphash.Comparable(seed, 1) == maphash.Comparable(seed, 2), maphash.Comparable(seed, [2]string{"ab", "c"}) == maphash.Comparable(seed, [2]string{"a", "bc"}), maphash.Comparable(seed, math.NaN()) == maphash.Comparable(seed, math.NaN()))
	p := new(int)
	fmt.Println(maphash.Comparable(seed, p) == maphash.Comparable(seed, p), maphash.Comparable[any](seed, nil) == maphash.Comparable[any](seed, nil))
	var hasher maphash.Hasher[string] = maphash.ComparableHasher[string]{}
	hasher.Hash(&h, "x")
	fmt.Println(hasher.Equal("a", "a"), hasher.Equal("a", "b"))
	seen := map[uint64]bool{}
	for i := 0; i < 100000; i++ {
		seen[maphash.Comparable(seed, i)] = true
	}
	fmt.Println(len(seen))
	try("seed", func() { maphash.String(maphash.Seed{}, "x") })
}

func old() {
	dir, err := ioutil.TempDir("", "codecs")
	defer os.RemoveAll(dir)
	fmt.Println(err, ioutil.WriteFile(dir+"/b", []byte("text"), 0o600), ioutil.WriteFile(dir+"/a", nil, 0o600))
	b, err := ioutil.ReadFile(dir + "/b")
	fmt.Println(string(b), err)
	list, err := ioutil.ReadDir(dir)
	for _, i := range list {
		fmt.Print(i.Name(), i.Size(), " ")
	}
	f, err2 := ioutil.TempFile(dir, "x*y")
	fmt.Println(err, err2, strings.HasSuffix(f.Name(), "y"))
	f.Close()
	b, err = ioutil.ReadAll(ioutil.NopCloser(strings.NewReader("all")))
	fmt.Println(string(b), err)
	n, err := io.WriteString(ioutil.Discard, "gone")
	fmt.Println(n, err)
}

func main() {
	hexes()
	base64s()
	hashes()
	old()
}
