// Package os/exec, os.StartProcess.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func report(name string, err error) {
	var e *exec.ExitError
	if errors.As(err, &e) {
		fmt.Println(name, err, e.ExitCode(), e.Exited(), e.Success(), string(e.Stderr))
		return
	}
	fmt.Println(name, err)
}

func main() {
	out, err := exec.Command("echo", "hello", "world").Output()
	fmt.Printf("%q %v\n", out, err)
	out, err = exec.Command("sh", "-c", "echo out; echo err >&2; exit 3").Output()
	fmt.Printf("%q ", out)
	report("output", err)
	out, err = exec.Command("sh", "-c", "echo out; echo err >&2").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	report("true", exec.Command("true").Run())
	report("false", exec.Command("false").Run())
	report("kill", exec.Command("sh", "-c", "kill -TERM $$").Run())
	report("missing", exec.Command("no-such-program-here").Run())
	report("path", exec.Command("/no/such/program").Run())
	report("directory", exec.Command("/tmp").Run())
	report("none", (&exec.Cmd{}).Run())

	// Input and output through pipes and buffers.
	c := exec.Command("cat")
	c.Stdin = strings.NewReader(strings.Repeat("data ", 50000))
	var b bytes.Buffer
	c.Stdout = &b
	report("cat", c.Run())
	fmt.Println(b.Len(), c.ProcessState, c.ProcessState.Pid() == c.Process.Pid, c.ProcessState.UserTime() >= 0, c.ProcessState.SystemTime() >= 0)
	c = exec.Command("head", "-c", "5")
	c.Stdin = strings.NewReader(strings.Repeat("data ", 50000))
	out, err = c.Output()
	fmt.Printf("%q %v\n", out, err)
	c = exec.Command("cat", "-n")
	in, _ := c.StdinPipe()
	stdout, _ := c.StdoutPipe()
	report("start", c.Start())
	s := bufio.NewScanner(stdout)
	for i := range 3 {
		fmt.Fprintln(in, "line", i)
		s.Scan()
		fmt.Println(strings.TrimSpace(s.Text()))
	}
	in.Close()
	rest, err := io.ReadAll(stdout)
	fmt.Println(len(rest), err)
	report("wait", c.Wait())
	report("again", c.Wait())
	report("restart", c.Start())
	c = exec.Command("sh", "-c", "echo to stderr >&2")
	stderr, _ := c.StderrPipe()
	c.Start()
	rest, _ = io.ReadAll(stderr)
	fmt.Printf("%q %v\n", rest, c.Wait())
	r, w, _ := os.Pipe()
	c = exec.Command("sh", "-c", "cat <&3; echo done >&2")
	c.ExtraFiles = []*os.File{r}
	c.Stdout, c.Stderr = &b, &b
	b.Reset()
	c.Start()
	fmt.Fprint(w, "through three ")
	w.Close()
	report("extra", c.Wait())
	fmt.Println(b.String())

	// Environment and directory.
	dir, _ := filepath.EvalSymlinks(os.TempDir())
	c = exec.Command("sh", "-c", "pwd; echo $A-$B-$PWD")
	c.Env = []string{"A=1", "B=2", "A=3"}
	c.Dir = dir
	out, err = c.Output()
	fmt.Println(strings.ReplaceAll(string(out), dir, "DIR"), err, c.Environ())
	c = exec.Command("true")
	c.Dir = "/no/such/dir"
	report("dir", c.Run())
	fmt.Println(exec.Command("echo", "a b", "c").String() != "", exec.Command("nope-x", "1").String())
	_, err = exec.LookPath("sh")
	fmt.Println(err)
	_, err = exec.LookPath("no-such-program-here")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	_, err = exec.LookPath("/etc/passwd")
	fmt.Println(err, errors.Is(err, fs.ErrPermission))

	// Contexts.
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	start := time.Now()
	report("timeout", exec.CommandContext(ctx, "sleep", "20").Run())
	fmt.Println(time.Since(start) < 10*time.Second)
	cancel()
	report("cancelled", exec.CommandContext(ctx, "true").Run())
	ctx, cancel = context.WithCancel(context.Background())
	c = exec.CommandContext(ctx, "sleep", "20")
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.Start()
	cancel()
	report("interrupt", c.Wait())
	ctx, cancel = context.WithCancel(context.Background())
	report("in time", exec.CommandContext(ctx, "true").Run())
	cancel()

	// Processes.
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "exit 7"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	if err != nil {
		fmt.Println(err)
		return
	}
	state, err := p.Wait()
	fmt.Println(state, err, state.ExitCode(), state.Sys().(syscall.WaitStatus).ExitStatus(), state.SysUsage().(*syscall.Rusage) != nil)
	fmt.Println(p.Signal(os.Interrupt), errors.Is(p.Kill(), os.ErrProcessDone))
	p, _ = os.StartProcess("/bin/sleep", []string{"sleep", "20"}, &os.ProcAttr{})
	fmt.Println(p.Kill())
	state, err = p.Wait()
	fmt.Println(state, err, state.ExitCode(), state.Exited(), state.Sys().(syscall.WaitStatus).Signal())
	_, err = os.StartProcess("/bin/sh", []string{"a\x00b"}, &os.ProcAttr{})
	fmt.Println(err)
	n := 0
	for range 20 {
		if out, err := exec.Command("echo", "x").Output(); err == nil && string(out) == "x\n" {
			n++
		}
	}
	fmt.Println(n)
}
