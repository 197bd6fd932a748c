package p

var a = `never closed
var b = 2
