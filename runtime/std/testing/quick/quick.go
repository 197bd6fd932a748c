// Package quick looks for arguments for which a property does not hold, by trying random ones.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var defaultMaxCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Generator is what makes random values of its own type.
type Generator interface {
	// Generate is a random value; size is a hint how large it should be.
	Generate(rand *rand.Rand, size int) reflect.Value
}

// complexSize is the largest length of slices, maps and strings.
const complexSize = 50

// Value is a random value of a type; ok is false if the type is not supported.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sizedValue(t, rand, complexSize)
}

func randFloat32(rand *rand.Rand) float32 {
	f := rand.Float64() * math.MaxFloat32
	if rand.Int()&1 == 1 {
		f = -f
	}
	return float32(f)
}

func randFloat64(rand *rand.Rand) float64 {
	f := rand.Float64() * math.MaxFloat64
	if rand.Int()&1 == 1 {
		f = -f
	}
	return f
}

func randInt64(rand *rand.Rand) int64 { return int64(rand.Uint64()) }

func sizedValue(t reflect.Type, rand *rand.Rand, size int) (value reflect.Value, ok bool) {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(rand, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(rand.Int()&1 == 0)
	case reflect.Float32:
		v.SetFloat(float64(randFloat32(rand)))
	case reflect.Float64:
		v.SetFloat(randFloat64(rand))
	case reflect.Complex64:
		v.SetComplex(complex(float64(randFloat32(rand)), float64(randFloat32(rand))))
	case reflect.Complex128:
		v.SetComplex(complex(randFloat64(rand), randFloat64(rand)))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(randInt64(rand))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(uint64(randInt64(rand)))
	case reflect.Map:
		n := rand.Intn(size)
		v.Set(reflect.MakeMap(t))
		for range n {
			key, ok1 := sizedValue(t.Key(), rand, size)
			elem, ok2 := sizedValue(t.Elem(), rand, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if rand.Intn(size) == 0 {
			v.SetZero()
			break
		}
		elem, ok := sizedValue(t.Elem(), rand, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := rand.Intn(size)
		left := size - n
		v.Set(reflect.MakeSlice(t, n, n))
		for i := range n {
			elem, ok := sizedValue(t.Elem(), rand, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Array:
		for i := range v.Len() {
			elem, ok := sizedValue(t.Elem(), rand, size)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.String:
		runes := make([]rune, rand.Intn(complexSize))
		for i := range runes {
			runes[i] = rune(rand.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Struct:
		n := v.NumField()
		left := size
		if n > left {
			left = 1
		} else if n > 0 {
			left /= n
		}
		for i := range n {
			elem, ok := sizedValue(t.Field(i).Type, rand, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(elem)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

// Config is how a check is done; the zero value is the default.
type Config struct {
	// MaxCount is how often, 0 for MaxCountScale times the default.
	MaxCount int

	// MaxCountScale is the factor to the default, 0 for 1.
	MaxCountScale float64

	// Rand is where random numbers come from, nil for the default.
	Rand *rand.Rand

	// Values makes arguments, nil for Value.
	Values func([]reflect.Value, *rand.Rand)
}

var defaultConfig Config

func (c *Config) rand() *rand.Rand {
	if c.Rand == nil {
		return rand.New(rand.NewSource(time.Now().UnixNano()))
	}
	return c.Rand
}

func (c *Config) count() int {
	if c.MaxCount != 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*defaultMaxCount))
	}
	return *defaultMaxCount
}

// SetupError is a function that cannot be checked.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError is the arguments for which a property does not hold.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, list(s.In))
}

// CheckEqualError is the arguments for which two functions differ.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, list(s.In), list(s.Out1), list(s.Out2))
}

func list(values []any) string {
	s := make([]string, len(values))
	for i, v := range values {
		s[i] = fmt.Sprintf("%#v", v)
	}
	return strings.Join(s, ", ")
}

func interfaces(values []reflect.Value) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v.Interface()
	}
	return out
}

// Check calls f, a function with a result of type bool, until it returns false.
func Check(f any, config *Config) error {
	if config == nil {
		config = &defaultConfig
	}
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		return SetupError("argument is not a function")
	}
	t := v.Type()
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.rand()
	for i := range config.count() {
		if err := arguments(args, t, config, r); err != nil {
			return err
		}
		if !v.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls two functions until their results differ.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &defaultConfig
	}
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	if x.Kind() != reflect.Func {
		return SetupError("f is not a function")
	}
	if y.Kind() != reflect.Func {
		return SetupError("g is not a function")
	}
	if x.Type() != y.Type() {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, x.Type().NumIn())
	r := config.rand()
	for i := range config.count() {
		if err := arguments(args, x.Type(), config, r); err != nil {
			return err
		}
		out1, out2 := interfaces(x.Call(args)), interfaces(y.Call(args))
		if !reflect.DeepEqual(out1, out2) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, out1, out2}
		}
	}
	return nil
}

// arguments fills args for a function of type t.
func arguments(args []reflect.Value, t reflect.Type, config *Config, r *rand.Rand) error {
	if config.Values != nil {
		config.Values(args, r)
		return nil
	}
	for i := range args {
		v, ok := Value(t.In(i), r)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}
