// bufio.Scanner, Reader and Writer over strings and buffers.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	text := "first line\r\n\nthird  line\nno newline at the end"
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		fmt.Printf("%d %q\n", n, sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(text))
	sc.Split(bufio.ScanWords)
	words := map[string]int{}
	for sc.Scan() {
		words[sc.Text()]++
	}
	fmt.Println(words)
	sc = bufio.NewScanner(strings.NewReader("añ\xff"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Bytes())
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader("1,2,,3"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("[%s]", sc.Text())
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 0, 10), 50)
	fmt.Println(sc.Scan(), sc.Err())

	r := bufio.NewReader(strings.NewReader("line one\nline two\nrest"))
	s, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	c, _ := r.ReadByte()
	r.UnreadByte()
	p, _ := r.Peek(4)
	fmt.Println(c, string(p))
	line, prefix, err := r.ReadLine()
	fmt.Println(string(line), prefix, err)
	s, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	_, _, err = r.ReadRune()
	fmt.Println(err == io.EOF)

	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	for i := range 10 {
		fmt.Fprintf(w, "item %d;", i)
	}
	fmt.Println(out.Len(), w.Buffered())
	w.Flush()
	fmt.Println(out.String())
	stdout := bufio.NewWriter(os.Stdout)
	defer stdout.Flush()
	stdout.WriteString("buffered ")
	stdout.WriteRune('世')
	stdout.WriteByte('\n')
}
