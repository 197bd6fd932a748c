package main

type point struct{ x, y int }

type line struct {
	from, to point
	name     string
}

type named struct {
	*line
	weight float32
}

func byValue(p point) point { return point{p.y, p.x} }

func field(l *line) int { return l.to.x }

func promoted(n named) string { return n.name }

func assign(l *line, p point) { l.from, l.to = l.to, p }

func equal(a, b line) bool { return a == b }

func address(x int) *point { return &point{x: x} }

func copyLarge(a *[100]int) [100]int { return *a }

func (p *point) move(dx int) { p.x += dx }

func (p point) sum() int { return p.x + p.y }

func methods(p point) int {
	p.move(1)
	return p.sum()
}

func main() {
	l := line{}
	byValue(point{})
	field(&l)
	promoted(named{&l, 1})
	assign(&l, point{})
	println(equal(l, l), address(3).x, methods(point{}))
	copyLarge(new([100]int))
}
