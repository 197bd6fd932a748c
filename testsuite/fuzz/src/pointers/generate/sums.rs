//! Checksums: functions that read all that a value reaches, some pointers deep, and call what can be called.

use super::Generator;
use super::types::Ty;

impl Generator {
    /// The name of a type's checksum function: `func(x T, d int) int`.
    pub(super) fn sum_func(&mut self, ty: &Ty) -> String {
        if !matches!(ty, Ty::Int | Ty::Str | Ty::Bytes) {
            self.summed.want(ty);
        }
        format!("sum_{}", ty.ident())
    }

    /// Writes the checksum functions that are used.
    pub(super) fn sum_functions(&mut self) {
        while let Some(ty) = self.summed.next() {
            let name = self.sum_func(&ty);
            let body = self.sum_body(&ty);
            self.text.out.push_str(&format!("\nfunc {name}(x {}, d int) int {{\n{body}}}\n", ty.text()));
        }
    }

    fn sum_body(&mut self, ty: &Ty) -> String {
        let guard = "\tif x == nil || d <= 0 || bump() {\n\t\treturn 11\n\t}\n";
        let stop = if self.calm { "" } else { "\tdefer func() { recover() }()\n" };
        match ty {
            Ty::Int | Ty::Str | Ty::Bytes => String::new(),
            Ty::Slice(e) | Ty::Arr(_, e) => {
                let f = self.sum_func(e);
                // A slice may hold itself.
                let guard = if matches!(ty, Ty::Slice(_)) { guard } else { "" };
                format!("{guard}\th := len(x)\n\tfor i := range x {{\n\t\tif i > 5 {{\n\t\t\tbreak\n\t\t}}\n\t\th = (h*31 + {f}(x[i], d-1)) & 0xffffff\n\t}}\n\treturn h\n")
            }
            Ty::Map(e) => {
                let f = self.sum_func(e);
                format!("{guard}\th := len(x)\n\tfor k := range 10 {{\n\t\tif e, ok := x[k]; ok {{\n\t\t\th = (h*31 + k + {f}(e, d-1)) & 0xffffff\n\t\t}}\n\t}}\n\treturn h\n")
            }
            Ty::Names(e) => {
                let f = self.sum_func(e);
                format!("{guard}\th := len(x)\n\tfor k, e := range x {{\n\t\th += sum_str(k, d)\n\t\tif len(x) == 1 {{\n\t\t\th += {f}(e, d-1)\n\t\t}}\n\t}}\n\tfor _, k := range [...]string{{\"a\", \"bc\", \"key\", \"0\", \"1\", \"2\", \"3\"}} {{\n\t\tif e, ok := x[k]; ok {{\n\t\t\th = (h*31 + {f}(e, d-1)) & 0xffffff\n\t\t}}\n\t}}\n\treturn h & 0xffffff\n")
            }
            Ty::Ptr(i) => {
                let f = self.sum_func(&Ty::Val(*i));
                format!("{guard}\treturn ({f}(*x, d-1)*31 + 13) & 0xffffff\n")
            }
            Ty::Ref(e) => {
                let f = self.sum_func(e);
                format!("{guard}\treturn ({f}(*x, d-1)*31 + 17) & 0xffffff\n")
            }
            Ty::Val(i) => {
                let mut out = String::from("\th := 17\n");
                for (name, f) in self.structs[*i].clone() {
                    let f = self.sum_func(&f);
                    out.push_str(&format!("\th = (h*31 + {f}(x.{name}, d)) & 0xffffff\n"));
                }
                out + "\treturn h\n"
            }
            Ty::Shape => format!("{guard}\treturn x.Sum(d)\n"),
            Ty::Err => {
                let f = self.sum_func(&Ty::Shape);
                let r = self.sum_func(&Ty::Ref(Box::new(Ty::Int)));
                format!("{guard}\tif f, ok := x.(*Fail); ok {{\n\t\treturn ({f}(f.at, d-1)*31 + sum_str(f.why, d) + {r}(f.off, d)) & 0xffffff\n\t}}\n\treturn sum_str(x.Error(), d)\n")
            }
            Ty::Any => {
                let mut out = String::from("\tif d <= 0 || bump() {\n\t\treturn 12\n\t}\n\tswitch x := x.(type) {\n");
                for ty in self.boxed.clone() {
                    let f = self.sum_func(&ty);
                    out.push_str(&format!("\tcase {}:\n\t\treturn {f}(x, d-1) + 1\n", ty.text()));
                }
                out + "\t}\n\treturn 19\n"
            }
            Ty::Thunk(e) => {
                let f = self.sum_func(e);
                format!("{guard}{stop}\treturn ({f}(x(), d-1)*31 + 23) & 0xffffff\n")
            }
            Ty::Fn(e) => {
                let f = self.sum_func(e);
                format!("{guard}{stop}\tvar e {}\n\treturn ({f}(x(e), d-1)*31 + 29) & 0xffffff\n", e.text())
            }
            Ty::Iter(e) => {
                let f = self.sum_func(e);
                format!("{guard}{stop}\th, n := 7, 0\n\tfor e := range x {{\n\t\tif n++; n > 5 {{\n\t\t\tbreak\n\t\t}}\n\t\th = (h*31 + {f}(e, d-1)) & 0xffffff\n\t}}\n\treturn h\n")
            }
            // What is in the channel is taken out and put back.
            Ty::Chan(e) => {
                let f = self.sum_func(e);
                format!("{guard}\th := len(x)\n\tfor range len(x) {{\n\t\tselect {{\n\t\tcase e := <-x:\n\t\t\th = (h*31 + {f}(e, d-1)) & 0xffffff\n\t\t\tselect {{\n\t\t\tcase x <- e:\n\t\t\tdefault:\n\t\t\t}}\n\t\tdefault:\n\t\t}}\n\t}}\n\treturn h\n")
            }
            Ty::Cell(e) => {
                let f = self.sum_func(e);
                format!("{guard}\th := 3\n\tfor n := 0; x != nil && n < 4; n++ {{\n\t\th = (h*31 + {f}(x.v, d-1)) & 0xffffff\n\t\tx = x.next\n\t}}\n\treturn h\n")
            }
        }
    }
}
