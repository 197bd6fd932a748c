package p

var (
	_ = "" + "abc" + "tab\t quote\" backslash\\ nul\000 hex\x41 é \U0001F600"
	_ = `` + `raw \n "text" over
two lines`
	_ = 'a' + '\'' + '\\' + '\n' + '\377' + '\xff' + '本' + '\u672c' + '\U0001F600' + '"'
	_ = "héllo, 世界"
)
