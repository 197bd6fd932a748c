//! Functions that reduce a value of any type to a number, without order for maps.

use super::Generator;
use super::types::Ty;

impl Generator {
    /// The name of a type's hash function: `func(x T, depth int) uint64`.
    pub(super) fn hash_func(&mut self, ty: &Ty) -> String {
        self.hashed.want(ty);
        format!("hash_{}", ty.ident())
    }

    /// Writes the hash functions that are used.
    pub(super) fn hash_functions(&mut self) {
        while let Some(ty) = self.hashed.next() {
            let name = self.hash_func(&ty);
            let body = self.hash_body(&ty);
            self.text.out.push_str(&format!("\nfunc {name}(x {}, depth int) uint64 {{\n{body}}}\n", ty.text()));
        }
    }

    fn hash_body(&mut self, ty: &Ty) -> String {
        let list = |f: String| format!("\th := uint64(len(x))\n\tfor _, e := range x {{\n\t\th = mix(h, {f}(e, depth))\n\t}}\n\treturn h\n");
        match ty {
            Ty::Bool => "\tif x {\n\t\treturn 1\n\t}\n\treturn 0\n".into(),
            Ty::Int(_) => "\treturn mix(7, uint64(x))\n".into(),
            Ty::Float(_) => "\tif x != x {\n\t\treturn 3\n\t}\n\tif x > 1e9 || x < -1e9 {\n\t\treturn 5\n\t}\n\treturn mix(9, uint64(int64(x*1024)))\n".into(),
            Ty::Str => "\treturn hashString(x)\n".into(),
            Ty::Slice(e) | Ty::Array(_, e) => list(self.hash_func(e)),
            Ty::Map(k, v) => {
                let (k, v) = (self.hash_func(k), self.hash_func(v));
                format!("\tvar h uint64\n\tfor key, e := range x {{\n\t\th += mix({k}(key, depth), {v}(e, depth))\n\t}}\n\treturn h + uint64(len(x))\n")
            }
            Ty::Ptr(e) => {
                let f = self.hash_func(e);
                format!("\tif x == nil || depth == 0 {{\n\t\treturn 11\n\t}}\n\treturn mix(13, {f}(*x, depth-1))\n")
            }
            Ty::Struct(i) => {
                let fields = self.structs[*i].clone();
                let mut out = String::from("\th := uint64(17)\n");
                for (n, f) in fields.iter().enumerate() {
                    let f = self.hash_func(f);
                    out.push_str(&format!("\th = mix(h, {f}(x.F{n}, depth))\n"));
                }
                out + "\treturn h\n"
            }
            Ty::Iface => "\tif x == nil {\n\t\treturn 19\n\t}\n\treturn hashString(x.Name())\n".into(),
            Ty::Any => {
                let (i, s) = (self.hash_func(&Ty::Int("int")), self.hash_func(&Ty::Str));
                format!(
                    "\tswitch x := x.(type) {{\n\tcase nil:\n\t\treturn 23\n\tcase int:\n\t\treturn {i}(x, depth)\n\tcase string:\n\t\treturn {s}(x, depth)\n\tcase Shape:\n\t\treturn 29\n\t}}\n\treturn 31\n"
                )
            }
            Ty::Func => "\tif x == nil {\n\t\treturn 37\n\t}\n\treturn 41\n".into(),
            Ty::Stack(e) => {
                let f = self.hash_func(&Ty::Slice(e.clone()));
                format!("\treturn {f}(x.items, depth)\n")
            }
        }
    }
}
