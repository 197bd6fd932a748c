generic_dictionaries.go:36:10: imprecise interface call
generic_dictionaries.go:6:6: can inline MyInt.String
generic_dictionaries.go:15:6: can inline g[go.shape.int]
generic_dictionaries.go:16:6: can inline gs[go.shape.int]
generic_dictionaries.go:12:6: can inline (*Box[go.shape.int]).Get
generic_dictionaries.go:13:6: can inline Box[go.shape.[]go.shape.int].With
generic_dictionaries.go:22:8: can inline f[go.shape.int].func1
generic_dictionaries.go:24:8: can inline f[go.shape.int].func2
generic_dictionaries.go:26:16: can inline f[go.shape.int].func3
generic_dictionaries.go:34:8: can inline s[go.shape.int].func1
generic_dictionaries.go:34:8: can inline s[go.shape.interface { String() string }].func1
generic_dictionaries.go:39:6: can inline conv[go.shape.int]
generic_dictionaries.go:50:6: can inline cl[go.shape.string]
generic_dictionaries.go:51:9: can inline cl[go.shape.string].func1
generic_dictionaries.go:12:6: can inline (*Box[go.shape.struct { main.x int }]).Get
generic_dictionaries.go:12:6: can inline (*Box[go.shape.func(int) (string, string)]).Get
generic_dictionaries.go:15:6: can inline g[go.shape.struct { main.x int }]
generic_dictionaries.go:13:6: can inline Box[go.shape.int].With
generic_dictionaries.go:13:6: can inline Box[go.shape.[]int].With
generic_dictionaries.go:12:6: can inline (*Box[go.shape.[]int]).Get
generic_dictionaries.go:13:6: can inline Box[go.shape.interface {}].With
generic_dictionaries.go:12:6: can inline (*Box[go.shape.interface {}]).Get
generic_dictionaries.go:13:6: can inline Box[go.shape.*uint8].With
generic_dictionaries.go:12:6: can inline (*Box[go.shape.*uint8]).Get
generic_dictionaries.go:15:6: can inline g[main.L·1]
generic_dictionaries.go:13:6: can inline Box[go.shape.func(int) (string, string)].With
generic_dictionaries.go:13:6: can inline Box[func(int) (string, string)].With
generic_dictionaries.go:12:6: can inline (*Box[func(int) (string, string)]).Get
generic_dictionaries.go:13:6: can inline Box[go.shape.struct { main.x int }].With
generic_dictionaries.go:13:6: can inline Box[main.L·1].With
generic_dictionaries.go:12:6: can inline (*Box[main.L·1]).Get
generic_dictionaries.go:13:6: can inline Box[*main.MyInt].With
generic_dictionaries.go:12:6: can inline (*Box[*main.MyInt]).Get
generic_dictionaries.go:13:6: can inline Box[interface {}].With
generic_dictionaries.go:12:6: can inline (*Box[interface {}]).Get
generic_dictionaries.go:50:6: can inline cl[string]
generic_dictionaries.go:39:6: can inline conv[int]
generic_dictionaries.go:33:6: can inline s[main.Str]
generic_dictionaries.go:33:6: can inline s[main.MyInt]
generic_dictionaries.go:13:6: can inline Box[[]int].With
generic_dictionaries.go:12:6: can inline (*Box[[]int]).Get
generic_dictionaries.go:13:6: can inline Box[int].With
generic_dictionaries.go:12:6: can inline (*Box[int]).Get
generic_dictionaries.go:12:6: can inline (*Box[go.shape.[]go.shape.int]).Get
generic_dictionaries.go:18:6: can inline f[int]
generic_dictionaries.go:19:8: inlining call to g[go.shape.int]
generic_dictionaries.go:20:9: inlining call to gs[go.shape.int]
generic_dictionaries.go:25:7: inlining call to f[go.shape.int].func2
generic_dictionaries.go:27:7: inlining call to f[go.shape.int].func3
generic_dictionaries.go:29:12: inlining call to Box[go.shape.[]go.shape.int].With
generic_dictionaries.go:30:10: inlining call to f[go.shape.int].func1
generic_dictionaries.go:24:8: inlining call to (*Box[go.shape.int]).Get
generic_dictionaries.go:26:16: inlining call to (*Box[go.shape.int]).Get
generic_dictionaries.go:22:8: inlining call to g[go.shape.int]
generic_dictionaries.go:22:8: inlining call to g[go.shape.int]
generic_dictionaries.go:24:8: inlining call to (*Box[go.shape.int]).Get
generic_dictionaries.go:26:16: inlining call to (*Box[go.shape.int]).Get
generic_dictionaries.go:36:23: inlining call to s[go.shape.int].func1
generic_dictionaries.go:36:23: inlining call to s[go.shape.interface { String() string }].func1
generic_dictionaries.go:60:19: inlining call to conv[go.shape.int]
generic_dictionaries.go:62:12: inlining call to cl[go.shape.string]
generic_dictionaries.go:51:9: can inline cl[go.shape.string].func1
generic_dictionaries.go:62:17: inlining call to cl[go.shape.string].func1
generic_dictionaries.go:69:8: inlining call to (*Box[go.shape.struct { main.x int }]).Get
generic_dictionaries.go:71:8: inlining call to (*Box[go.shape.func(int) (string, string)]).Get
generic_dictionaries.go:72:3: inlining call to g[go.shape.struct { main.x int }]
generic_dictionaries.go:15:6: inlining call to g[go.shape.struct { main.x int }]
generic_dictionaries.go:13:6: inlining call to Box[go.shape.func(int) (string, string)].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.func(int) (string, string)]).Get
generic_dictionaries.go:13:6: inlining call to Box[go.shape.struct { main.x int }].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.struct { main.x int }]).Get
generic_dictionaries.go:13:6: inlining call to Box[go.shape.*uint8].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.*uint8]).Get
generic_dictionaries.go:13:6: inlining call to Box[go.shape.interface {}].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.interface {}]).Get
generic_dictionaries.go:50:6: inlining call to cl[go.shape.string]
generic_dictionaries.go:39:6: inlining call to conv[go.shape.int]
generic_dictionaries.go:13:6: inlining call to Box[go.shape.[]int].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.[]int]).Get
generic_dictionaries.go:13:6: inlining call to Box[go.shape.int].With
generic_dictionaries.go:12:6: inlining call to (*Box[go.shape.int]).Get
<autogenerated>:1: inlining call to MyInt.String
<autogenerated>:1: inlining call to Box[int].With
<autogenerated>:1: inlining call to Box[go.shape.int].With
<autogenerated>:1: inlining call to Box[[]int].With
<autogenerated>:1: inlining call to Box[go.shape.[]int].With
<autogenerated>:1: inlining call to Box[interface {}].With
<autogenerated>:1: inlining call to Box[go.shape.interface {}].With
<autogenerated>:1: inlining call to Box[*main.MyInt].With
<autogenerated>:1: inlining call to Box[go.shape.*uint8].With
<autogenerated>:1: inlining call to Box[main.L·1].With
<autogenerated>:1: inlining call to Box[go.shape.struct { main.x int }].With
<autogenerated>:1: inlining call to Box[go.shape.struct { main.x int }].With
<autogenerated>:1: inlining call to Box[func(int) (string, string)].With
<autogenerated>:1: inlining call to Box[go.shape.func(int) (string, string)].With
<autogenerated>:1: inlining call to Box[go.shape.func(int) (string, string)].With
<autogenerated>:1: inlining call to Box[go.shape.*uint8].With
<autogenerated>:1: inlining call to Box[go.shape.interface {}].With
<autogenerated>:1: inlining call to Box[go.shape.[]int].With
<autogenerated>:1: inlining call to Box[go.shape.int].With
<autogenerated>:1: inlining call to Box[go.shape.[]go.shape.int].With
generic_dictionaries.go:20:13: []go.shape.int{...} does not escape
generic_dictionaries.go:23:7: &Box[go.shape.int]{...} does not escape
generic_dictionaries.go:36:26: (func(go.shape.int) string)(&.dict[0])(x) + ~r0 + g(x) escapes to heap
generic_dictionaries.go:36:26: (func(go.shape.interface { String() string }) string)(&.dict[0])(x) + ~r0 + g(x) escapes to heap
generic_dictionaries.go:59:22: MyInt(1) escapes to heap
generic_dictionaries.go:60:20: 3 does not escape
generic_dictionaries.go:62:12: func literal does not escape
generic_dictionaries.go:51:9: func literal escapes to heap
generic_dictionaries.go:50:6: func literal escapes to heap
