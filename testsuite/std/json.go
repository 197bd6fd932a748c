// Package encoding/json: tags, methods of values, embedding, options, indentation.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

type In struct {
	A int
	L []In
	M map[string]In
	P *In
	I interface{ Foo() }
}
type T struct {
	X  In
	Ls []In
	S  int    `json:",string"`
	Q  string `json:",string"`
	Bo bool   `json:"bo,string"`
	By []byte
	N  json.Number
	R  json.RawMessage
	U  *U
	TU TU
	MT map[TU]int
	MB map[bool]int
	C  chan int
	Fn func()
	Ar [2]In
	PP **int
	An any
}
type U struct{ s string }

func (u *U) UnmarshalJSON(b []byte) error {
	if string(b) == `"bad"` {
		return errors.New("bad U")
	}
	u.s = string(b)
	return nil
}

type TU struct{ s string }

func (u *TU) UnmarshalText(b []byte) error {
	if string(b) == `bad` {
		return errors.New("bad TU")
	}
	u.s = string(b)
	return nil
}

type ME struct{}

func (ME) MarshalJSON() ([]byte, error) { return nil, errors.New("me") }

type MInv struct{}

func (MInv) MarshalJSON() ([]byte, error) { return []byte(`{x}`), nil }

type MT struct{}

func (MT) MarshalText() ([]byte, error) { return nil, errors.New("mt") }

type MP struct{ n int }

func (p *MP) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(" { \"n\" : %d } ", p.n)), nil }

type Z struct{ a int }

func (z Z) IsZero() bool { return z.a == 7 }

type O struct {
	A int            `json:"a,omitempty"`
	B string         `json:",omitempty"`
	C []int          `json:",omitempty"`
	D map[string]int `json:",omitempty"`
	E *int           `json:",omitempty"`
	F any            `json:",omitempty"`
	G struct{}       `json:",omitempty"`
	H [0]int         `json:",omitempty"`
	I Z              `json:",omitzero"`
	J struct{ X int } `json:",omitzero"`
	K int            `json:"-"`
	L int            `json:"-,"`
	M float64        `json:"m,string,omitempty"`
	N bool           `json:"bad name!,omitempty"`
	o int
	P *Z `json:"p,omitzero"`
	Q int `json:"é$%-/ x"`
}
type emb1 struct{ X, Y int }
type Emb2 struct{ Y, Z int }
type E struct {
	emb1
	*Emb2
	In2 `json:"named"`
	Z   string
}
type In2 struct{ W int }

func main() {
	for _, s := range []string{`{"X":{"A":"x"}}`, `{"X":{"L":[{"A":1},{"A":"x"}]}}`, `{"X":{"M":{"k":{"A":"x"}}}}`, `{"X":{"P":{"P":{"A":"x"}}}}`, `{"X":{"I":5}}`, `{"X":{"I":null}}`, `{"Ls":["x"]}`, `{"Ls":[1]}`, `{"Ls":{}}`, `{"S":"5"}`, `{"S":5}`, `{"S":"x"}`, `{"S":null}`, `{"S":"null"}`, `{"Q":"\"a\""}`, `{"Q":"a"}`, `{"bo":"true"}`, `{"bo":true}`, `{"bo":"x"}`, `{"By":"aGk="}`, `{"By":"a"}`, `{"By":[1,2]}`, `{"By":5}`, `{"N":1.5}`, `{"N":"x"}`, `{"N":"1"}`, `{"N":true}`, `{"R":{"a": 1}}`, `{"U":"bad"}`, `{"U":{"x":1}}`, `{"U":null}`, `{"TU":"bad"}`, `{"TU":"ok"}`, `{"TU":5}`, `{"TU":null}`, `{"MT":{"a":1,"bad":2}}`, `{"MB":{"true":1}}`, `{"MB":{}}`, `{"C":1}`, `{"C":null}`, `{"Fn":"x"}`, `{"Ar":[{"A":"x"}]}`, `{"PP":5}`, `{"PP":"x"}`, `{"An":{"b":1,"a":[1.0]}}`, `{"X":[]}`, `{"An":{"7":1}, "X":{"M":{"7":{"A":[]}}}}`,`{"x":{"a":3}}`} {
		var t T
		err := json.Unmarshal([]byte(s), &t)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Printf("   value=%q type=%v off=%d struct=%q field=%q err=%v\n", te.Value, te.Type, te.Offset, te.Struct, te.Field, te.Err)
		}
		fmt.Printf("%s: %v (%T) | X=%v Ls=%v S=%v Q=%q Bo=%v By=%v N=%v R=%s U=%v TU=%v MT=%v MB=%v Ar=%v An=%v\n", s, err, err, t.X.A, t.Ls, t.S, t.Q, t.Bo, t.By, t.N, t.R, t.U, t.TU, t.MT, t.MB, t.Ar[0].A, t.An)
	}
	for _, c := range []struct {
		s string
		p any
	}{{`[{"A":"x"}]`, &[]In{}}, {`{"a":{"A":"x"}}`, &map[string]In{}}, {`[1,"x"]`, &[]int{}}, {`{"k":"x"}`, &map[string]int{}}, {`"x"`, new(int)}, {`5`, new(string)}, {`5`, new(int8)}, {`500`, new(int8)}, {`{"1":1,"x":2,"300":3}`, &map[int8]int{}}, {`5`, new(any)}, {`[1,2,3]`, &[2]int{}}, {`"x"`, &[]int{}}, {`null`, &[]int{1}}, {`[]`, &[]int{1}}, {`{"a":1}`, &map[string]any{"b": 2}}, {`[5]`, &[]any{1, 2}}, {`5`, &[]any{new(int)}[0]}} {
		err := json.Unmarshal([]byte(c.s), c.p)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Printf("   value=%q type=%v off=%d struct=%q field=%q err=%v\n", te.Value, te.Type, te.Offset, te.Struct, te.Field, te.Err)
		}
		b, _ := json.Marshal(c.p)
		fmt.Println(c.s, err, string(b))
	}
	var nilMap map[string]int
	for _, v := range []any{ME{}, MInv{}, MT{}, MP{1}, &MP{2}, []MP{{3}}, []*MP{{4}, nil}, map[MT]int{{}: 1}, map[TU]int{{"x"}: 1}, map[bool]int{true: 1}, map[string]ME{"a": {}}, O{}, O{A: 1, B: "b", C: []int{1}, I: Z{7}, M: 2.5, N: true, K: 3, L: 4}, O{I: Z{8}, J: struct{ X int }{1}, P: &Z{7}}, E{emb1: emb1{1, 2}, Z: "z"}, E{Emb2: &Emb2{3, 4}}, nilMap, []int(nil), [2]bool{}, map[int]string{2: "b", 10: "a", 1: "c"}, map[string]any{"b": nil, "a": 1.0, "B": true}, []byte(nil), []byte{}, json.Number("12"), json.Number("x"), json.Number(""), struct{ N json.Number }{"1e5"}, json.RawMessage(`{"a" : [1, 2]}`), json.RawMessage(`x`), json.RawMessage(nil), struct {
		A int    `json:",string"`
		S string `json:",string"`
		P *bool  `json:",string"`
		F []int  `json:",string"`
	}{A: 5, S: "q\"uote"}, float32(3.4028235e38), 1e20, 1e21, 1e-6, 1e-7, -0.0, "\u2028<>&\x00\x1f\u00e9\xff", 'x', struct{ A, a int }{1, 2}, struct{ F func() `json:"-"` }{}, struct {
		X any `json:"x"`
	}{[]any{1, "a", nil, map[string]any{}}}, errors.New("e"), &[]int{1}, struct{ B []byte }{[]byte{0, 255}}, [3]byte{1, 2, 3}, uintptr(5), struct {
		A int `json:"dup"`
		B int `json:"dup"`
		C int
	}{1, 2, 3}} {
		b, err := json.Marshal(v)
		fmt.Printf("%T %s %v (%T)\n", v, b, err, err)
	}
	var e E
	fmt.Println(json.Unmarshal([]byte(`{"X":1,"Y":2,"Z":"s","named":{"W":5}}`), &e), e.X, e.Emb2, e.Z, e.W)
	b, err := json.MarshalIndent(map[string]any{"a": []int{1, 2}, "b": map[string]int{}, "c": []int{}, "d": map[string]any{"e": nil}}, ">", "  ")
	fmt.Println(string(b), err)
	var sb strings.Builder
	enc := json.NewEncoder(&sb)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	fmt.Println(enc.Encode(map[string]any{"x": "<>", "y": []any{}}), enc.Encode(5), enc.Encode(make(chan int)))
	fmt.Println(sb.String())
}
