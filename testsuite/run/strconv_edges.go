// strconv: limits, errors, bases, quoting.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-0", "+5", "123", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "", "-", "12a", " 1", "0x10", "1_000", "٣"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, c := range []struct {
		s          string
		base, bits int
	}{{"ff", 16, 64}, {"0xff", 0, 64}, {"0b101", 0, 8}, {"0o17", 0, 64}, {"1_000", 0, 64}, {"017", 0, 64}, {"zz", 36, 64}, {"128", 10, 8}, {"-129", 10, 8}, {"-128", 10, 8}, {"1", 1, 64}, {"1", 10, 65}, {"2", 2, 0}} {
		n, err := strconv.ParseInt(c.s, c.base, c.bits)
		fmt.Println(n, err)
	}
	u, err := strconv.ParseUint("18446744073709551616", 10, 64)
	fmt.Println(u, err, errors.Is(err, strconv.ErrRange))
	_, err = strconv.ParseUint("-1", 10, 64)
	var ne *strconv.NumError
	fmt.Println(err, errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax)
	for _, s := range []string{"1.5", "1e10", ".5", "5.", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "NaN", "0x1p-2", "1_0.5", "1e", "x", "", "0.1", "4.9e-324", "1.7976931348623157e308", "123456789012345678901234567890"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	f32, err := strconv.ParseFloat("3.4e39", 32)
	fmt.Println(f32, err)
	f32, _ = strconv.ParseFloat("0.1", 32)
	fmt.Println(f32)
	for _, s := range []string{"true", "T", "1", "false", "F", "0", "TRUE", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Print(b, " ", err, "; ")
	}
	fmt.Println()
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(-255, 16), strconv.FormatInt(1<<62, 2), strconv.FormatUint(1<<64-1, 36), strconv.FormatBool(true))
	for _, f := range []float64{0, 1, -1.5, 1e21, 1e-7, 123456.789, 0.1, 1.0 / 3, 5e-324} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'f', 3, 64), strconv.FormatFloat(f, 'e', -1, 64), strconv.FormatFloat(f, 'E', 2, 32), strconv.FormatFloat(f, 'f', -1, 32), strconv.FormatFloat(f, 'b', -1, 64), strconv.FormatFloat(f, 'x', -1, 64))
	}
	fmt.Println(strconv.FormatFloat(2.5, 'f', 0, 64), strconv.FormatFloat(3.5, 'f', 0, 64), strconv.FormatFloat(0.125, 'f', 2, 64), strconv.FormatFloat(1e15, 'g', 5, 64))
	fmt.Println(strconv.Quote("a\t\"\\\x00é\u200b\xff世"), strconv.QuoteToASCII("é世😀"), strconv.QuoteRune('☺'), strconv.QuoteRune('\''))
	for _, q := range []string{`"a\nb"`, "`raw\\n`", `'x'`, `"\u00e9\x41\101"`, `"bad`, `bad`, `"\q"`} {
		s, err := strconv.Unquote(q)
		fmt.Printf("%q %v; ", s, err)
	}
	fmt.Println()
	b := strconv.AppendInt([]byte("n="), 42, 10)
	b = strconv.AppendQuote(b, "q")
	b = strconv.AppendBool(b, false)
	b = strconv.AppendFloat(b, 1.25, 'g', -1, 64)
	fmt.Println(string(b))
}
