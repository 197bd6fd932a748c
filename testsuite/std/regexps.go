// Packages regexp and regexp/syntax.
package main

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

var good = []string{"", "a", "abc", "a*", "a+?", "a|b", "(a)(b)?", "a.c", "[abc]+", "[^a-c]+", "^abc$", "(?i)AbC", "a{2}", "a{2,}", "a{2,3}?", "(a|ab)(c|bcd)(d*)", "x*", "(a*)*", "(a*)+", "(a+)*", "(a?)*?b", "(|a)*", "(|a)+", `\bfoo\b`, `\Bo`, `\d+`, `\s\S`, `\w+@\w+\.com`, "(?m)^a", "(?m)a$", "(?s)a.b", "(?U)a+", "(?U)a+?", "(?P<year>\\d{4})-(?P<month>\\d\\d)", "(?<n>x)y", "(?:ab)+", "(?i:a)b",
	`\pL+`, `\p{Greek}+`, `\P{Lu}`, `\p{^Lu}+`, `\pN`, "[[:alpha:]]+", "[[:^digit:]]+", `[\d\-x]+`, "[]a]+", "[^]a]+", "[a-]+", `[\]]`, `\Qa.b\E+`, `\x41\x{42}\103`, `\a\f\n\r\t\v`, "日本", "[日-本]+", ".", "(?s).", `\z`, `\A`, "$", "^", "^$", "(^|,)x", "a**b", "é", "(?i)é", "(?i)straße", "(?i)K", "(?i)[k-s]", "(((a)))", "(a)|b", "((a)|b)*", "a|ab|abc", "abc|ab|a", ".*", ".*?", ".+b", "(.*)(.*)", "(.*?)(.*)", "[a-z]+\\d*", "x{0}", "x{0,1}", "(x{2}){2}", "{", "a{", "a{,2}", "a{b}", "a{1", "a]", "a}", "-", "(?i)(?s).A", "(?-s).", "(?i-s:A.)b", "foo|bar|baz", "[^\\n]", `\D\W`, "(?:a|b)c|d", "\\x{10FFFF}", "[\\x{80}-\\x{10FFFF}]", "[^\\x00-\\x{10FFFF}]", `a\.b\*`, `^\s*(\w+)\s*=\s*(.*?)\s*$`, "a(?:b|c(?:d|e(f)))", `\p{Any}`, `[\p{Lu}\d]+`, `[^\p{Lu}\s]+`, `(?i)\p{Lu}`, `\p{Letter}`, `\p{lu}`}

var texts = []string{"", "a", "ab", "abc", "abcd", "aaa", "b", "foo bar", "xfoo foo", "2024-05-06 2025-1-1", "me@here.com, you@there.com", "a\nb\na", "line1\nline2", "ABC abc AbC", "a.b+a.bbb", "日本語 テキスト", "αβγ ΑΒΓ abc", "k K \u212a ſ s S", "key = value ", "aaab", "xxxx", "\xff\xfe", "a{2}", "a-]b", "x,x,,x", "foobarbaz", "é É", "STRASSE straße", "abcabcabd", "1 22 333", "\a\f\n\r\t\v", "ABCé", "  ", "acef", "tab\tnew\n"}

func matches() {
	for _, e := range good {
		re, err := regexp.Compile(e)
		if err != nil {
			fmt.Println(e, err)
			continue
		}
		fmt.Printf("%q %d %q\n", re, re.NumSubexp(), re.SubexpNames())
		for _, s := range texts {
			fmt.Print(re.MatchString(s), re.FindStringSubmatchIndex(s), re.FindAllStringIndex(s, -1), " ")
		}
		fmt.Println()
		for _, s := range texts {
			fmt.Printf("%q %q %q ", re.ReplaceAllString(s, "<$0>"), re.Split(s, -1), re.Split(s, 2))
		}
		fmt.Println()
		re.Longest()
		for _, s := range texts {
			fmt.Print(re.FindStringSubmatchIndex(s), " ")
		}
		fmt.Println()
	}
}

func errorsOf() {
	bad := []string{"(", ")", "a)", "(a", "[", "[a", "[a-", "[]", "[^", "[z-a]", "*", "+", "?", "a**", "a*+", "a+*", "a??*", "a{2}{3}", "{1}", "{1,2}", "(*)", "a|*", "(|*)", "^*", "a{1001}", "a{2,1}", "a{1000}{2}", "(a{1000}){2}", "((a{100}){100}){100}", `\`, `a\`, `\8`, `\1`, `\q`, `\x`, `\x4`, `\xZZ`, `\x{`, `\x{110000}`, `\x{}`, `\x{4g}`, `\pX`, `\p{Foo}`, `\p`, `\p{`, `[\p{Foo}]`, "[[:foo:]]", "[[:alpha:]", "(?", "(?i", "(?z)", "(?i-)", "(?--i)", "(?P<", "(?P<a", "(?P<>x)", "(?P<a b>x)", "(?P<a>x)(?P<a>y)", "(?P=a)", "(?P>a)", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?#c)", `\C`, `\G`, `\Z`, "a\xffb", "\xff", "(\xff", `\Qabc`, "(?i)(?s", "x{-1}", "x{99999999999}", "x{1,99999999999}", "[a-\\d]", "[\\d-z]", "(a|b", "a||b", "()", "(())", "(?:)", "(?i)", strings.Repeat("(", 1001) + strings.Repeat(")", 1001), strings.Repeat("(", 999) + strings.Repeat(")", 999)}
	for _, e := range bad {
		_, err := regexp.Compile(e)
		text := fmt.Sprint(err)
		if len(text) > 200 {
			text = text[:60]
		}
		fmt.Print(text)
		if se, ok := err.(*syntax.Error); ok && len(se.Expr) < 200 {
			fmt.Print(" ", se.Code, " ", se.Expr)
		}
		_, err = regexp.CompilePOSIX(e)
		text = fmt.Sprint(err)
		if len(text) > 200 {
			text = text[:60]
		}
		fmt.Println("", text)
	}
	for _, e := range []string{"(", "a`(", "a\n("} {
		func() {
			defer func() { fmt.Println(recover()) }()
			regexp.MustCompile(e)
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			regexp.MustCompilePOSIX(e)
		}()
	}
	_, err := regexp.MatchString("(", "x")
	fmt.Println(err)
	_, err = regexp.Match("[", nil)
	fmt.Println(err)
	_, err = regexp.MatchReader("*", nil)
	fmt.Println(err)
	fmt.Println(regexp.MatchString("b+", "abbc"))
	fmt.Println(regexp.Match("b+", []byte("ac")))
	fmt.Println(regexp.MatchReader("b+", strings.NewReader("abc")))
}

func methods() {
	re := regexp.MustCompile(`(?P<user>\w+)@(?P<host>\w+)(\.com)?`)
	s := "bob@example.com, eve@other and x@y.com"
	b := []byte(s)
	fmt.Printf("%q %q %v %v\n", re.FindString(s), re.Find(b), re.FindStringIndex(s), re.FindIndex(b))
	fmt.Printf("%q %q %v\n", re.FindStringSubmatch(s), re.FindSubmatch(b), re.FindSubmatchIndex(b))
	fmt.Printf("%q %q %v %v\n", re.FindAllString(s, -1), re.FindAll(b, 2), re.FindAllStringIndex(s, 1), re.FindAllIndex(b, -1))
	fmt.Printf("%q %q %v %v\n", re.FindAllStringSubmatch(s, -1), re.FindAllSubmatch(b, 2), re.FindAllStringSubmatchIndex(s, -1), re.FindAllSubmatchIndex(b, 0))
	fmt.Println(re.FindReaderIndex(strings.NewReader(s)), re.FindReaderSubmatchIndex(strings.NewReader(s)), re.MatchReader(strings.NewReader("none")), re.Match(b), re.FindReaderIndex(strings.NewReader("")))
	fmt.Println(re.SubexpIndex("host"), re.SubexpIndex("none"), re.SubexpIndex(""), re.NumSubexp(), re.String())
	for _, t := range []string{"$user at $host", "${user}_x", "$user_x", "$1$2$3$4", "$$", "$", "$ x", "${1", "${}", "$01", "${host}${user}", "a$", "$0!", "${0}", "$1x", "${1}x", "$日本"} {
		fmt.Printf("%q %q %q %q\n", re.ReplaceAllString(s, t), re.ReplaceAll(b, []byte(t)), re.ReplaceAllLiteralString(s, t), re.ReplaceAllLiteral(b, []byte(t)))
		m := re.FindStringSubmatchIndex(s)
		fmt.Printf("%q %q\n", re.ExpandString([]byte("x"), t, s, m), re.Expand(nil, []byte(t), b, m))
	}
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), string(re.ReplaceAllFunc(b, func(b []byte) []byte { return b[:1] })))
	fmt.Println(re.ReplaceAllString("none", "x"), string(re.ReplaceAll([]byte("none"), []byte("x"))))
	for _, e := range []string{"abc", "abc+", "a|b", "abc(d)", "(abc)", "(?i)abc", "", "日本x*", `a\.b`} {
		fmt.Println(regexp.MustCompile(e).LiteralPrefix())
	}
	fmt.Println(regexp.QuoteMeta(`a.b*c[d]{e}(f)|g^h$i\j+k?日-`), regexp.QuoteMeta(""))
	posix := regexp.MustCompilePOSIX("a+|a+b|ab+c")
	fmt.Println(posix.FindString("xaabbc"), posix.FindString("abbbc"), posix.Copy().String())
	t, err := re.MarshalText()
	var u regexp.Regexp
	fmt.Println(string(t), err, u.UnmarshalText([]byte("x+")), u.FindString("axxb"), u.UnmarshalText([]byte("(")))
	sp := regexp.MustCompile("a*")
	for _, n := range []int{-1, 0, 1, 2, 3, 10} {
		fmt.Printf("%q %q %q ", sp.Split("baaac", n), regexp.MustCompile(",").Split("a,b,c", n), regexp.MustCompile(",").Split("", n))
	}
	fmt.Println()
	tree, err := syntax.Parse("(a|b)*c{2,3}", syntax.Perl)
	fmt.Println(tree.Op, tree.MaxCap(), tree.CapNames(), err)
	prog, err := syntax.Compile(tree.Simplify())
	fmt.Println(prog.NumCap, err, syntax.InstRune1, syntax.InstFail, syntax.InstOp(77))
	empty := syntax.Inst{Op: syntax.InstEmptyWidth, Arg: uint32(syntax.EmptyWordBoundary)}
	fmt.Println(empty.MatchEmptyWidth('a', ' '), empty.MatchEmptyWidth('a', 'b'), empty.MatchEmptyWidth(-1, 'b'))
	fmt.Println(syntax.IsWordChar('a'), syntax.IsWordChar('-'), syntax.EmptyOpContext('a', -1), syntax.OpStar, syntax.Op(99), syntax.ErrLarge)
}

func large() {
	// Texts that are too long for backtracking, and expressions that would take it for ever.
	long := strings.Repeat("ab", 40000) + "c" + strings.Repeat("xy\n", 10000)
	for _, e := range []string{"(ab)+c", "(a|b)*c", "[^c]*c", "c(.*)", "(?m)^xy$", "b(c)x", "z", "(x+x+)+y", "(?s)c.*y", "(a?){20}a{20}c", "^ab", "y\n\\z", "(?:(a)|(b)|(c))+x"} {
		re := regexp.MustCompile(e)
		m := re.FindStringSubmatchIndex(long)
		fmt.Println(e, m, len(re.FindAllStringIndex(long, 1000)), re.MatchString(long))
		re.Longest()
		fmt.Println(re.FindStringSubmatchIndex(long))
		fmt.Println(re.FindReaderSubmatchIndex(strings.NewReader(long)))
	}
	n := 60
	fmt.Println(regexp.MustCompile("(a?){60}a{60}").FindStringIndex(strings.Repeat("a", n)))
	fmt.Println(regexp.MustCompile("(x*)*y").MatchString(strings.Repeat("x", 5000)))
}

func main() {
	matches()
	errorsOf()
	methods()
	large()
}
