package log

import (
	"fmt"
	"io"
	"os"
)

// Print writes a line as fmt.Sprint makes it.
func (l *Logger) Print(v ...any) { l.output(1, fmt.Sprint(v...)) }

// Printf writes a line as fmt.Sprintf makes it.
func (l *Logger) Printf(format string, v ...any) { l.output(1, fmt.Sprintf(format, v...)) }

// Println writes a line as fmt.Sprintln makes it.
func (l *Logger) Println(v ...any) { l.output(1, fmt.Sprintln(v...)) }

// Fatal is Print and then os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.output(1, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.output(1, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.output(1, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and then a panic with the text.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(1, s)
	panic(s)
}

// Panicf is Printf and then a panic with the text.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(1, s)
	panic(s)
}

// Panicln is Println and then a panic with the text.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(1, s)
	panic(s)
}

// SetOutput sets where the standard logger's lines go.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer is where the standard logger's lines go.
func Writer() io.Writer { return std.Writer() }

// Flags is what stands at the head of the standard logger's lines.
func Flags() int { return std.Flags() }

// SetFlags sets what stands at the head of the standard logger's lines.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix is the text at the head of the standard logger's lines.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the text at the head of the standard logger's lines.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes a line with the standard logger; calldepth is how many calls up the place lies that the line names.
func Output(calldepth int, s string) error { return std.output(calldepth, s) }

// Print writes a line as fmt.Sprint makes it.
func Print(v ...any) { std.output(1, fmt.Sprint(v...)) }

// Printf writes a line as fmt.Sprintf makes it.
func Printf(format string, v ...any) { std.output(1, fmt.Sprintf(format, v...)) }

// Println writes a line as fmt.Sprintln makes it.
func Println(v ...any) { std.output(1, fmt.Sprintln(v...)) }

// Fatal is Print and then os.Exit(1).
func Fatal(v ...any) {
	std.output(1, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func Fatalf(format string, v ...any) {
	std.output(1, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func Fatalln(v ...any) {
	std.output(1, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and then a panic with the text.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(1, s)
	panic(s)
}

// Panicf is Printf and then a panic with the text.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(1, s)
	panic(s)
}

// Panicln is Println and then a panic with the text.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(1, s)
	panic(s)
}
