package testing

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readCorpus adds the files in testdata/fuzz with the target's name to the arguments of Add; t is the function's type.
func (f *F) readCorpus(t reflect.Type) {
	dir := filepath.Join("testdata", "fuzz", f.name)
	files, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		name := filepath.Join(dir, file.Name())
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatalf("failed to read corpus file: %v", err)
		}
		args, err := parseCorpus(string(data))
		if err != nil {
			f.Fatalf("failed to unmarshal %q: %v", name, err)
		}
		if len(args) != t.NumIn()-1 {
			f.Fatalf("wrong number of values in corpus file %q: %d, want %d", name, len(args), t.NumIn()-1)
		}
		for i, a := range args {
			if reflect.TypeOf(a) != t.In(i+1) {
				f.Fatalf("mismatched types in corpus file %q: %v, want %v", name, reflect.TypeOf(a), t.In(i+1))
			}
		}
		f.corpus = append(f.corpus, corpusEntry{file.Name(), args})
	}
}

// parseCorpus reads a file of "go test fuzz v1": conversions of literals, one a line.
func parseCorpus(text string) ([]any, error) {
	lines := strings.Split(text, "\n")
	if strings.TrimSuffix(lines[0], "\r") != "go test fuzz v1" {
		return nil, fmt.Errorf("unknown encoding version: %s", lines[0])
	}
	var args []any
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		open := strings.IndexByte(line, '(')
		if open < 0 || !strings.HasSuffix(line, ")") {
			return nil, fmt.Errorf("malformed line %q: expected call expression", line)
		}
		a, err := parseValue(strings.TrimSpace(line[:open]), strings.TrimSpace(line[open+1:len(line)-1]))
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		args = append(args, a)
	}
	if len(args) == 0 {
		return nil, fmt.Errorf("must include version and at least one value")
	}
	return args, nil
}

// parseValue reads the conversion typ(literal).
func parseValue(typ, literal string) (any, error) {
	switch typ {
	case "string":
		return strconv.Unquote(literal)
	case "[]byte":
		s, err := strconv.Unquote(literal)
		return []byte(s), err
	case "bool":
		return strconv.ParseBool(literal)
	case "byte", "uint8":
		if strings.HasPrefix(literal, "'") {
			r, err := parseRune(literal)
			return byte(r), err
		}
		n, err := strconv.ParseUint(literal, 0, 8)
		return byte(n), err
	case "rune", "int32":
		if strings.HasPrefix(literal, "'") {
			return parseRune(literal)
		}
		n, err := strconv.ParseInt(literal, 0, 32)
		return int32(n), err
	case "int":
		n, err := strconv.ParseInt(literal, 0, 64)
		return int(n), err
	case "int8":
		n, err := strconv.ParseInt(literal, 0, 8)
		return int8(n), err
	case "int16":
		n, err := strconv.ParseInt(literal, 0, 16)
		return int16(n), err
	case "int64":
		return strconv.ParseInt(literal, 0, 64)
	case "uint":
		n, err := strconv.ParseUint(literal, 0, 64)
		return uint(n), err
	case "uint16":
		n, err := strconv.ParseUint(literal, 0, 16)
		return uint16(n), err
	case "uint32":
		n, err := strconv.ParseUint(literal, 0, 32)
		return uint32(n), err
	case "uint64":
		return strconv.ParseUint(literal, 0, 64)
	case "float32":
		x, err := strconv.ParseFloat(literal, 32)
		return float32(x), err
	case "float64":
		return strconv.ParseFloat(literal, 64)
	case "math.Float32frombits":
		n, err := strconv.ParseUint(literal, 0, 32)
		return math.Float32frombits(uint32(n)), err
	case "math.Float64frombits":
		n, err := strconv.ParseUint(literal, 0, 64)
		return math.Float64frombits(n), err
	}
	return nil, fmt.Errorf("unknown type %s", typ)
}

func parseRune(literal string) (rune, error) {
	s, err := strconv.Unquote(literal)
	if err != nil {
		return 0, err
	}
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) {
		return 0, strconv.ErrSyntax
	}
	return r, nil
}
