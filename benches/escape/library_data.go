package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"io"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Sorting, iterators, readers and containers of the library over local data.

var paragraph = strings.Repeat("a line of words\n", 8)

func sortFunc() {
	s := []string{"pear", "apple", "fig", paragraph[:4]}
	slices.SortFunc(s, func(a, b string) int { return strings.Compare(a, b) })
	sinkInt = len(s[0])
}

func sortInts() {
	s := []int{3, seven, 1, 5}
	sort.Ints(s)
	slices.Sort(s)
	sinkInt = s[0]
}

func sortStrings() {
	s := []string{"pear", "apple", "fig", paragraph[:4]}
	sort.Strings(s)
	sinkInt = len(s[0])
}

func sortReverse() {
	s := []int{3, seven, 1, 5}
	sort.Sort(sort.Reverse(sort.IntSlice(s)))
	sinkInt = s[0]
}

func sortStable() {
	s := []int{3, seven, 1, 5}
	sort.SliceStable(s, func(i, j int) bool { return s[i] < s[j] })
	sinkInt = s[0]
}

func search() {
	s := []int{1, 3, 5, seven}
	i := sort.Search(len(s), func(i int) bool { return s[i] >= 5 })
	j, _ := slices.BinarySearch(s, seven)
	sinkInt = i + j
}

func sortedKeys() {
	m := map[string]int{"a": 1, "b": seven}
	n := 0
	for _, k := range slices.Sorted(maps.Keys(m)) {
		n += m[k]
	}
	sinkInt = n
}

func valuesOfSlice() {
	s := []int{1, seven, 3}
	n := 0
	for i, v := range slices.All(s) {
		n += i * v
	}
	for v := range slices.Values(s) {
		n += v
	}
	sinkInt = n
}

//go:noinline
func evens(limit int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < limit; i += 2 {
			if !yield(i) {
				return
			}
		}
	}
}

//go:noinline
func filtered(seq iter.Seq[int], keep func(int) bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func ownIterator() {
	n := 0
	for v := range filtered(evens(20), func(v int) bool { return v%3 == 0 }) {
		n += v
	}
	sinkInt = n
}

func collected() {
	s := slices.Collect(evens(6))
	sinkInt = s[1]
}

func scanner() {
	sc := bufio.NewScanner(strings.NewReader(paragraph))
	n := 0
	for sc.Scan() {
		n += len(sc.Text())
	}
	sinkInt = n
}

func scannerOfWords() {
	sc := bufio.NewScanner(strings.NewReader(paragraph))
	sc.Split(bufio.ScanWords)
	n := 0
	for sc.Scan() {
		n++
	}
	sinkInt = n
}

func bufferedReader() {
	r := bufio.NewReader(strings.NewReader(paragraph))
	n := 0
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			break
		}
		n += len(line)
	}
	sinkInt = n
}

func bufferedWriter() {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	w.WriteString(paragraph)
	w.WriteByte('x')
	w.Flush()
	sinkInt = b.Len()
}

func readAll() {
	b, _ := io.ReadAll(strings.NewReader(paragraph))
	sinkInt = len(b)
}

func copied() {
	n, _ := io.Copy(io.Discard, strings.NewReader(paragraph))
	sinkInt = int(n)
}

func limited() {
	var b bytes.Buffer
	io.Copy(&b, io.LimitReader(strings.NewReader(paragraph), 20))
	sinkInt = b.Len()
}

type config struct {
	Name string `json:"name"`
	Port int    `json:"port"`
	On   bool   `json:"on"`
}

func marshal() {
	b, _ := json.Marshal(config{"server", seven * 1000, true})
	sinkInt = len(b)
}

func unmarshal() {
	var c config
	json.Unmarshal([]byte(`{"name":"server","port":7000,"on":true}`), &c)
	sinkInt = c.Port
}

func hexDropped() { sinkInt = len(hex.EncodeToString([]byte(paragraph[:16]))) }

func binaryAppend() {
	var space [16]byte
	b := binary.BigEndian.AppendUint32(space[:0], uint32(seven))
	sinkInt = int(binary.BigEndian.Uint32(b))
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	v := old[len(old)-1]
	*h = old[:len(old)-1]
	return v
}

func heapOfInts() {
	h := &ints{5, seven, 3}
	heap.Init(h)
	heap.Push(h, 2000*seven)
	sinkInt = heap.Pop(h).(int)
}

func linkedList() {
	l := list.New()
	l.PushBack(seven)
	l.PushFront(2)
	n := 0
	for e := l.Front(); e != nil; e = e.Next() {
		n += e.Value.(int)
	}
	sinkInt = n
}

func countWords() {
	counts := map[string]int{}
	for w := range strings.FieldsSeq("a b a c b a") {
		counts[w]++
	}
	sinkInt = counts["a"]
}

func mapOfStructs() {
	type point struct{ x, y int }
	m := map[point]string{{1, seven}: "a"}
	m[point{2, 3}] = "b"
	delete(m, point{1, seven})
	sinkInt = len(m)
}

func pool() {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	b.WriteString("text")
	sinkInt = b.Len()
	buffers.Put(b)
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

type key struct{}

func contextValue() {
	ctx := context.WithValue(context.Background(), key{}, seven*1000)
	sinkInt = ctx.Value(key{}).(int)
}

func onceFunc() {
	f := sync.OnceValue(func() int { return seven })
	sinkInt = f() + f()
}

func needsCollected() { sinkAny = slices.Collect(evens(2)) }
func needsPushed()    { keptList.Init(); keptList.PushBack(sinkAny) }

var keptList = list.New()

func main() {
	measure([]gauntletCase{
		{"sort_func", 0, sortFunc},
		{"sort_ints", 0, sortInts},
		{"sort_strings", 0, sortStrings},
		{"sort_reverse", 0, sortReverse},
		{"sort_stable", 0, sortStable},
		{"search", 0, search},
		{"sorted_keys", 0, sortedKeys},
		{"values_of_slice", 0, valuesOfSlice},
		{"own_iterator", 0, ownIterator},
		{"collected", 0, collected},
		{"scanner", 0, scanner},
		{"scanner_of_words", 0, scannerOfWords},
		{"buffered_reader", 0, bufferedReader},
		{"buffered_writer", 0, bufferedWriter},
		{"read_all", 0, readAll},
		{"copy_to_discard", 0, copied},
		{"limited_copy", 0, limited},
		{"json_marshal", 1, marshal},
		{"json_unmarshal", 1, unmarshal},
		{"hex_dropped", 0, hexDropped},
		{"binary_append", 0, binaryAppend},
		{"heap_of_ints", 0, heapOfInts},
		{"linked_list", 0, linkedList},
		{"count_words", 0, countWords},
		{"map_of_structs", 0, mapOfStructs},
		{"sync_pool", 0, pool},
		{"context_value", 0, contextValue},
		{"once_value", 0, onceFunc},
		{"needs_collected", 2, needsCollected},
		{"needs_pushed", 1, needsPushed},
	})
}
