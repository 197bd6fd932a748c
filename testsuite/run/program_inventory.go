// Commands read from text, an index, reports and errors of several types.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type sku string

type item struct {
	id    sku
	count int
	cents int64
	tags  map[string]bool
}

type store struct {
	items map[sku]*item
	byTag map[string]map[sku]struct{}
	log   []func() string
}

type notFound struct{ id sku }

func (n notFound) Error() string { return "no item " + string(n.id) }

var errUsage = errors.New("usage")

type money int64

func (m money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s$%d.%02d", sign, m/100, m%100)
}

type command func(s *store, args []string) error

var commands map[string]command

func init() {
	commands = map[string]command{
		"add":  (*store).add,
		"take": (*store).take,
		"tag":  (*store).tag,
		"report": func(s *store, args []string) error {
			s.report(args...)
			return nil
		},
	}
}

func (s *store) get(id string) (*item, error) {
	if it, ok := s.items[sku(id)]; ok {
		return it, nil
	}
	return nil, notFound{sku(id)}
}

func (s *store) add(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("add id count cents: %w", errUsage)
	}
	n, err1 := strconv.Atoi(args[1])
	c, err2 := strconv.ParseInt(args[2], 10, 64)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	it, err := s.get(args[0])
	if err != nil {
		it = &item{id: sku(args[0]), tags: map[string]bool{}}
		s.items[it.id] = it
	}
	it.count += n
	it.cents = c
	s.log = append(s.log, func() string { return fmt.Sprintf("+%d %s now %d", n, it.id, it.count) })
	return nil
}

func (s *store) take(args []string) error {
	it, err := s.get(args[0])
	if err != nil {
		return fmt.Errorf("take: %w", err)
	}
	n, err := strconv.Atoi(args[1])
	switch {
	case err != nil:
		return err
	case n > it.count:
		return fmt.Errorf("take: only %d of %s", it.count, it.id)
	}
	it.count -= n
	return nil
}

func (s *store) tag(args []string) error {
	it, err := s.get(args[0])
	if err != nil {
		return err
	}
	for _, t := range args[1:] {
		it.tags[t] = true
		if s.byTag[t] == nil {
			s.byTag[t] = map[sku]struct{}{}
		}
		s.byTag[t][it.id] = struct{}{}
	}
	return nil
}

func (s *store) report(tags ...string) {
	var total money
	var ids []string
	for id, it := range s.items {
		ok := true
		for _, t := range tags {
			ok = ok && it.tags[t]
		}
		if ok {
			ids = append(ids, string(id))
			total += money(it.cents) * money(it.count)
		}
	}
	sort.Strings(ids)
	for _, id := range ids {
		it := s.items[sku(id)]
		fmt.Printf("  %-8s %4d x %9v\n", id, it.count, money(it.cents))
	}
	fmt.Printf("  total %v of %d\n", total, len(ids))
}

const script = `add bolt 100 25
add nut 250 10
add gear 7 129900
tag bolt metal small
tag nut metal small
tag gear metal
report
take bolt 30
take gear 8
take wheel 1
add nut x y
add nut
frobnicate
report metal small
take nut
report none`

func (s *store) execute(line string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%q: %v", line, r)
		}
	}()
	f := strings.Fields(line)
	c, ok := commands[f[0]]
	if !ok {
		return errors.New("unknown command " + f[0])
	}
	return c(s, f[1:])
}

func main() {
	s := &store{items: map[sku]*item{}, byTag: map[string]map[sku]struct{}{}}
	sc := bufio.NewScanner(strings.NewReader(script))
	w := bufio.NewWriter(os.Stdout)
	w.Flush()
	for n := 1; sc.Scan(); n++ {
		err := s.execute(sc.Text())
		var nf notFound
		switch {
		case errors.As(err, &nf):
			fmt.Println(n, "missing", nf.id, "-", err)
		case errors.Is(err, errUsage):
			fmt.Println(n, "usage -", err)
		case err != nil:
			fmt.Printf("%d error - %q\n", n, err)
		}
	}
	for _, l := range s.log {
		fmt.Println(l())
	}
	fmt.Println(len(s.byTag["small"]), len(s.byTag["none"]), money(-5), money(123456))
}
