// no package clause

var x = 1 @
