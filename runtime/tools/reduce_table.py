#!/usr/bin/env python3
"""Prints the binary digits of 4/pi (the integer part, then 19 words of fraction) for math/reduce.go."""

WORDS = 20
SCALE = 64 * WORDS + 192


def arctan_inverse(n):
    term = (1 << SCALE) // n
    total, k, sign = term, 3, -1
    while term:
        term //= n * n
        total += sign * (term // k)
        k += 2
        sign = -sign
    return total


pi = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))  # Machin
value = (4 << (2 * SCALE)) // pi >> (SCALE - 64 * (WORDS - 1))
for i in range(0, WORDS, 4):
    print("\t" + ", ".join("0x%016x" % (value >> (64 * (WORDS - 1 - j)) & (2**64 - 1)) for j in range(i, i + 4)) + ",")
