// The verbs and flags of integers, floats, strings, booleans and characters.
package main

import "fmt"

func main() {
	for _, f := range []string{"%d", "%+d", "%5d|", "%-5d|", "%05d", "% d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%08b", "%c", "%q", "%U", "%#U", "%e", "%v", "%#v", "%T", "%s", "%t", "%.3d", "%8.3d", "%+.2x"} {
		fmt.Printf(f+" ", 65)
		fmt.Printf(f+" ", -42)
		fmt.Printf(f+"\n", uint8(200))
	}
	for _, f := range []string{"%f", "%.2f", "%8.3f|", "%-8.1f|", "%+f", "%08.2f", "%e", "%E", "%.3e", "%g", "%G", "%.3g", "%10g|", "%v", "%b", "%x", "%X", "% f", "%#g", "%d", "%s", "%6.0f", "%#.0f"} {
		fmt.Printf(f+" ", 3.14159)
		fmt.Printf(f+" ", -1e21)
		fmt.Printf(f+"\n", float32(0.1))
	}
	for _, f := range []string{"%s", "%q", "%10s|", "%-10s|", "%.2s", "%8.3q|", "%x", "%X", "% x", "%#x", "%# X", "%v", "%#v", "%d", "%+q", "%#q", "%010s", "%c", "%t"} {
		fmt.Printf(f+" ", "héy")
		fmt.Printf(f+" ", []byte("a\n"))
		fmt.Printf(f+"\n", "")
	}
	fmt.Printf("%t %v %5t| %q %d\n", true, false, true, true, false)
	fmt.Printf("%c%c%c %q %q %U %#U %x\n", 'a', 0x4e16, 0x1f600, 'x', '\n', 'é', '世', 'z')
	fmt.Printf("%*d|%-*d|%.*f|%[2]d %[1]d|%[3]*.[2]*[1]f|\n", 5, 42, 6, 7, 2, 3.14159)
	fmt.Printf("%[3]*.[2]*[1]f|%[2]d %[1]v\n", 12.0, 2, 8)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x")
	fmt.Printf("%!|%z|%d%%|%", 3)
	fmt.Println()
	fmt.Printf("%[5]d %[0]d %[x]d %.[2]d\n", 1, 2)
	fmt.Printf("%s %d %v\n", nil, nil, nil)
	fmt.Printf("%6.2f%%|%+v|%x|%X\n", 99.5, -0.0, -255, "hi")
	fmt.Printf("%v %v %.1f %8.2f|\n", 1+2i, complex64(-1i), 1.25+2.75i, 3i)
	fmt.Printf("%t %t\n", 1, "x")
}
