// Wrapping, justification and column layout of text.
package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"
)

const prose = `A garbage collector finds the objects that a program can still reach.
It starts from the roots: globals, stacks and registers.   Everything else is free.

Déjà vu: the naïve façade of a short paragraph.`

func wrap(words []string, width int) (lines [][]string) {
	var line []string
	n := 0
	for _, w := range words {
		l := utf8.RuneCountInString(w)
		if n > 0 && n+1+l > width {
			lines = append(lines, line)
			line, n = nil, 0
		}
		if n > 0 {
			n++
		}
		line = append(line, w)
		n += l
	}
	return append(lines, line)
}

func justify(words []string, width int) string {
	if len(words) == 1 {
		return words[0]
	}
	letters := 0
	for _, w := range words {
		letters += utf8.RuneCountInString(w)
	}
	gaps := len(words) - 1
	space := width - letters
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i < gaps {
			k := space / (gaps - i)
			b.WriteString(strings.Repeat(" ", k))
			space -= k
		}
	}
	return b.String()
}

func table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], utf8.RuneCountInString(c))
		}
	}
	for n, r := range rows {
		for i, c := range r {
			if i == 0 {
				fmt.Printf("| %-*s ", widths[i], c)
			} else {
				fmt.Printf("| %*s ", widths[i], c)
			}
		}
		fmt.Println("|")
		if n == 0 {
			for _, w := range widths {
				fmt.Print("|", strings.Repeat("-", w+2))
			}
			fmt.Println("|")
		}
	}
}

func main() {
	for _, width := range []int{28, 44} {
		for _, para := range strings.Split(prose, "\n\n") {
			lines := wrap(strings.Fields(para), width)
			for i, l := range lines {
				if i == len(lines)-1 {
					fmt.Printf("[%-*s]\n", width, strings.Join(l, " "))
				} else {
					fmt.Printf("[%s]\n", justify(l, width))
				}
			}
			fmt.Println()
		}
	}
	counts := map[int]int{}
	sc := bufio.NewScanner(strings.NewReader(prose))
	sc.Split(bufio.ScanWords)
	longest := ""
	for sc.Scan() {
		w := strings.Trim(sc.Text(), ".,:")
		counts[len(w)]++
		if len(w) > len(longest) {
			longest = w
		}
	}
	rows := [][]string{{"length", "count", "bar"}}
	for n := 1; n <= 10; n++ {
		if counts[n] > 0 {
			rows = append(rows, []string{fmt.Sprint(n), fmt.Sprint(counts[n]), strings.Repeat("é", counts[n])})
		}
	}
	table(rows)
	fmt.Println(longest)
}
