// bytes.Buffer and the functions of package bytes; io copying.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world"))
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Fprintf(&b, " %d", 42)
	fmt.Println(b.String(), b.Len())
	p := make([]byte, 5)
	n, _ := b.Read(p)
	fmt.Println(n, string(p), b.String())
	line, err := b.ReadString('!')
	fmt.Printf("%q %v\n", line, err)
	b.Truncate(2)
	fmt.Println(b.Bytes(), b.Len())
	c, _ := b.ReadByte()
	fmt.Println(c, b.Next(10), b.Len())
	_, err = b.ReadByte()
	fmt.Println(err)
	b.Reset()

	nb := bytes.NewBufferString("start")
	cnt := &counter{}
	m, err := io.Copy(io.MultiWriter(nb, cnt), upper{strings.NewReader("shout this")})
	fmt.Println(m, err, cnt.n, nb)
	all, err := io.ReadAll(io.LimitReader(strings.NewReader("limited text"), 7))
	fmt.Printf("%q %v\n", all, err)
	buf := make([]byte, 4)
	k, err := io.ReadFull(strings.NewReader("abc"), buf)
	fmt.Println(k, err, err == io.ErrUnexpectedEOF)
	io.WriteString(nb, "|io")
	fmt.Println(nb.String())
	var tee bytes.Buffer
	io.Copy(io.Discard, io.TeeReader(strings.NewReader("teed"), &tee))
	fmt.Println(tee.String())
	mr := io.MultiReader(strings.NewReader("one "), strings.NewReader("two"))
	all, _ = io.ReadAll(mr)
	fmt.Println(string(all))

	x, y := []byte("banana"), []byte("nan")
	fmt.Println(bytes.Equal(x, []byte("banana")), bytes.Compare(x, y), bytes.Contains(x, y), bytes.Index(x, y), bytes.LastIndex(x, []byte("an")), bytes.Count(x, []byte("a")))
	fmt.Printf("%s %s %q %s\n", bytes.ToUpper(x), bytes.ReplaceAll(x, []byte("a"), []byte("o")), bytes.Split([]byte("a b c"), []byte(" ")), bytes.TrimSpace([]byte("  t  ")))
	fmt.Println(bytes.HasPrefix(x, []byte("ban")), bytes.IndexByte(x, 'n'), string(bytes.Join([][]byte{x, y}, []byte("+"))), string(bytes.Repeat(y, 2)))
	fmt.Printf("%q %s\n", bytes.Fields([]byte(" f1  f2 ")), bytes.Trim([]byte("--t--"), "-"))
	fmt.Println(bytes.Equal(nil, []byte{}), bytes.TrimSuffix(x, []byte("na")))
}
