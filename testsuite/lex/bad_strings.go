package p

var (
	a = "\z"
	b = "\400"
	c = "\x4"
	d = "\u12"
	e = "\U00110000"
	f = "\ud800"
	g = ''
	h = 'ab'
	i = '\'
	j = '\"'
	k = "\'"
	l = 'a
	m = "abc
	n = '
	o = "\
)
