// Package encoding/json: streams, tokens mixed with values, Indent, Compact, numbers, times, interfaces.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }

func (s Sq) Area() float64 { return s.S * s.S }

type Wrap struct {
	Shape
	When time.Time
	Dur  time.Duration
	*Inner
	Opt  *string         `json:"opt,omitempty"`
	Raw  json.RawMessage `json:"raw,omitempty"`
	Num  json.Number
	Err  error
	Keys map[Key]string
	F32  float32
	Any  []any
}

type Inner struct{ Deep int }
type Key struct{ a, b int }

func (k Key) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%d/%d", k.a, k.b)), nil }
func (k *Key) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d/%d", &k.a, &k.b)
	return err
}

type Temp float64

func (t *Temp) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err == nil {
		_, err = fmt.Sscanf(s, "%gC", (*float64)(t))
		return err
	}
	return json.Unmarshal(b, (*float64)(t))
}

// slow reads at most n bytes at a time.
type slow struct {
	n int
	r io.Reader
}

func small(n int, r io.Reader) io.Reader { return slow{n, r} }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), s.n)]) }

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("net down") }

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func main() {
	// An array element by element.
	dec := json.NewDecoder(small(1, strings.NewReader(`{"list": [ {"A":1} , {"A":2},{"A":3} ], "more": "x", "n": -1.5e3}`)))
	for i := 0; i < 3; i++ {
		t, err := dec.Token()
		fmt.Println(t, err)
	}
	for dec.More() {
		var v struct{ A int }
		fmt.Println(dec.Decode(&v), v.A, dec.InputOffset())
	}
	for {
		t, err := dec.Token()
		fmt.Printf("%v %T %v\n", t, t, err)
		if err != nil {
			break
		}
	}
	for _, s := range []string{`[1 2]`, `{"a" 1}`, `{"a":1 "b"}`, `{1:2}`, `[1,]`, `{"a":1,}`, `[}`, `{]`, `"abc`, `nul`, `[1`, `{"a"`, `1 2 3`, `"a""b"`, `truefalse`, `[[[]]]`, `{}{}`} {
		dec := json.NewDecoder(strings.NewReader(s))
		fmt.Printf("%s:", s)
		for i := 0; i < 10; i++ {
			t, err := dec.Token()
			if err != nil {
				fmt.Printf(" %v", err)
				break
			}
			fmt.Printf(" %v", t)
		}
		fmt.Println()
	}
	dec = json.NewDecoder(strings.NewReader(`{"a": 12345678901234567890, "b": [1.0]} tail`))
	dec.UseNumber()
	var a any
	fmt.Println(dec.Decode(&a), a)
	rest, _ := io.ReadAll(dec.Buffered())
	fmt.Printf("%q\n", rest)
	fmt.Println(dec.Decode(&a))
	fmt.Println(dec.Decode(&a))
	big := "[" + strings.Repeat(`{"k":"`+strings.Repeat("v", 300)+`"},`, 50) + `{"k":"end"}]`
	var list []map[string]string
	fmt.Println(json.NewDecoder(small(100, strings.NewReader(big))).Decode(&list), len(list), list[50]["k"])
	fmt.Println(json.NewDecoder(strings.NewReader("")).Decode(&a), json.NewDecoder(strings.NewReader("  ")).Decode(&a), json.NewDecoder(strings.NewReader(`{"x":`)).Decode(&a))
	fmt.Println(json.NewDecoder(broken{}).Decode(&a))
	fmt.Println(json.NewEncoder(failing{}).Encode(1))

	// Round trips.
	opt := "o"
	w := Wrap{Shape: Sq{2}, When: time.Date(2024, 2, 29, 12, 30, 0, 5e8, time.UTC), Dur: time.Second, Inner: &Inner{7}, Opt: &opt, Raw: json.RawMessage(`{"x": [1, 2]}`), Num: "1.50", Keys: map[Key]string{{2, 1}: "b", {1, 2}: "a"}, F32: 0.1, Any: []any{nil, true, "s", 1.5, map[string]any{"k": []int{}}}}
	b, err := json.Marshal(w)
	fmt.Println(string(b), err)
	var back Wrap
	err = json.Unmarshal([]byte(`{"When":"2024-02-29T12:30:00.5Z","Dur":5,"Deep":9,"opt":"p","raw":[ 1 ],"Num":3,"Keys":{"3/4":"c"},"F32":1e-3,"Any":[1,{"a":null}],"Err":null}`), &back)
	fmt.Println(err, back.When, back.Dur, back.Deep, *back.Opt, string(back.Raw), back.Num, back.Keys, back.F32, back.Any)
	fmt.Println(json.Unmarshal([]byte(`{"When":"yesterday"}`), &back))
	fmt.Println(json.Unmarshal([]byte(`{"Shape":{"S":1}}`), &back))
	fmt.Println(json.Unmarshal([]byte(`{"Err":"x"}`), &back))
	fmt.Println(json.Unmarshal([]byte(`{"Num":"abc"}`), &back))
	var temps []Temp
	fmt.Println(json.Unmarshal([]byte(`["36.6C", 20, "x"]`), &temps), temps)
	var mt map[string]*Temp
	fmt.Println(json.Unmarshal([]byte(`{"a":"1C","b":null}`), &mt), *mt["a"], mt["b"])
	var holder any = &Inner{1}
	fmt.Println(json.Unmarshal([]byte(`{"Deep":2}`), &holder), holder.(*Inner).Deep)
	var arr [3]int
	fmt.Println(json.Unmarshal([]byte(`[1,2]`), &arr), arr, json.Unmarshal([]byte(`[4,5,6,7]`), &arr), arr)
	sl := []Inner{{1}, {2}, {3}}
	fmt.Println(json.Unmarshal([]byte(`[{},{"Deep":5}]`), &sl), sl, len(sl), cap(sl))
	var ip *int
	var ipp **int
	fmt.Println(json.Unmarshal([]byte(`5`), &ip), json.Unmarshal([]byte(`6`), &ipp))
	fmt.Println(*ip, **ipp)
	fmt.Println(json.Unmarshal([]byte(`null`), &ip))
	fmt.Println(ip)

	// Formatting.
	src := []byte(` { "a" : [ 1 , 2 , { } , [ ] ] , "b" : "<&>` + "\u2028" + `" , "c" : { "d" : null } } ` + "\n")
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, src), buf.String())
	buf.Reset()
	fmt.Println(json.Indent(&buf, src, "--", "\t"))
	fmt.Printf("%q\n", buf.String())
	buf.Reset()
	json.HTMLEscape(&buf, src)
	fmt.Println(buf.String())
	buf.Reset()
	fmt.Println(json.Indent(&buf, []byte(`{"a":}`), "", " "), buf.Len(), json.Compact(&buf, []byte(`[1,`)), buf.Len())
	for _, s := range []string{"1", "-0", "1.0E+2", "01", "1.", "\"\\u00zz\"", "[]x", "{\"a\":1}", "", "\"\x01\"", "nul"} {
		fmt.Print(json.Valid([]byte(s)), " ")
	}
	fmt.Println()
	for _, f := range []float64{0, 1, -1, 0.1, 1e20, 1e21, 123456789.123, 1e-5, 1e-7, 5e-324, 1.7976931348623157e308, 100, 3.0e10} {
		b, _ := json.Marshal(f)
		c, _ := json.Marshal(float32(f))
		fmt.Print(string(b), " ", string(c), "; ")
	}
	fmt.Println()
	depth := strings.Repeat("[", 10001) + strings.Repeat("]", 10001)
	fmt.Println(json.Unmarshal([]byte(depth), &a), json.Valid([]byte(depth[1:len(depth)-1])))
}
