// Package encoding/json: syntax errors, values that do not fit, streams.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

type T struct {
	A int
	B string `json:"b"`
	C []int
	D map[string]int
	E *T
	F float64
	G [2]int
	H any
	I bool
	U uint8
	M map[int]string
}

func main() {
	for _, s := range []string{``, ` `, `x`, `{`, `{"a`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{a:1}`, `{"a" 1}`, `{"a":1 "b":2}`, `[1 2]`, `[1,]`, `[,1]`, `[`, `[1`, `tru`, `trux`, `nul`, `nulx`, `falsy`, `"abc`, `"a\x"`, `"a\u12x4"`, `"a\u12`, "\"a\nb\"", `01`, `-`, `-x`, `1.`, `1.x`, `1e`, `1ex`, `1e+`, `1 2`, `{} x`, `]`, `}`, `"\ud800"`, "\"\xff\"", `{"a":1}}`, `[1}`, `{"a":1]`, `+1`, `.5`, "\x00", `é`, `{"a":é}`, `'a'`, `"a\`, `1.5e`, `-0`, `{"a":1,,}`, `nullx`, `null x`, `[1,2`, "\u00a0 1", "\ufeff{}", `tr`, `{"a":tru}`, `truefalse`, "\"\t\""} {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		var se *json.SyntaxError
		off := int64(-1)
		if errors.As(err, &se) {
			off = se.Offset
		}
		fmt.Printf("%q: %v %T off=%d v=%v valid=%v\n", s, err, err, off, v, json.Valid([]byte(s)))
	}
	// Values that do not fit.
	for _, s := range []string{`{"A":"x"}`, `{"A":1.5}`, `{"A":1e3}`, `{"b":1}`, `{"C":{}}`, `{"C":[1,"x",3]}`, `{"D":[1]}`, `{"D":{"k":"v","j":2}}`, `{"E":{"A":true}}`, `{"E":{"E":{"C":5}}}`, `{"F":"1"}`, `{"F":1e999}`, `{"G":[1,2,3]}`, `{"G":[9]}`, `{"G":"x"}`, `{"I":1}`, `{"I":null}`, `{"U":300}`, `{"U":-1}`, `{"M":{"1":"a","x":"b"}}`, `{"a":7,"B":"bb"}`, `[1]`, `"s"`, `1`, `true`, `null`, `{"A":99999999999999999999}`, `{"H":{"x":[1,null,"s",true]}}`, `{"b":"\u00e9\ud83d\ude00\ud800x\/\b\f\n\r\t"}`, `{"unknown":1,"A":2}`, `{"A":1,"A":2}`, `{"A":"x","b":2,"I":3}`} {
		t := T{G: [2]int{7, 7}}
		err := json.Unmarshal([]byte(s), &t)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Printf("   value=%q type=%v off=%d struct=%q field=%q err=%v\n", te.Value, te.Type, te.Offset, te.Struct, te.Field, te.Err)
		}
		e := t.E
		t.E = nil
		fmt.Printf("%s: %v | %+v %v\n", s, err, t, e != nil)
	}
	var p *T
	fmt.Println(json.Unmarshal([]byte(`{}`), nil), json.Unmarshal([]byte(`{}`), T{}), json.Unmarshal([]byte(`{}`), p))
	for _, v := range []any{make(chan int), func() {}, math.NaN(), math.Inf(1), map[bool]int{}, complex(1, 2), []any{1, make(chan int)}, map[string]any{"x": math.Inf(-1)}, struct{ C chan int }{}} {
		b, err := json.Marshal(v)
		fmt.Printf("%s %v %T\n", b, err, err)
	}
	type R struct{ R *R }
	r := &R{}
	r.R = r
	_, err := json.Marshal(r)
	fmt.Println(err)
	b, err := json.Marshal(map[string]any{"t": time.Duration(5), "html": "<a>&\u2028", "bytes": []byte("hi"), "f": 1e21, "g": 1e-7, "h": 100.0, "f32": float32(0.1), "bad": "\xff", "c": "\x01\x7f\b\f\n"})
	fmt.Println(string(b), err)
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"b":2} [1,2`))
	for {
		var v any
		err := dec.Decode(&v)
		fmt.Println(v, err, dec.InputOffset())
		if err != nil {
			break
		}
	}
	dec = json.NewDecoder(strings.NewReader(`{"A":1,"zz":2}`))
	dec.DisallowUnknownFields()
	var t T
	fmt.Println(dec.Decode(&t), t.A)
	dec = json.NewDecoder(strings.NewReader(`{"a":[1,"x",null,true,{"k":2.5}],"b":{}} 5 x`))
	for {
		tok, err := dec.Token()
		fmt.Printf("%T %v %v more=%v off=%d\n", tok, tok, err, dec.More(), dec.InputOffset())
		if err != nil {
			break
		}
	}
	fmt.Printf("%T\n", json.RawMessage{})
}
