package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// ErrWaitDelay says that pipes stayed open too long after the program had ended.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// Cmd is a program to run, once.
type Cmd struct {
	// Path is the path of the program.
	Path string

	// Args is the command line, the program's name first; nil for just that.
	Args []string

	// Env is the environment, nil for that of this process; of several values of a variable the last counts.
	Env []string

	// Dir is the working directory, "" for that of this process.
	Dir string

	// Stdin is where the program reads from, nil for nothing.
	Stdin io.Reader

	// Stdout and Stderr are where the program writes to, nil for nowhere. If they are the same, writes do not overlap.
	Stdout io.Writer
	Stderr io.Writer

	// ExtraFiles are the files that the program has as 3, 4, ….
	ExtraFiles []*os.File

	// SysProcAttr has further wishes.
	SysProcAttr *syscall.SysProcAttr

	// Process is the process, once it is started.
	Process *os.Process

	// ProcessState is how the process ended.
	ProcessState *os.ProcessState

	// Err is why the program was not found.
	Err error

	// Cancel is called when the context ends; it kills the process if nothing else is set.
	Cancel func() error

	// WaitDelay is how long Wait waits for pipes after the program or the context has ended, 0 for as long as it takes.
	WaitDelay time.Duration

	ctx        context.Context
	childFiles []io.Closer    // closed once the program has them
	ownPipes   []io.Closer    // closed after the end
	copies     []func() error // goroutines that move data
	copied     chan error
	watched    chan error // what the context did to the program
}

// Command is a program with arguments; without a slash the name is looked for in PATH.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command for a program that is killed when the context ends.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String is the command for people to read.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	b := c.Path
	for _, a := range c.Args[min(1, len(c.Args)):] {
		b += " " + a
	}
	return b
}

// Environ is the environment that the program would get.
func (c *Cmd) Environ() []string {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if dir, err := filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+dir)
			}
		}
	}
	last := map[string]int{}
	for i, kv := range env {
		key, _, _ := strings.Cut(kv, "=")
		last[key] = i
	}
	out := make([]string, 0, len(env))
	for i, kv := range env {
		if key, _, ok := strings.Cut(kv, "="); !ok || last[key] == i {
			out = append(out, kv)
		}
	}
	return out
}

// Run starts the program and waits for its end.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

func closeAll(list []io.Closer) {
	for _, f := range list {
		f.Close()
	}
}

// stdin is the file that the program reads from.
func (c *Cmd) stdin() (*os.File, error) {
	if c.Stdin == nil {
		f, err := os.Open(os.DevNull)
		if err == nil {
			c.childFiles = append(c.childFiles, f)
		}
		return f, err
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, r)
	c.ownPipes = append(c.ownPipes, w)
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(w, c.Stdin)
		if errors.Is(err, syscall.EPIPE) {
			// The program need not read all.
			err = nil
		}
		if e := w.Close(); err == nil {
			err = e
		}
		return err
	})
	return r, nil
}

// output is the file that the program writes to for w.
func (c *Cmd) output(w io.Writer) (*os.File, error) {
	if w == nil {
		f, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
		if err == nil {
			c.childFiles = append(c.childFiles, f)
		}
		return f, err
	}
	if f, ok := w.(*os.File); ok {
		return f, nil
	}
	r, pw, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, pw)
	c.ownPipes = append(c.ownPipes, r)
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(w, r)
		r.Close()
		return err
	})
	return pw, nil
}

// same reports whether two writers are equal, also if they cannot be compared.
func same(a, b any) bool {
	defer func() { recover() }()
	return a == b
}

// Start starts the program; Wait has to follow.
func (c *Cmd) Start() error {
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	if c.Err != nil {
		c.fail()
		return c.Err
	}
	if c.Process != nil {
		return errors.New("exec: already started")
	}
	if c.Cancel != nil && c.ctx == nil {
		c.fail()
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	}
	if c.ctx != nil {
		if err := c.ctx.Err(); err != nil {
			c.fail()
			return err
		}
	}
	stdin, err := c.stdin()
	var stdout, stderr *os.File
	if err == nil {
		stdout, err = c.output(c.Stdout)
	}
	if err == nil {
		if c.Stderr != nil && same(c.Stderr, c.Stdout) {
			stderr = stdout
		} else {
			stderr, err = c.output(c.Stderr)
		}
	}
	if err != nil {
		c.fail()
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{
		Dir: c.Dir, Env: c.Environ(), Sys: c.SysProcAttr, Files: append([]*os.File{stdin, stdout, stderr}, c.ExtraFiles...),
	})
	if err != nil {
		c.fail()
		return err
	}
	closeAll(c.childFiles)
	c.childFiles = nil
	c.copied = make(chan error, len(c.copies))
	for _, f := range c.copies {
		go func() { c.copied <- f() }()
	}
	if c.ctx != nil && c.ctx.Done() != nil {
		c.watched = make(chan error)
		go c.watch()
	}
	return nil
}

func (c *Cmd) fail() {
	closeAll(c.childFiles)
	closeAll(c.ownPipes)
	c.childFiles, c.ownPipes = nil, nil
}

// watch ends the program when the context ends; Wait takes what it did.
func (c *Cmd) watch() {
	select {
	case c.watched <- nil:
		return
	case <-c.ctx.Done():
	}
	var err error
	if c.Cancel != nil {
		switch e := c.Cancel(); {
		case e == nil:
			err = c.ctx.Err()
		case errors.Is(e, os.ErrProcessDone):
		default:
			err = errors.New("exec: canceling Cmd: " + e.Error())
		}
	}
	if c.WaitDelay > 0 {
		t := time.NewTimer(c.WaitDelay)
		defer t.Stop()
		select {
		case c.watched <- err:
			return
		case <-t.C:
		}
		c.Process.Kill()
	}
	c.watched <- err
}

// ExitError is a program that did not succeed.
type ExitError struct {
	*os.ProcessState

	// Stderr is what Output has seen of the standard error, its middle left out if it is long.
	Stderr []byte
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// Wait waits for the end of the program and of the copying to and from it.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	if c.watched != nil {
		if e := <-c.watched; err == nil {
			err = e
		}
	}
	var late <-chan time.Time
	if c.WaitDelay > 0 {
		t := time.NewTimer(c.WaitDelay)
		defer t.Stop()
		late = t.C
	}
	for range c.copies {
		select {
		case e := <-c.copied:
			if err == nil {
				err = e
			}
		case <-late:
			closeAll(c.ownPipes)
			if err == nil {
				err = ErrWaitDelay
			}
			late = nil
		}
	}
	closeAll(c.ownPipes)
	c.ownPipes = nil
	return err
}

// Output runs the program and returns what it wrote to its standard output.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	var saver *endsWriter
	if c.Stderr == nil {
		saver = &endsWriter{limit: 32 << 10}
		c.Stderr = saver
	}
	err := c.Run()
	if e, ok := err.(*ExitError); ok && saver != nil {
		e.Stderr = saver.bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the program and returns what it wrote to its standard output and error.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var b bytes.Buffer
	c.Stdout, c.Stderr = &b, &b
	err := c.Run()
	return b.Bytes(), err
}

// StdinPipe is a pipe to the program's standard input.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	if c.Stdin != nil {
		return nil, errors.New("exec: Stdin already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StdinPipe after process started")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.childFiles = append(c.childFiles, r)
	c.ownPipes = append(c.ownPipes, w)
	return w, nil
}

func (c *Cmd) outputPipe(to *io.Writer, name string) (io.ReadCloser, error) {
	if *to != nil {
		return nil, errors.New("exec: " + name + " already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: " + name + "Pipe after process started")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	*to = w
	c.childFiles = append(c.childFiles, w)
	c.ownPipes = append(c.ownPipes, r)
	return r, nil
}

// StdoutPipe is a pipe from the program's standard output; all has to be read before Wait.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) { return c.outputPipe(&c.Stdout, "Stdout") }

// StderrPipe is a pipe from the program's standard error; all has to be read before Wait.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) { return c.outputPipe(&c.Stderr, "Stderr") }

// endsWriter keeps the begin and the end of what is written.
type endsWriter struct {
	limit   int
	begin   []byte
	end     []byte
	skipped int64
}

func (s *endsWriter) Write(p []byte) (int, error) {
	n := len(p)
	k := min(len(p), s.limit-len(s.begin))
	s.begin = append(s.begin, p[:k]...)
	s.end = append(s.end, p[k:]...)
	if extra := len(s.end) - s.limit; extra > 0 {
		s.skipped += int64(extra)
		s.end = append(s.end[:0], s.end[extra:]...)
	}
	return n, nil
}

func (s *endsWriter) bytes() []byte {
	b := s.begin
	if s.skipped > 0 {
		b = append(b, "\n... omitting "+strconv.FormatInt(s.skipped, 10)+" bytes ...\n"...)
	}
	return append(b, s.end...)
}
