// A panic with a named string prints its type.
package main

type reason string

func main() {
	defer func() {
		defer func() {
			defer func() {
				defer func() {
					panic(reason("named string"))
				}()
				panic(1.5)
			}()
			panic(int8(-3))
		}()
		panic(true)
	}()
	panic('x')
}
