// Package log/slog.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
	"time"
)

type lv struct{ x int }

func (l lv) LogValue() slog.Value { return slog.GroupValue(slog.Int("x", l.x), slog.Any("next", "v")) }

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("REDACTED") }

type bad struct{}

func (bad) LogValue() slog.Value { panic("no value") }

type endless struct{}

func (e endless) LogValue() slog.Value { return slog.AnyValue(e) }

type text struct{}

func (text) MarshalText() ([]byte, error) { return []byte("as text"), nil }

type failing struct{}

func (failing) MarshalText() ([]byte, error) { return nil, errors.New("cannot") }

func all(l *slog.Logger) {
	l.Debug("dbg")
	l.Info("m s g", "s", "a b", "q", `x"y`, "e", errors.New("err <x>"), "d", time.Second, "f", 1.5, "big", 1e30, "t", time.Unix(0, 5).UTC(), "n", nil, "any", struct{ A int }{1}, "b", []byte("hi"), "bool", true, "u", uint64(7), "i8", int8(-3))
	l.Info("more", "lv", lv{3}, slog.Group("e"), slog.Group("", "inl", 1), "", "emptykey", "k=", 1, "nl", "a\nb", "uni", "é", "m", map[string]int{"z": 1}, "secret", secret("x"), "text", text{}, "level", slog.LevelWarn, "html", "<&>", "empty", "", "bad\xffutf", "\xff")
	l.Info("odd", "failing", failing{}, "ptr", (*int)(nil), "chan", make(chan int) == nil, "dangling")
	l.With("w", 1).WithGroup("grp").With("x", 2).WithGroup("in").Warn("deep", "y", 3, slog.Group("more", "z", 4, slog.Group("none")))
	l.WithGroup("unused").Error("none")
	l.WithGroup("unused").With("used", 1).WithGroup("unused2").Error("some")
	l.With().WithGroup("").Log(context.Background(), slog.Level(5), "lvl", "bad")
	l.LogAttrs(context.Background(), slog.LevelInfo-1, "attrs", slog.Int("i", 1))
	l.InfoContext(context.Background(), "ctx", 5, 6, slog.String("a", "b"))
	l.ErrorContext(context.TODO(), "")
	fmt.Println(l.Enabled(context.Background(), slog.LevelDebug), l.Enabled(context.Background(), slog.LevelError))
}

func main() {
	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	slog.Info("hello", "a", 1, slog.Group("g", "b", 2), "bad")
	slog.Debug("not shown")
	slog.With("x", 1).WithGroup("gr").Error("e", "k", "v w")
	slog.Warn("w")
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelDebug))
	slog.Debug("shown")
	slog.SetLogLoggerLevel(slog.LevelInfo)
	noTime := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		if a.Key == "y" {
			return slog.String("why", fmt.Sprint(groups, a.Value))
		}
		return a
	}
	all(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelDebug})))
	all(slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})))

	// Records of our own have fixed times.
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, nil), slog.NewJSONHandler(os.Stdout, nil), slog.NewMultiHandler(slog.NewTextHandler(os.Stdout, nil), slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelError})), slog.DiscardHandler} {
		r := slog.NewRecord(time.Date(2024, 5, 6, 7, 8, 9, 123456789, time.UTC), slog.LevelInfo, "rec", 0)
		r.Add("a", 1, slog.Int("b", 2))
		c := r.Clone()
		c.AddAttrs(slog.Bool("c", true))
		fmt.Println(r.NumAttrs(), c.NumAttrs(), h.Handle(context.Background(), r), h.WithGroup("g").WithAttrs([]slog.Attr{slog.Int("z", 1)}).Handle(context.Background(), c))
		c.Attrs(func(a slog.Attr) bool { fmt.Print(a, " "); return a.Key != "b" })
		fmt.Println(r.Source() == nil)
	}
	// The place.
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{AddSource: true})).Info("x")
	var m struct{ Source slog.Source }
	err := json.Unmarshal(b.Bytes(), &m)
	fmt.Println(err, m.Source.Function, m.Source.File[strings.LastIndex(m.Source.File, "/")+1:], m.Source.Line)

	for _, l := range []slog.Level{-10, -4, -3, 0, 3, 4, 7, 8, 12} {
		j, err := l.MarshalJSON()
		var back slog.Level
		fmt.Print(l, string(j), err, back.UnmarshalJSON(j), back == l, " ")
	}
	var lvl slog.Level
	fmt.Println(lvl.UnmarshalText([]byte("warn+2")), lvl, lvl.UnmarshalText([]byte("nope")), lvl.UnmarshalText([]byte("INFO+x")))
	var v slog.LevelVar
	v.Set(slog.LevelWarn)
	t, _ := v.MarshalText()
	fmt.Println(v.Level(), &v, string(t), v.UnmarshalText([]byte("DEBUG-1")), v.Level())
	for _, x := range []any{1, int8(2), uint(3), uint8(4), 1.5, float32(2.5), "s", true, time.Second, time.Unix(0, 0).UTC(), []slog.Attr{slog.Int("a", 1)}, lv{1}, nil, slog.KindBool, slog.IntValue(9), struct{}{}} {
		v := slog.AnyValue(x)
		fmt.Print(v.Kind(), " ", v, " ", v.Any() == nil, v.Equal(slog.AnyValue(1)), v.Resolve().Kind(), "; ")
	}
	fmt.Println()
	fmt.Println(slog.AnyValue(endless{}).Resolve(), strings.HasPrefix(slog.AnyValue(bad{}).Resolve().String(), "LogValue panicked"))
	fmt.Println(slog.Int("a", 1).Equal(slog.Int64("a", 1)), slog.Float64("f", 2).Equal(slog.Any("f", 2)), slog.GroupAttrs("g", slog.Uint64("u", 1)), slog.Duration("d", 5), slog.Time("t", time.Unix(0, 0).UTC()))
	func() {
		defer func() { fmt.Println(recover()) }()
		slog.IntValue(1).Bool()
	}()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})))
	log.Print("from log")
	slog.Info("default")
	slog.NewLogLogger(slog.Default().Handler(), slog.LevelError).Print("bridge")
}
