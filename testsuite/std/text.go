package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	texts := []string{"", "a", "abc", "  leading and trailing  ", "a,b,,c", "héllo wörld", "ÀÉÎ", "ǆ ß ſ K", "\xff\xfebad\xe2\x82", "aaaaaaaaaaab", "one\ttwo\nthree\r\nfour", "日本語 テキスト", "Hello, World!", "x\u2028y\u00a0z"}
	seps := []string{"", ",", " ", "a", "l", "ll", "語", "\xff", "xyz"}
	for _, s := range texts {
		fmt.Printf("%q %q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.TrimSpace(s), strings.ToValidUTF8(s, "?"))
		fmt.Printf("%q %d %v %v\n", strings.Fields(s), utf8.RuneCountInString(s), utf8.ValidString(s), []rune(s))
		for _, sep := range seps {
			before, after, ok := strings.Cut(s, sep)
			fmt.Printf("%d %d %d %q %q %q %q %q %v ", strings.Index(s, sep), strings.LastIndex(s, sep), strings.Count(s, sep), strings.Split(s, sep), strings.SplitN(s, sep, 2), strings.SplitAfter(s, sep), before, after, ok)
			fmt.Printf("%q %q %d %d %v %v %q\n", strings.Replace(s, sep, "<>", 2), strings.ReplaceAll(s, sep, "-"), strings.IndexAny(s, sep), strings.LastIndexAny(s, sep), strings.HasPrefix(s, sep), strings.HasSuffix(s, sep), strings.Trim(s, sep))
			b, c := []byte(s), []byte(sep)
			fmt.Printf("%d %d %q %q %q\n", bytes.Index(b, c), bytes.Count(b, c), bytes.Split(b, c), bytes.Replace(b, c, []byte("+"), -1), bytes.TrimRight(b, sep))
		}
		fmt.Println(strings.EqualFold(s, strings.ToUpper(s)), strings.Compare(s, "abc"), strings.ContainsRune(s, 'l'), strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q\n", strings.Map(func(r rune) rune {
			switch {
			case r == 'a':
				return -1
			case r == 'l':
				return 'é'
			}
			return r
		}, s), strings.FieldsFunc(s, unicode.IsPunct))
	}
	fmt.Println(strings.Join([]string{"a", "b", "c"}, "--"), strings.Repeat("na", 4), strings.NewReplacer("a", "1", "b", "2", "abc", "3", "", "_").Replace("abcab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<p>x</p>"))

	var sb strings.Builder
	for i := 0; i < 5; i++ {
		fmt.Fprintf(&sb, "%d,", i)
		sb.WriteByte('x')
		sb.WriteRune('é')
	}
	fmt.Println(sb.String(), sb.Len())

	for r := rune(0); r < 0x3000; r += 7 {
		fmt.Print(b2i(unicode.IsLetter(r)), b2i(unicode.IsUpper(r)), b2i(unicode.IsSpace(r)), b2i(unicode.IsDigit(r)), b2i(unicode.IsPunct(r)), b2i(unicode.IsPrint(r)), unicode.ToUpper(r), unicode.ToLower(r), unicode.SimpleFold(r), " ")
	}
	fmt.Println(unicode.Is(unicode.Han, '語'), unicode.In('é', unicode.Greek, unicode.Latin), unicode.Version)

	var buf bytes.Buffer
	buf.WriteString("line one\nline two\r\nthe last")
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v %d\n", line, err, buf.Len())
	fmt.Printf("%q %v\n", buf.Next(3), buf.UnreadByte())
	r, n, err := buf.ReadRune()
	fmt.Println(r, n, err, buf.UnreadRune(), buf.UnreadRune())
	buf.Truncate(5)
	fmt.Printf("%q\n", buf.String())

	sc := bufio.NewScanner(strings.NewReader("one two\nthree\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(" some  words\there \u2003é"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Bytes())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100000)))
	fmt.Println(sc.Scan(), sc.Err())
	rd := bufio.NewReaderSize(strings.NewReader("alpha\nbeta\ngamma delta epsilon zeta"), 16)
	for {
		s, err := rd.ReadString('\n')
		fmt.Printf("%q %v ", s, err)
		if err == io.EOF {
			break
		}
	}
	fmt.Println()
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	fmt.Fprintf(w, "%s|%d|%v", "a long piece of text", 42, []int{1})
	fmt.Println(out.Len(), w.Buffered(), w.Flush(), out.String())
	data, err := io.ReadAll(io.MultiReader(strings.NewReader("abc"), io.LimitReader(strings.NewReader("defgh"), 2)))
	fmt.Println(string(data), err)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(io.ErrUnexpectedEOF)
	}()
	data, err = io.ReadAll(pr)
	fmt.Println(string(data), err)
	k, err := io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(k, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	data, err = io.ReadAll(sr)
	fmt.Println(string(data), err, sr.Size())
	var tee bytes.Buffer
	data, err = io.ReadAll(io.TeeReader(strings.NewReader("tee"), io.MultiWriter(&tee, io.Discard)))
	fmt.Println(string(data), tee.String(), err)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
