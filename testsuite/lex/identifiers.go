package p

var a, _, _x9, αβγ, Ünïcode, 世界, x١ int
var breakx, functional, interfaces, Type, go1 bool
type any = interface{}
const iota, nil, true, len = 1, 2, 3, 4
func chan_(map_ map[chan int]func(struct{}) interface{}) {
	break; case; const; continue; default; defer; else; fallthrough; for; goto; if; import; range; return; select; switch; var
}
