issue12006.go:11:11: vals does not escape
issue12006.go:19:12: leaking param: x
issue12006.go:19:20: leaking param content: vals
issue12006.go:20:15: append does not escape
issue12006.go:26:12: leaking param: x
issue12006.go:26:20: leaking param: vals
issue12006.go:27:15: append escapes to heap
issue12006.go:32:12: leaking param: vals
issue12006.go:40:7: ... argument does not escape
issue12006.go:46:7: moved to heap: i
issue12006.go:46:10: moved to heap: j
issue12006.go:46:13: moved to heap: k
issue12006.go:47:8: ... argument does not escape
issue12006.go:53:7: moved to heap: i
issue12006.go:53:10: moved to heap: j
issue12006.go:53:13: moved to heap: k
issue12006.go:54:8: ... argument escapes to heap
issue12006.go:60:7: moved to heap: i
issue12006.go:60:10: moved to heap: j
issue12006.go:61:8: ... argument escapes to heap
issue12006.go:67:11: leaking param content: args
issue12006.go:84:2: moved to heap: a
issue12006.go:87:6: ... argument does not escape
issue12006.go:87:7: a escapes to heap
issue12006.go:87:10: "cat" escapes to heap
issue12006.go:90:11: leaking param: args to result ~r0 level=1
issue12006.go:111:6: ... argument does not escape
issue12006.go:111:7: a does not escape
issue12006.go:111:10: "cat" does not escape
issue12006.go:115:2: moved to heap: a
issue12006.go:118:14: ... argument does not escape
issue12006.go:118:15: a escapes to heap
issue12006.go:118:18: "cat" escapes to heap
issue12006.go:126:11: leaking param: args to result ~r0 level=1
issue12006.go:144:2: moved to heap: a
issue12006.go:147:21: &[4]interface {}{...} does not escape
issue12006.go:147:37: a escapes to heap
issue12006.go:147:40: "cat" escapes to heap
issue12006.go:151:11: leaking param: args to result ~r0 level=1
issue12006.go:169:2: moved to heap: a
issue12006.go:172:20: []interface {}{...} does not escape
issue12006.go:172:21: a escapes to heap
issue12006.go:172:24: "cat" escapes to heap
