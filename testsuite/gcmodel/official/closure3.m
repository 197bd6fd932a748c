main.go:15:11: can inline main.func1
main.go:20:11: can inline main.func2
main.go:28:11: can inline main.func3
main.go:33:11: can inline main.func4
main.go:41:8: can inline main.func5
main.go:44:7: can inline main.func6
main.go:54:9: can inline main.func7.1
main.go:57:8: can inline main.func7.2
main.go:53:3: can inline main.func7
main.go:67:8: can inline main.func8
main.go:70:13: can inline main.func9
main.go:80:9: can inline main.func10.1
main.go:83:14: can inline main.func10.2
main.go:79:3: can inline main.func10
main.go:93:8: can inline main.func11
main.go:97:11: can inline main.func12.1
main.go:96:13: can inline main.func12
main.go:108:9: can inline main.func13.1
main.go:112:12: can inline main.func13.2.1
main.go:111:14: can inline main.func13.2
main.go:107:3: can inline main.func13
main.go:123:8: can inline main.func14
main.go:127:7: can inline main.func15
main.go:136:9: can inline main.func16.1
main.go:140:8: can inline main.func16.2
main.go:135:3: can inline main.func16
main.go:149:8: can inline main.func17
main.go:152:23: can inline main.func18
main.go:162:9: can inline main.func19.1
main.go:165:24: can inline main.func19.2
main.go:161:3: can inline main.func19
main.go:221:4: can inline main.func25.1
main.go:220:3: can inline main.func25
main.go:176:11: can inline main.func20
main.go:181:11: can inline main.func21
main.go:191:11: can inline main.func22.1
main.go:190:11: can inline main.func22
main.go:198:11: can inline main.func23.1
main.go:197:11: can inline main.func23
main.go:209:4: can inline main.func24.1
main.go:208:3: can inline main.func24
main.go:235:3: can inline main.func26
main.go:255:12: can inline main.func27.1.1
main.go:253:11: can inline main.func27.1
main.go:251:11: can inline main.func27
main.go:270:5: can inline main.func28.1.1
main.go:268:11: can inline main.func28.1
main.go:266:11: can inline main.func28
main.go:115:5: inlining call to main.func13.2
main.go:223:5: inlining call to main.func25.1
main.go:17:4: inlining call to main.func1
main.go:22:7: inlining call to main.func2
main.go:30:4: inlining call to main.func3
main.go:35:7: inlining call to main.func4
main.go:63:4: inlining call to main.func7
main.go:89:4: inlining call to main.func10
main.go:100:4: inlining call to main.func12
main.go:119:4: inlining call to main.func13
main.go:145:4: inlining call to main.func16
main.go:171:4: inlining call to main.func19
main.go:178:4: inlining call to main.func20
main.go:183:7: inlining call to main.func21
main.go:194:4: inlining call to main.func22
main.go:201:7: inlining call to main.func23
main.go:212:4: inlining call to main.func24
main.go:227:4: inlining call to main.func25
main.go:243:4: inlining call to main.func26
main.go:259:4: inlining call to main.func27
main.go:277:4: inlining call to main.func28
main.go:111:14: can inline main.func13.func2
main.go:119:4: inlining call to main.func13.func2
main.go:191:11: can inline main.func22.func1
main.go:194:4: inlining call to main.func22.func1
main.go:198:11: can inline main.func23.func1
main.go:201:7: inlining call to main.func23.func1
main.go:209:4: can inline main.func24.func1
main.go:212:4: inlining call to main.func24.func1
main.go:221:4: can inline main.func25.func1
main.go:227:4: inlining call to main.func25.func1
main.go:255:12: can inline main.func27.func1.1
main.go:253:11: can inline main.func27.func1
main.go:259:4: inlining call to main.func27.func1
main.go:270:5: can inline main.func28.func1.1
main.go:268:11: can inline main.func28.func1
main.go:277:4: inlining call to main.func28.func1
main.go:255:12: can inline main.func27.func1.func1
main.go:259:4: inlining call to main.func27.func1.func1
main.go:270:5: can inline main.func28.func1.func1
main.go:277:4: inlining call to main.func28.func1.func1
main.go:193:5: inlining call to main.func22.1
main.go:200:5: inlining call to main.func23.1
main.go:211:5: inlining call to main.func24.1
main.go:258:5: inlining call to main.func27.1
main.go:255:12: can inline main.func27.1.1
main.go:258:5: inlining call to main.func27.1.1
main.go:257:6: inlining call to main.func27.1.1
main.go:276:5: inlining call to main.func28.1
main.go:270:5: can inline main.func28.1.1
main.go:276:5: inlining call to main.func28.1.1
main.go:274:6: inlining call to main.func28.1.1
main.go:287:13: leaking param: s
main.go:288:8: s escapes to heap
main.go:41:8: func literal does not escape
main.go:44:7: func literal does not escape
main.go:63:4: func literal does not escape
main.go:63:4: func literal does not escape
main.go:67:8: func literal does not escape
main.go:70:13: func literal does not escape
main.go:89:4: func literal does not escape
main.go:89:4: func literal does not escape
main.go:93:8: func literal does not escape
main.go:100:4: func literal does not escape
main.go:119:4: func literal does not escape
main.go:119:4: func literal does not escape
main.go:123:8: func literal does not escape
main.go:126:32: map[int]func(int) int{...} does not escape
main.go:127:7: func literal escapes to heap
main.go:145:4: func literal does not escape
main.go:145:4: map[int]func(int) int{...} does not escape
main.go:145:4: func literal escapes to heap
main.go:149:8: func literal does not escape
main.go:152:23: func literal does not escape
main.go:171:4: func literal does not escape
main.go:171:4: func literal does not escape
main.go:243:4: func literal does not escape
main.go:54:9: func literal does not escape
main.go:57:8: func literal does not escape
main.go:80:9: func literal does not escape
main.go:83:14: func literal does not escape
main.go:97:11: func literal escapes to heap
main.go:108:9: func literal does not escape
main.go:115:5: func literal does not escape
main.go:112:12: func literal escapes to heap
main.go:136:9: func literal does not escape
main.go:139:33: map[int]func(int) int{...} does not escape
main.go:140:8: func literal escapes to heap
main.go:162:9: func literal does not escape
main.go:165:24: func literal does not escape
main.go:112:12: func literal escapes to heap
