// Package text/template: many texts and their errors.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"
)

type address struct {
	Street string
	Zip    *int
}

type person struct {
	Name    string
	Age     int
	Tags    []string
	Scores  map[string]int
	Home    *address
	Nothing *address
	Any     any
	F       func(int) int
	hidden  int
	Error   error
	Pi      float64
	Ok      bool
	Nested  struct{ A, B int }
}

func (p person) Greet(greeting string) string { return greeting + ", " + p.Name }
func (p *person) PointerMethod() string       { return "pointer " + p.Name }
func (p person) Fails() (string, error)       { return "", errors.New("it fails") }
func (p person) Sum(n ...int) (s int) {
	for _, x := range n {
		s += x
	}
	return s
}
func (p person) Panics() string  { panic("oh no") }
func (p person) Two() (int, int) { return 1, 2 }
func (a address) String() string { return "<" + a.Street + ">" }

var funcs = template.FuncMap{
	"upper": strings.ToUpper, "add": func(a, b int) int { return a + b }, "join": strings.Join, "seq": func(n int) []int { return make([]int, n) },
	"fail": func() (int, error) { return 0, errors.New("failed on purpose") }, "any": func(x any) string { return fmt.Sprintf("%T", x) },
	"each": func(yield func(int) bool) {
		for i := range 3 {
			if !yield(i) {
				return
			}
		}
	},
}

func init() {
	delete(funcs, "each")
	funcs["pairs"] = func() func(func(string, int) bool) {
		return func(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) }
	}
	funcs["nums"] = func() func(func(int) bool) {
		return func(yield func(int) bool) { _ = yield(5) && yield(6) && yield(7) }
	}
}

var texts = []string{
	"", "plain", "{{.Name}}", "{{.Name}} is {{.Age}}", "{{.Missing}}", "{{.hidden}}", "{{.Home.Street}} {{.Home}}", "{{.Nothing.Street}}", "{{.Home.Zip}}", "{{.Nothing}}",
	"{{if .Ok}}yes{{else}}no{{end}}", "{{if eq .Age 3}}3{{else if gt .Age 40}}old{{else}}young{{end}}", "{{with .Home}}{{.Street}}{{end}}", "{{with .Nothing}}x{{else}}none{{end}}",
	"{{with .Nothing}}x{{else with .Name}}{{.}}{{end}}", "{{range .Tags}}[{{.}}]{{end}}", "{{range $i, $t := .Tags}}{{$i}}={{$t}} {{end}}", "{{range $k, $v := .Scores}}{{$k}}:{{$v}} {{else}}empty{{end}}",
	"{{range $t := .Tags}}{{$t}},{{end}}", "{{range .Nested.A}}x{{end}}", "{{range 3}}{{.}}{{end}}", "{{range $x := 3}}{{$x}}{{end}}", "{{range $i, $c := \"héy\"}}{{$i}}{{$c}} {{end}}",
	"{{range .Tags}}{{if eq . \"b\"}}{{continue}}{{end}}{{.}}{{end}}", "{{range .Tags}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}}", "{{range nums}}{{.}}{{end}} {{range $k, $v := pairs}}{{$k}}{{$v}}{{end}} {{range $k := pairs}}{{$k}}{{end}}",
	"{{$x := 5}}{{$x}} {{$x = 6}}{{$x}}", "{{$x := 1}}{{if true}}{{$x = 2}}{{$y := 3}}{{$x}}{{$y}}{{end}}{{$x}}", "{{$.Name}}{{with .Home}}{{$.Name}}{{end}}",
	"{{.Greet \"Hi\"}}", "{{.Greet}}", "{{.PointerMethod}}", "{{.Fails}}", "{{.Sum 1 2 3}} {{.Sum}}", "{{.Panics}}", "{{.Two}}", "{{\"Hi\" | .Greet}}", "{{.Name | upper | printf \"%q\"}}", "{{printf \"%d-%s\" .Age .Name}}",
	"{{add 1 2}} {{add 1 (add 2 3)}}", "{{add 1}}", "{{add 1 \"x\"}}", "{{fail}}", "{{nofunc}}", "{{join .Tags \"+\"}}", "{{len .Tags}} {{len .Name}} {{len .Scores}} {{len 3}}", "{{index .Tags 1}} {{index .Scores \"x\"}} {{index .Scores \"none\"}}", "{{index .Tags 10}}", "{{index .Tags -1}}", "{{index .Tags \"a\"}}",
	"{{slice .Name 1 3}} {{slice .Tags 1}} {{slice .Name}}", "{{slice .Name 3 1}}", "{{call .F 4}} {{call .F}}", "{{call .Name}}", "{{call .F \"x\"}}", "{{and .Ok .Name}} {{and .Ok 0 fail}} {{or 0 \"\" .Name}} {{or .Ok fail}} {{not .Ok}}",
	"{{eq 1 1}} {{eq 1 2 1}} {{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{gt \"b\" \"a\"}} {{ge 1.5 1.5}} {{eq \"a\" \"a\"}} {{eq .Pi 3.25}}", "{{eq 1 \"a\"}}", "{{lt 1 1.5}}", "{{lt true false}}", "{{eq .Nothing nil}} {{eq .Any nil}} {{ne .Home nil}}", "{{eq .Tags .Tags}}", "{{eq}}", "{{eq 1}}",
	"{{html \"<a href='x'>&\"}} {{js \"it's <\\n>\"}} {{urlquery \"a b&c=é\"}}", "{{print 1 2 \"x\" \"y\" 3}} {{println \"a\" 1}}", "{{true}} {{false}} {{1.5}} {{1e3}} {{0x1F}} {{'a'}} {{1i}} {{1+2i}} {{-5}} {{+5}} {{`raw`}} {{\"q\\t\"}} {{1_000}} {{0b11}} {{0o17}}", "{{nil}}",
	"a {{- 1 -}} b {{- \" x \" -}} c", "a\n{{- /* comment */ -}}\n b {{/* c */}} d", "{{/* a */ -}} x", "{{- .Name}}\n\n{{.Age -}}\n\nend", "{{.Nested.A}}{{.Nested.B}}{{.Nested.C}}", "{{(index .Tags 0)}} {{(.Home).Street}} {{(.Home.String)}} {{($).Name}}", "{{.Scores.x}} {{.Scores.none}}", "{{.Any.x}}", "{{any .Any}} {{any 1}} {{any 1.5}} {{any 'a'}} {{any true}} {{any \"s\"}} {{any nil}}",
	"{{define \"t\"}}T{{.}}{{end}}{{template \"t\" .Name}}{{template \"t\"}}", "{{template \"none\"}}", "{{block \"b\" .Age}}block {{.}}{{end}}", "{{define \"r\"}}{{if gt . 0}}{{.}} {{template \"r\" (add . -1)}}{{end}}{{end}}{{template \"r\" 4}}",
	"{{.Name", "{{if .Ok}}", "{{end}}", "{{else}}", "{{if}}x{{end}}", "{{range .Tags}}{{else}}{{else}}{{end}}", "{{.Name | 5}}", "{{5 .Name}}", "{{\"x\" \"y\"}}", "{{$undef}}", "{{.Name}", "{{\"unclosed}}", "{{'ab'}}", "{{1x}}", "{{99999999999999999999}}", "{{break}}", "{{template}}", "{{template 5}}", "{{define}}", "{{define \"x\"}}", "{{/* unclosed", "{{/* x */ y}}", "{{(1}}", "{{)}}", "{{ | }}", "{{.a.}}", "{{a:=1}}", "{{$a, $b := 1}}", "{{range $a, $b, $c := .Tags}}{{end}}", "{{\x01}}", "{{1 | nil}}", "{{nil.x}}", "{{.x | }}", "{{:}}", "{{.Name!}}", "line1\nline2 {{.Missing}}", "line1\n{{with .Home}}\n  {{.Nope}}{{end}}", "{{range .Age.X}}{{end}}", "{{range .Ok}}{{end}}", "{{len nil}}", "{{printf \"%d\" 1 2}}", "{{.Error}}", "{{with $x := .Name}}{{$x}}{{.}}{{end}}", "{{if $x := .Age}}{{$x}}{{end}}", "{{.F}}", "{{print .Any}}",
}

func main() {
	zip := 123
	p := &person{Name: "Ann", Age: 42, Tags: []string{"a", "b", "c"}, Scores: map[string]int{"y": 2, "x": 1}, Home: &address{"Main", &zip}, F: func(n int) int { return n * n }, Pi: 3.25, Ok: true}
	p.Nested.A, p.Nested.B = 2, 3
	run := func(t *template.Template, err error, data any) {
		if err != nil {
			fmt.Println("parse:", err)
			return
		}
		var b bytes.Buffer
		err = t.Execute(&b, data)
		fmt.Printf("%q\n", b.String())
		if err != nil {
			fmt.Println("exec:", err)
		}
	}
	for _, s := range texts {
		fmt.Printf("--- %q\n", s)
		t, err := template.New("t0").Funcs(funcs).Parse(s)
		run(t, err, p)
	}
	data := map[string]any{"list": []any{1, "two", nil, 3.5}, "m": map[int]string{2: "b", 1: "a"}, "nil": nil, "fn": strings.ToUpper}
	for _, s := range []string{"{{.list}} {{range .list}}<{{.}}>{{end}}", "{{range $k, $v := .m}}{{$k}}{{$v}}{{end}}", "{{.none}} {{.none.x}}", "{{.nil}}", "{{call .fn \"x\"}}", "{{index .m 1}} {{index .list 1}}", "{{len .}}"} {
		for _, o := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
			t, err := template.New("opt").Option(o).Parse(s)
			run(t, err, data)
		}
	}
	t := template.Must(template.New("root").Delims("<<", ">>").Parse(`<<define "a">>A<<end>><<define "b">>B <<template "a">><<end>>root <<.>>`))
	run(t, nil, 1)
	fmt.Println(len(t.DefinedTemplates()), t.Name(), t.Lookup("b").Name(), t.Lookup("zz") == nil, len(t.Templates()))
	fmt.Println(t.ExecuteTemplate(os.Stdout, "b", nil), t.ExecuteTemplate(os.Stdout, "zz", nil))
	c, err := t.Clone()
	template.Must(c.New("a").Parse("other A"))
	fmt.Println(c.ExecuteTemplate(os.Stdout, "b", nil), t.ExecuteTemplate(os.Stdout, "b", nil), err)
	run(template.New("empty"), nil, nil)
	fmt.Println(template.HTMLEscapeString("<>&\"'"), template.JSEscapeString("a'b\"c\\<=é\u2028"), template.HTMLEscaper(1, "<"), template.JSEscaper("x", 2), template.URLQueryEscaper("ä/?", 5))
	fmt.Println(template.IsTrue(0))
	fmt.Println(template.IsTrue([]int{1}))
	dir, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/one.tmpl", []byte(`one {{template "two.tmpl" .}}`), 0o600)
	os.WriteFile(dir+"/two.tmpl", []byte(`two {{.}}`), 0o600)
	t, err = template.ParseFiles(dir+"/one.tmpl", dir+"/two.tmpl")
	run(t, err, 5)
	t, err = template.ParseGlob(dir + "/*.tmpl")
	run(t, err, 6)
	t, err = template.ParseFS(os.DirFS(dir), "*.tmpl")
	run(t, err, 7)
	_, err = template.ParseFiles()
	fmt.Println(err)
	_, err = template.ParseFS(os.DirFS(dir), "none*")
	fmt.Println(err)
	var e template.ExecError
	err = template.Must(template.New("x").Parse("{{.Fails}}")).Execute(&bytes.Buffer{}, p)
	fmt.Println(errors.As(err, &e), e.Name)
	defer func() { fmt.Println(recover()) }()
	template.New("bad").Funcs(template.FuncMap{"a b": strings.ToUpper})
}
