// Package template makes text of templates and data.
package template

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template/parse"
)

// shared is what templates that know each other have in common.
type shared struct {
	mu    sync.RWMutex
	tmpl  map[string]*Template
	funcs FuncMap
	calls map[string]reflect.Value
	// missing says what a map without the key gives.
	missing missingKey
}

type missingKey int

const (
	missingInvalid missingKey = iota
	missingZero
	missingError
)

// Template is a parsed template. Its fields of the tree are for html/template only.
type Template struct {
	name string
	*parse.Tree
	*shared
	left, right string
}

// New is an empty template.
func New(name string) *Template { return &Template{name: name} }

// Name is the name.
func (t *Template) Name() string { return t.name }

// New is an empty template that t and it can use by name.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, shared: t.shared, left: t.left, right: t.right}
}

func (t *Template) init() {
	if t.shared == nil {
		t.shared = &shared{tmpl: map[string]*Template{}, funcs: FuncMap{}, calls: map[string]reflect.Value{}}
	}
}

// Clone is a copy with copies of the associated templates; the trees are shared.
func (t *Template) Clone() (*Template, error) {
	n := t.copy(nil)
	n.init()
	if t.shared == nil {
		return n, nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	n.missing = t.missing
	for k, v := range t.tmpl {
		if k == t.name {
			n.tmpl[t.name] = n
			continue
		}
		n.tmpl[k] = v.copy(n.shared)
	}
	maps.Copy(n.funcs, t.funcs)
	maps.Copy(n.calls, t.calls)
	return n, nil
}

func (t *Template) copy(s *shared) *Template {
	return &Template{name: t.name, Tree: t.Tree, shared: s, left: t.left, right: t.right}
}

// AddParseTree associates a tree with a name.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	n := t
	if name != t.name {
		n = &Template{name: name, shared: t.shared, left: t.left, right: t.right}
	}
	if t.associate(n, tree) || n.Tree == nil {
		n.Tree = tree
	}
	return n, nil
}

// associate puts n under its name; false if an empty tree would replace another.
func (t *Template) associate(n *Template, tree *parse.Tree) bool {
	if old := t.tmpl[n.name]; old != nil && parse.IsEmptyTree(tree.Root) && old.Tree != nil {
		return false
	}
	t.tmpl[n.name] = n
	return true
}

// Templates lists the associated templates.
func (t *Template) Templates() []*Template {
	if t.shared == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	out := make([]*Template, 0, len(t.tmpl))
	for _, v := range t.tmpl {
		out = append(out, v)
	}
	return out
}

// Delims sets the delimiters; empty ones are {{ and }}.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.left, t.right = left, right
	return t
}

// Funcs adds functions; it panics for what is no function or has a bad name or type.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	addFuncs(t.calls, funcMap)
	maps.Copy(t.funcs, funcMap)
	return t
}

// Lookup is the associated template with a name, or nil.
func (t *Template) Lookup(name string) *Template {
	if t.shared == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.tmpl[name]
}

// Parse parses text as the body of t; it may define other templates.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.mu.RLock()
	trees, err := parse.Parse(t.name, text, t.left, t.right, t.funcs, builtins())
	t.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Option sets options: missingkey=default, invalid, zero or error.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, s := range opt {
		if s == "" {
			panic("empty option string")
		}
		key, value, ok := strings.Cut(s, "=")
		if ok && key == "missingkey" {
			switch value {
			case "invalid", "default":
				t.missing = missingInvalid
				continue
			case "zero":
				t.missing = missingZero
				continue
			case "error":
				t.missing = missingError
				continue
			}
		}
		panic("unrecognized option: " + s)
	}
	return t
}

// Must panics if err is not nil.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// ParseFiles makes a template of each file, named by the file; the first one is the result.
func ParseFiles(filenames ...string) (*Template, error) { return parseFiles(nil, readOS, filenames) }

// ParseFiles adds a template for each file.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, readOS, filenames)
}

func readOS(file string) (string, []byte, error) {
	b, err := os.ReadFile(file)
	return filepath.Base(file), b, err
}

func parseFiles(t *Template, read func(string) (string, []byte, error), files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, errors.New("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, b, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		n := t
		if name != t.Name() {
			n = t.New(name)
		}
		if _, err = n.Parse(string(b)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ParseGlob is ParseFiles of the files that match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is ParseFiles of the files that match.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("template: pattern matches no files: %#q", pattern)
	}
	return parseFiles(t, readOS, files)
}

// ParseFS is ParseFiles of the files of fsys that match.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

// ParseFS is ParseFiles of the files of fsys that match.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var files []string
	for _, p := range patterns {
		list, err := fs.Glob(fsys, p)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("template: pattern matches no files: %#q", p)
		}
		files = append(files, list...)
	}
	read := func(file string) (string, []byte, error) {
		b, err := fs.ReadFile(fsys, file)
		return path.Base(file), b, err
	}
	return parseFiles(t, read, files)
}

// DefinedTemplates lists the associated templates, for messages.
func (t *Template) DefinedTemplates() string {
	if t.shared == nil {
		return ""
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	var names []string
	for name, x := range t.tmpl {
		if x.Tree != nil && x.Root != nil {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return "; defined templates are: " + strings.Join(names, ", ")
}
