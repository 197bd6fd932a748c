package flag

import (
	"errors"
	"fmt"
	"internal/rtype"
	"strings"
)

// UnquoteUsage takes the name in back quotes out of a flag's usage, or guesses one from the flag's type.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if quoted, after, ok := strings.Cut(rest, "`"); ok {
			return quoted, before + quoted + after
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", usage
		}
	case *durationValue:
		return "duration", usage
	case *float64Value:
		return "float", usage
	case *intValue, *int64Value:
		return "int", usage
	case *stringValue:
		return "string", usage
	case *uintValue, *uint64Value:
		return "uint", usage
	}
	return "value", usage
}

// isZero reports whether the default of a flag is the text of its type's zero value.
func isZero(flag *Flag) (zero bool, err error) {
	z := rtype.Zero(flag.Value)
	defer func() {
		if r := recover(); r != nil {
			t := rtype.TypeOf(flag.Value)
			if t.Kind == rtype.Pointer {
				t = t.Elem()
			}
			err = errors.New(fmt.Sprintf("panic calling String method on zero %v for flag %s: %v", t.String(), flag.Name, r))
		}
	}()
	return flag.DefValue == z.(Value).String(), nil
}

// PrintDefaults prints what the flags are for and their defaults.
func (f *FlagSet) PrintDefaults() {
	var failures []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		b.WriteString("  -" + flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" " + name)
		}
		if b.Len() <= 4 {
			// The text of a flag of one letter fits in the same line.
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		if zero, err := isZero(flag); err != nil {
			failures = append(failures, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	for i, err := range failures {
		if i == 0 {
			fmt.Fprintln(f.Output())
		}
		fmt.Fprintln(f.Output(), err)
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}
