// Accounts with ordered locks, concurrent transfers, and an invariant at the end.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	id      int
	balance int
	history []entry
}

type entry struct {
	other, amount int
}

type insufficient struct{ id, have, need int }

func (e insufficient) Error() string {
	return fmt.Sprintf("account %d: have %d, need %d", e.id, e.have, e.need)
}

var errSame = errors.New("same account")

func transfer(from, to *account, amount int) error {
	if from == to {
		return errSame
	}
	a, b := from, to
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if from.balance < amount {
		return fmt.Errorf("transfer to %d: %w", to.id, insufficient{from.id, from.balance, amount})
	}
	from.balance -= amount
	to.balance += amount
	from.history = append(from.history, entry{to.id, -amount})
	to.history = append(to.history, entry{from.id, amount})
	return nil
}

func main() {
	accounts := make([]*account, 8)
	for i := range accounts {
		accounts[i] = &account{id: i, balance: 1000}
	}
	fmt.Println(transfer(accounts[0], accounts[0], 5))
	err := transfer(accounts[1], accounts[2], 5000)
	var in insufficient
	fmt.Println(err, errors.As(err, &in), in.need-in.have, errors.Is(err, errSame))

	var wg sync.WaitGroup
	failures := make(chan error, 10000)
	for w := range 16 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seed := uint32(w + 1)
			for range 300 {
				seed = seed*1664525 + 1013904223
				from, to := accounts[seed>>8%8], accounts[seed>>16%8]
				if err := transfer(from, to, int(seed>>24)); err != nil {
					failures <- err
				}
			}
		}()
	}
	wg.Wait()
	close(failures)
	strange := 0
	for err := range failures {
		if !errors.Is(err, errSame) && !errors.As(err, &in) {
			strange++
		}
	}
	total, moved := 0, 0
	for _, a := range accounts {
		total += a.balance
		sum := 1000
		for _, e := range a.history {
			sum += e.amount
			moved += e.amount
		}
		if sum != a.balance {
			fmt.Println("account", a.id, "has", a.balance, "but history says", sum)
		}
	}
	fmt.Println(total, moved, strange)
}
