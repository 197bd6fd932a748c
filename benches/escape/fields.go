package main

// One field or element escapes, the others need not.

type two struct{ kept, dropped *int }

func oneFieldKept() {
	a, b := seven, 2
	t := two{&a, &b}
	sinkPtr = t.kept
	sinkInt = *t.dropped
}

func overwritten() {
	a, b := seven, 2
	t := &two{}
	t.kept = &a
	sinkInt = *t.kept
	t.kept = &b
	sinkInt += *t.kept
}

func reused() {
	a := seven
	p := &a
	sinkInt = *p
	p = new(int)
	sinkPtr = p
}

//go:noinline
func first(t *two) *int { return t.kept }

func resultIsOneField() {
	a, b := seven, 2
	sinkPtr = first(&two{&a, &b})
	sinkInt = b
}

func elementOfArray() {
	a, b := seven, 2
	arr := [2]*int{&a, &b}
	sinkPtr = arr[0]
	sinkInt = *arr[1]
}

func needsBoth() {
	a, b := seven, 2
	t := &two{&a, &b}
	sinkAny = t
}

//go:noinline
func keepOne(t *two, second bool) {
	if second {
		sinkPtr = t.dropped
	} else {
		sinkPtr = t.kept
	}
}

// Which of the two is known only at run time.
func needsEither() {
	a, b := seven, seven+1
	keepOne(&two{&a, &b}, seven > 3)
	clobber(3)
	verify(*sinkPtr == 8)
}

func needsDynamicElement() {
	a, b := seven, seven+1
	arr := [2]*int{&a, &b}
	sinkPtr = arr[seven&1]
	clobber(3)
	verify(*sinkPtr == 8)
}

var keptTwo two

func needsCopied() {
	a, b := seven, seven+1
	t := two{&a, &b}
	u := t
	t.dropped = nil
	keptTwo = u
	clobber(3)
	verify(*keptTwo.dropped == 8)
}

func main() {
	measure([]gauntletCase{
		{"one_field_kept", 1, oneFieldKept},
		{"overwritten_field", 0, overwritten},
		{"variable_reused", 1, reused},
		{"result_is_one_field", 1, resultIsOneField},
		{"one_element_kept", 1, elementOfArray},
		{"needs_both", 2, needsBoth},
		{"needs_either", 1, needsEither},
		{"needs_dynamic_element", 1, needsDynamicElement},
		{"needs_copied", 1, needsCopied},
	})
}
