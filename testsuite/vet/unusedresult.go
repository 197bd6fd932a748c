package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

func main() {
	var w strings.Builder
	w.WriteString("x")
	w.String()
	os.ErrExist.Error()
	slices.Clone([]int{1})
	slices.Sort([]int{1})
	strings.ToUpper("x")
	time.Now().String()
	fmt.Sprint()
	context.WithValue(nil, 1, 2)
	go fmt.Sprint("x")
	defer fmt.Sprint("y")
	(fmt.Sprint("z"))
}
