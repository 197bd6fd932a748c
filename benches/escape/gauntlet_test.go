package main

import "testing"

// BenchmarkGauntlet runs the cases of a class: golift bench CLASS.go measure.go gauntlet_test.go.
func BenchmarkGauntlet(b *testing.B) {
	measured = func(cases []gauntletCase) {
		for _, c := range cases {
			b.Run(c.name, func(b *testing.B) {
				for b.Loop() {
					c.run()
				}
			})
		}
	}
	main()
}
