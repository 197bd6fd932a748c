// Package text/template: actions, pipelines, functions, definitions, errors.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"
	"text/template/parse"
)

type Person struct {
	Name   string
	Age    int
	Tags   []string
	Attr   map[string]int
	Friend *Person
	Any    any
	F      func(int) int
	hidden int
}

func (p Person) Greet(s string) string             { return s + ", " + p.Name }
func (p *Person) Older(n int) int                  { return p.Age + n }
func (p Person) Fail() (string, error)             { return "", errors.New("failed") }
func (p Person) Sum(xs ...int) (n int)             { for _, x := range xs { n += x }; return }
func (p Person) Panic() string                     { panic("boom") }

type Str string

func (s Str) String() string { return "<" + string(s) + ">" }

func run(text string, data any) {
	t, err := template.New("t").Funcs(template.FuncMap{
		"upper": strings.ToUpper, "add": func(a, b int) int { return a + b }, "join": strings.Join,
		"seq": func(n int) []int { var s []int; for i := 0; i < n; i++ { s = append(s, i) }; return s },
		"pair": func() (int, error) { return 1, errors.New("pair error") },
		"nilp": func() *Person { return nil },
	}).Parse(text)
	if err != nil {
		fmt.Println("PARSE", err)
		return
	}
	var b strings.Builder
	err = t.Execute(&b, data)
	fmt.Printf("%q", b.String())
	if err != nil {
		fmt.Printf(" EXEC %T %v", err, err)
	}
	fmt.Println()
}

func main() {
	p := &Person{Name: "Ann", Age: 30, Tags: []string{"a", "b"}, Attr: map[string]int{"z": 26, "y": 25}, Friend: &Person{Name: "Bob"}, Any: Str("x"), F: func(n int) int { return n * 2 }}
	for _, s := range []string{
		"Hello {{.Name}}!", "{{.Age}} {{.Tags}} {{.Attr}} {{.Any}}", "{{.Friend.Name}} {{.Friend.Friend}}", "{{.Greet \"Hi\"}} {{.Older 5}} {{.Sum 1 2 3}}",
		"{{if .Name}}yes{{else}}no{{end}} {{if not .Age}}a{{else if eq .Age 30}}b{{else}}c{{end}}", "{{range .Tags}}[{{.}}]{{end}}", "{{range $i, $t := .Tags}}{{$i}}={{$t}};{{end}}",
		"{{range $k, $v := .Attr}}{{$k}}:{{$v}} {{end}}", "{{range .Friend.Tags}}x{{else}}none{{end}}", "{{with .Friend}}{{.Name}} {{$.Name}}{{end}}", "{{with .Friend.Friend}}x{{else}}nobody{{end}}",
		"{{with $x := .Age}}{{$x}}{{end}}", "{{$x := 1}}{{range .Tags}}{{$x = add $x 1}}{{end}}{{$x}}", "{{range seq 10}}{{if eq . 3}}{{continue}}{{end}}{{if gt . 5}}{{break}}{{end}}{{.}}{{end}}",
		"{{.Name | upper | printf \"%s-%s\" \"a\"}}", "{{printf \"%d %q %v\" 1 \"s\" .Tags}}", "{{len .Name}} {{len .Tags}} {{index .Tags 1}} {{index .Attr \"z\"}} {{slice .Name 1 2}}",
		"{{and 1 0 2}} {{or 0 \"\" \"x\"}} {{not true}} {{and .Name .Age}}", "{{eq 1 1}} {{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{gt 1 2}} {{ge 2 2}} {{eq \"a\" \"b\" \"a\"}} {{lt \"a\" \"b\"}} {{eq .Age 30}}",
		"{{html \"<a href='x'>&\\\"\"}} {{js \"it's <b>\"}} {{urlquery \"a b&c\"}}", "{{print 1 2 \"x\"}} {{println .Name}}", "{{call .F 21}} {{(.Friend).Name}} {{(index .Tags 0) | len}}",
		"a {{- .Name -}} b", "{{/* comment */}}x{{- /* trim */ -}} y", "{{1.5}} {{0x10}} {{1e3}} {{'a'}} {{-3}} {{true}} {{nil | print}}", "{{define \"T\"}}[{{.}}]{{end}}{{template \"T\" .Name}}{{template \"T\"}}",
		"{{block \"B\" .Age}}<{{.}}>{{end}}", "{{range $i, $c := \"hé\"}}{{$i}}{{$c}} {{end}}", "{{range 3}}{{.}}{{end}} {{range $i := 2}}{{$i}}{{end}}", "{{.Attr.z}} {{.Attr.missing}}", "{{`raw`}} {{\"q\\n\"}}", "{{$}}",
		"{{with 0}}a{{else with 5}}{{.}}{{end}}", "{{1i}} {{printf \"%T\" 1i}} {{printf \"%T\" 1.0}} {{printf \"%T\" 'x'}}",
	} {
		if s == "{{$}}" {
			run("{{$}}", 5)
			continue
		}
		run(s, p)
	}
	for _, s := range []string{
		"{{", "{{.Name", "{{.Name}", "{{end}}", "{{if}}x{{end}}", "{{if .X}}x", "{{range .X}}", "{{else}}", "{{nofunc}}", "{{$x}}", "{{.Name | }}", "{{| .Name}}", "{{template}}", "{{template .Name}}", "{{define}}", "{{define \"x\"}}", "{{\"unterminated}}", "{{'ab'}}", "{{1x}}", "{{(1}}", "{{1)}}", "{{.Name . }}{{@}}", "{{break}}", "{{continue}}", "line1\nline2 {{bad}}", "{{/* open", "{{.A.}}", "{{5.Name}}", "{{range $a, $b, $c := .X}}{{end}}", "{{$a, $b := 1}}", "{{1 | 2}}", "{{if .X}}{{else}}{{else}}{{end}}", "{{define \"a\"}}1{{end}}{{define \"a\"}}2{{end}}", "{{.Name}}{{\n  if }}", "{{99999999999999999999}}", "{{`x}}", "{{end .}}", "{{ {{ }}",
	} {
		run(s, p)
	}
	for _, s := range []string{
		"{{.Nope}}", "{{.hidden}}", "{{.Name.X}}", "{{.Friend.Friend.Name}}", "{{.Greet}}", "{{.Greet 1}}", "{{.Greet \"a\" \"b\"}}", "{{.Fail}}", "{{.Panic}}", "{{index .Tags 5}}", "{{index .Age 1}}", "{{index .Attr 1}}", "{{len 3}}", "{{range .Age}}{{.}}{{end}}", "{{template \"none\"}}", "{{add 1}}", "{{add 1 \"x\"}}", "{{add 1 nil}}", "{{eq 1 \"a\"}}", "{{lt .Tags 1}}", "{{eq .Tags .Tags}}", "{{call .Name}}", "{{call .F}}", "{{call .F \"x\"}}", "{{.Name 1}}", "{{1 2}}", "{{nil}}", "{{.F}}", "{{pair}}", "{{nilp.Name}}", "{{slice .Name 5}}", "{{upper .Age}}", "{{eq}}", "{{join .Tags}}", "{{with $x := 1}}{{end}}{{printf \"%d\" .Name}}", "x{{range .Tags}}\n{{.Foo}}{{end}}", "{{.Age | upper}}",
	} {
		run(s, p)
	}
	run("{{.x}} {{.y.z}}", map[string]any{"x": 1})
	for _, o := range []string{"missingkey=zero", "missingkey=error", "missingkey=default"} {
		fmt.Println(template.Must(template.New("o").Option(o).Parse("{{.a}} {{.b}}\n")).Execute(os.Stdout, map[string]int{"a": 1}))
	}
	t := template.Must(template.New("root").Delims("<<", ">>").Parse("<<define `x`>>x:<<.>><<end>><<template `x` 1>>{{.}}\n"))
	fmt.Println(t.Execute(os.Stdout, nil), len(t.DefinedTemplates()), t.Lookup("x").Name(), t.Lookup("y") == nil, t.ExecuteTemplate(os.Stdout, "x", 2), t.ExecuteTemplate(os.Stdout, "q", 2))
	c, _ := t.Clone()
	template.Must(c.New("x").Parse("new <<.>>\n"))
	c.Execute(os.Stdout, nil)
	t.Execute(os.Stdout, nil)
	trees, err := parse.Parse("p", "a{{if .X | not}}{{range $i, $v := .L}}{{$v.A.B}}{{else}}e{{end}}{{end}}{{with (f 1 2.5 \"s\").G}}{{template \"n\" .}}{{end}}{{$x := nil}}", "", "", map[string]any{"f": 1, "not": 1})
	fmt.Println(trees["p"].Root, err, trees["p"].Root.Copy())
	fmt.Println(template.HTMLEscapeString("<&>\"'"), template.JSEscapeString("\u2028é\n"), template.URLQueryEscaper("ü /"))
	func() {
		defer func() { fmt.Println(recover()) }()
		template.New("x").Funcs(template.FuncMap{"bad": func() {}})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		template.New("x").Funcs(template.FuncMap{"b-d": strings.ToUpper})
	}()
}
