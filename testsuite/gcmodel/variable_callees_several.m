variable_callees_several.go:7:12: p does not escape
variable_callees_several.go:9:12: p does not escape
variable_callees_several.go:7:7: func literal does not escape
variable_callees_several.go:9:7: func literal does not escape
variable_callees_several.go:15:12: p does not escape
variable_callees_several.go:15:7: func literal does not escape
variable_callees_several.go:22:9: p does not escape
variable_callees_several.go:34:11: p does not escape
variable_callees_several.go:36:2: moved to heap: x
variable_callees_several.go:34:6: func literal does not escape
variable_callees_several.go:42:11: p does not escape
variable_callees_several.go:41:8: func literal does not escape
variable_callees_several.go:42:6: func literal does not escape
variable_callees_several.go:47:11: p does not escape
variable_callees_several.go:48:2: moved to heap: x
variable_callees_several.go:47:6: func literal escapes to heap
