// The game of life on a torus.
package main

import "fmt"

const rows, cols = 12, 24

type world [rows][cols]bool

func (w *world) neighbours(r, c int) (n int) {
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			if (dr != 0 || dc != 0) && w[(r+dr+rows)%rows][(c+dc+cols)%cols] {
				n++
			}
		}
	}
	return
}

func (w world) next() (out world) {
	for r := range w {
		for c, alive := range w[r] {
			n := w.neighbours(r, c)
			out[r][c] = n == 3 || alive && n == 2
		}
	}
	return
}

func (w world) String() string {
	var b []byte
	for _, row := range w {
		for _, alive := range row {
			if alive {
				b = append(b, '#')
			} else {
				b = append(b, '.')
			}
		}
		b = append(b, '\n')
	}
	return string(b)
}

func (w *world) draw(r, c int, lines ...string) {
	for i, l := range lines {
		for j, ch := range l {
			w[r+i][c+j] = ch == '#'
		}
	}
}

func main() {
	var w world
	w.draw(1, 1, ".#.", "..#", "###")
	w.draw(6, 14, "###")
	w.draw(3, 18, "##", "##")
	start := w
	fmt.Print(w)
	for gen := 1; gen <= 40; gen++ {
		w = w.next()
		if gen%20 == 0 {
			fmt.Println("generation", gen)
			fmt.Print(w)
		}
	}
	seen := map[world]int{}
	w = start
	for gen := 0; ; gen++ {
		if first, ok := seen[w]; ok {
			fmt.Println("repeats", first, gen)
			break
		}
		seen[w] = gen
		w = w.next()
		if gen == 300 {
			fmt.Println("still going")
			break
		}
	}
}
