# command-line-arguments
./assignments.go:12:11: parameter n leaks to {heap} in main.push:
./assignments.go:12:11:   flow: n of main.link ← n:
./assignments.go:12:11:     from passed to main.link at ./assignments.go:12:26
./assignments.go:12:11:   flow: {heap} ← n:
./assignments.go:12:11:     from assigned to main.list at ./assignments.go:15:27
./assignments.go:12:11: leaking param: n
./assignments.go:15:11: parameter n leaks to {heap} in main.link:
./assignments.go:15:11:   flow: {heap} ← n:
./assignments.go:15:11:     from assigned to main.list at ./assignments.go:15:27
./assignments.go:15:11: leaking param: n
./assignments.go:18:10: n does not escape
./assignments.go:18:19: leaking param: p to parameter n level=0
./assignments.go:21:11: leaking param: n to result ~r0 level=0
./assignments.go:24:14: parameter n leaks to {heap} in main.content:
./assignments.go:24:14:   flow: {heap} ← *n:
./assignments.go:24:14:     from assigned to main.list at ./assignments.go:24:30
./assignments.go:24:14: leaking param content: n
./assignments.go:27:11: n does not escape
./assignments.go:32:2: x escapes to heap in main.throughCallees:
./assignments.go:32:2:   flow: &node{} ← &x:
./assignments.go:32:2:     from stored in &node{} at ./assignments.go:34:10, inlined at ./assignments.go:101:24
./assignments.go:32:2:   flow: n of main.push ← &node{}:
./assignments.go:32:2:     from passed to main.push at ./assignments.go:35:6, inlined at ./assignments.go:101:24
./assignments.go:32:2:   flow: n of main.link ← n:
./assignments.go:32:2:     from passed to main.link at ./assignments.go:12:26
./assignments.go:32:2:   flow: {heap} ← n:
./assignments.go:32:2:     from assigned to main.list at ./assignments.go:15:27
./assignments.go:32:2: moved to heap: x
./assignments.go:33:7: &node{} escapes to heap in main.throughCallees:
./assignments.go:33:7:   flow: n of main.push ← &node{}:
./assignments.go:33:7:     from passed to main.push at ./assignments.go:35:6, inlined at ./assignments.go:101:24
./assignments.go:33:7:   flow: n of main.link ← n:
./assignments.go:33:7:     from passed to main.link at ./assignments.go:12:26
./assignments.go:33:7:   flow: {heap} ← n:
./assignments.go:33:7:     from assigned to main.list at ./assignments.go:15:27
./assignments.go:33:7: &node{} escapes to heap
./assignments.go:40:2: y escapes to heap in main.storedByCallee:
./assignments.go:40:2:   flow: &node{} ← &y:
./assignments.go:40:2:     from stored in &node{} by main.set at ./assignments.go:42:5, inlined at ./assignments.go:102:16
./assignments.go:40:2:   flow: {heap} ← &node{}:
./assignments.go:40:2:     from assigned to main.list at ./assignments.go:43:7, inlined at ./assignments.go:102:16
./assignments.go:40:2: moved to heap: y
./assignments.go:41:7: &node{} escapes to heap in main.storedByCallee:
./assignments.go:41:7:   flow: {heap} ← &node{}:
./assignments.go:41:7:     from assigned to main.list at ./assignments.go:43:7, inlined at ./assignments.go:102:16
./assignments.go:41:7: &node{} escapes to heap
./assignments.go:46:24: &node{} escapes to heap in main.inlined:
./assignments.go:46:24:   flow: {heap} ← &node{}:
./assignments.go:46:24:     from assigned to main.list at ./assignments.go:29:28, inlined at ./assignments.go:46:23, inlined at ./assignments.go:103:9
./assignments.go:46:24: &node{} escapes to heap
./assignments.go:49:11: &node{} escapes to heap in main.onlyContent:
./assignments.go:49:11:   flow: n of main.content ← &node{}:
./assignments.go:49:11:     from passed to main.content at ./assignments.go:51:9, inlined at ./assignments.go:104:13
./assignments.go:49:11:   flow: {heap} ← *n:
./assignments.go:49:11:     from assigned to main.list at ./assignments.go:24:30
./assignments.go:49:11: &node{} escapes to heap
./assignments.go:50:11: &node{...} does not escape
./assignments.go:65:9: func literal does not escape
./assignments.go:71:7: s does not escape
./assignments.go:71:25: leaking param: item to parameter s level=0
./assignments.go:77:7: s does not escape
./assignments.go:77:23: leaking param: p to parameter s level=0
./assignments.go:81:20: parameter p leaks to {heap} in main.circle.keep:
./assignments.go:81:20:   flow: &node{...} ← p:
./assignments.go:81:20:     from stored in &node{...} at ./assignments.go:81:37
./assignments.go:81:20:   flow: {heap} ← &node{...}:
./assignments.go:81:20:     from assigned to main.list at ./assignments.go:81:35
./assignments.go:81:20: leaking param: p
./assignments.go:81:37: &node{...} escapes to heap in main.circle.keep:
./assignments.go:81:37:   flow: {heap} ← &node{...}:
./assignments.go:81:37:     from assigned to main.list at ./assignments.go:81:35
./assignments.go:81:37: &node{...} escapes to heap
./assignments.go:84:13: s does not escape
./assignments.go:84:22: parameter p leaks to {heap} in main.keepIn:
./assignments.go:84:22:   flow: p of main.circle.keep ← p:
./assignments.go:84:22:     from passed to main.circle.keep at ./assignments.go:84:38
./assignments.go:84:22:   flow: &node{...} ← p:
./assignments.go:84:22:     from stored in &node{...} at ./assignments.go:81:37
./assignments.go:84:22:   flow: {heap} ← &node{...}:
./assignments.go:84:22:     from assigned to main.list at ./assignments.go:81:35
./assignments.go:84:22: leaking param: p
./assignments.go:92:12: parameter n leaks to {heap} in main.chain:
./assignments.go:92:12:   flow: {heap} ← n:
./assignments.go:92:12:     from assigned to main.list at ./assignments.go:94:8
./assignments.go:92:12: leaking param: n
./assignments.go:110:2: j escapes to heap in main.main:
./assignments.go:110:2:   flow: p of main.keepIn ← &j:
./assignments.go:110:2:     from passed to main.keepIn at ./assignments.go:112:8
./assignments.go:110:2:   flow: p of main.circle.keep ← p:
./assignments.go:110:2:     from passed to main.circle.keep at ./assignments.go:84:38
./assignments.go:110:2:   flow: &node{...} ← p:
./assignments.go:110:2:     from stored in &node{...} at ./assignments.go:81:37
./assignments.go:110:2:   flow: {heap} ← &node{...}:
./assignments.go:110:2:     from assigned to main.list at ./assignments.go:81:35
./assignments.go:110:2: moved to heap: j
./assignments.go:111:9: &square{} does not escape
./assignments.go:113:11: make(chan *int, 1) does not escape
./assignments.go:116:8: &node{} escapes to heap in main.main:
./assignments.go:116:8:   flow: n of main.chain ← &node{}:
./assignments.go:116:8:     from passed to main.chain at ./assignments.go:116:7
./assignments.go:116:8:   flow: {heap} ← n:
./assignments.go:116:8:     from assigned to main.list at ./assignments.go:94:8
./assignments.go:116:8: &node{} escapes to heap
