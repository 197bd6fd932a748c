package p

//line gen.y:10
var a = b c
//line gen.y:20:3
var d = e f

var g = h i
//line :30:1
var j = k l
 //line other.y:1
var m = n o
/*line /abs/x.y:5:7*/var q = r s
//line x:0
//line x:y
//line x:1:0
//line x
var t = u v
