// Embedding: promoted fields and methods, shadowing, depth, pointers, interfaces in structs.
package main

import "fmt"

type animal struct {
	name string
	legs int
}

func (a animal) describe() string { return fmt.Sprint(a.name, " has ", a.legs, " legs") }
func (a *animal) rename(n string) { a.name = n }
func (a animal) sound() string    { return "..." }
func (a animal) speak() string    { return a.name + " says " + a.sound() }

type dog struct {
	animal
	breed string
}

func (d dog) sound() string { return "woof" }

type puppy struct {
	*dog
	name string
	age  int
}

type speaker interface{ speak() string }
type sounder interface{ sound() string }

type wrapper struct {
	speaker
	count int
}

type logger struct{ lines []string }

func (l *logger) log(s string) { l.lines = append(l.lines, s) }

type left struct{ v, l int }
type right struct{ v, r int }
type both struct {
	left
	right
}

type Int int

func (i Int) double() Int { return i * 2 }

type boxed struct {
	Int
	*logger
}

func main() {
	d := dog{animal{"Rex", 4}, "lab"}
	fmt.Println(d.name, d.describe(), d.sound(), d.animal.sound(), d.speak())
	d.rename("Max")
	p := puppy{&d, "pup", 1}
	fmt.Println(p.name, p.dog.name, p.dog.animal.name, p.describe(), p.sound(), p.legs)
	p.rename("Shared")
	p.legs = 3
	fmt.Println(d.name, d.legs, p.name)
	var s speaker = p
	var so sounder = p
	fmt.Println(s.speak(), so.sound())
	s = &d
	fmt.Println(s.speak())
	w := wrapper{speaker: d}
	fmt.Println(w.speak(), w.speaker.(dog).breed)
	s = w
	fmt.Println(s.speak())
	b := both{left{1, 2}, right{3, 4}}
	fmt.Println(b.left.v, b.right.v, b.l, b.r)
	bx := boxed{21, &logger{}}
	bx.log("one")
	bx.logger.log("two")
	fmt.Println(bx.double(), bx.Int, bx.lines, len(bx.lines))
	f := bx.log
	f("three")
	g := dog.describe
	h := (*dog).rename
	h(&d, "Expr")
	fmt.Println(g(d), bx.lines)
	fmt.Printf("%v %+v\n", d, d)
	x := struct {
		dog
		extra int
	}{d, 5}
	x.name = "copy"
	fmt.Println(x.describe(), d.name, x.extra)
	defer func() { fmt.Println("recovered:", recover()) }()
	var e wrapper
	fmt.Println(e.speak())
}
