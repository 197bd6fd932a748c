package p

var a = 08 + 0b2 + 0x + 1e + 0x1.0
var b = 1__0 + 0_x1 + 1_
var c = 0b1.5 + 1p3 + 0x1e+ 0o7e2
var d = '' + 'ab' + '\z' + '\400'
var e = '\ud800' + '\U00110000' + '\xg1' + '\u12'
var f = "abc\q" + "\x1" + "\800"
var g = @ # $ ?
var h = “x”
var i = "newline
var j = 'n
var k = 1x
var ä٣ = ٣a
/* not terminated
