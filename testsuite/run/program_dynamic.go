// Dynamic programming: edit distance, knapsack, subsequences, coins, partitions.
package main

import "fmt"

func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	prev := make([]int, len(rb)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, x := range ra {
		cur := []int{i + 1}
		for j, y := range rb {
			cost := prev[j]
			if x != y {
				cost++
			}
			cur = append(cur, min(cost, prev[j+1]+1, cur[j]+1))
		}
		prev = cur
	}
	return prev[len(rb)]
}

func common(a, b string) string {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	var out []byte
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, a[i])
			i, j = i+1, j+1
		case table[i+1][j] >= table[i][j+1]:
			i++
		default:
			j++
		}
	}
	return string(out)
}

type thing struct {
	name          string
	weight, value int
}

func knapsack(things []thing, limit int) (int, []string) {
	type cell struct {
		value int
		from  *cell
		item  int
	}
	row := make([]*cell, limit+1)
	for w := range row {
		row[w] = &cell{item: -1}
	}
	for i, t := range things {
		for w := limit; w >= t.weight; w-- {
			if c := row[w-t.weight]; c.value+t.value > row[w].value {
				row[w] = &cell{c.value + t.value, c, i}
			}
		}
	}
	var names []string
	for c := row[limit]; c.item >= 0; c = c.from {
		names = append(names, things[c.item].name)
	}
	return row[limit].value, names
}

func coins(amount int, units ...int) (ways, fewest int) {
	count, least := make([]int, amount+1), make([]int, amount+1)
	count[0] = 1
	for a := 1; a <= amount; a++ {
		least[a] = amount + 1
	}
	for _, u := range units {
		for a := u; a <= amount; a++ {
			count[a] += count[a-u]
			least[a] = min(least[a], least[a-u]+1)
		}
	}
	return count[amount], least[amount]
}

func increasing(xs []int) (best []int) {
	length, back := make([]int, len(xs)), make([]int, len(xs))
	at := -1
	for i, x := range xs {
		length[i], back[i] = 1, -1
		for j := range i {
			if xs[j] < x && length[j]+1 > length[i] {
				length[i], back[i] = length[j]+1, j
			}
		}
		if at < 0 || length[i] > length[at] {
			at = i
		}
	}
	for ; at >= 0; at = back[at] {
		best = append([]int{xs[at]}, best...)
	}
	return
}

var memo = map[[2]int]int{}

func partitions(n, largest int) int {
	if n == 0 {
		return 1
	}
	if n < 0 || largest == 0 {
		return 0
	}
	key := [2]int{n, largest}
	if v, ok := memo[key]; ok {
		return v
	}
	v := partitions(n-largest, largest) + partitions(n, largest-1)
	memo[key] = v
	return v
}

func main() {
	fmt.Println(distance("kitten", "sitting"), distance("", "abc"), distance("größe", "grosse"), distance("same", "same"))
	fmt.Println(common("the quick brown fox", "a thick brow of ox"))
	fmt.Println(knapsack([]thing{{"map", 9, 150}, {"tent", 40, 160}, {"water", 25, 200}, {"food", 30, 190}, {"camera", 12, 90}, {"rope", 18, 75}}, 80))
	fmt.Println(coins(100, 1, 5, 10, 25, 50))
	fmt.Println(coins(63, 21, 10, 5, 1))
	fmt.Println(increasing([]int{10, 9, 2, 5, 3, 7, 101, 18, 4, 20, 6, 30}), increasing(nil))
	fmt.Println(partitions(100, 100), len(memo))
}
