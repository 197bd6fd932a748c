package p

var a = 1 @ 2
var b = $x
var c = a # b
var d = a ? b : c
var e = “x”
var f = a • b
var g = 9αβ
var h ²
var i = a\b
