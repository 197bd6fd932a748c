#!/bin/sh
# Writes what the official compiler prints about the programs of this folder, a file NAME.m beside NAME.go.
# The first line of a program is a comment with the compiler's flags; each of several sets of flags (`-m | -m=2 -l`) has
# a part of NAME.m, after a line `# FLAGS`. With ` any order` behind them the order of lines does not count. GO names the go command of go1.27.
set -u
GO=${GO:-go}
for f in "$@"; do
    dir=$(mktemp -d)
    name=$(basename "$f")
    cp "$f" "$dir/$name"
    printf 'module p\ngo 1.27\n' >"$dir/go.mod"
    sets=$(head -1 "$f" | sed 's|^// ||; s| any order$||')
    echo "$sets" | tr '|' '\n' | while read -r flags; do
        [ "$flags" = "$sets" ] || echo "# $flags"
        (cd "$dir" && GO111MODULE=on GOTOOLCHAIN=local GOFLAGS= "$GO" build -gcflags="$flags" -o "$dir/out" . 2>&1) |
            grep -v '^#' | sed "s|\./$name|$name|g"
    done >"${f%.go}.m"
    rm -rf "$dir"
done
