//! Types as text: as messages print them, as run-time type names, and as canonical keys.

use crate::object::ObjId;
use crate::types::TypeId;
use crate::world::{PkgId, World};

impl World {
    /// The type as messages of package `pkg` print it: names of other packages qualified by package name.
    pub fn type_string(&self, ty: TypeId, pkg: PkgId) -> String {
        let _ = (ty, pkg);
        String::new()
    }

    /// The object as messages print it: `var x int`, `func f(x int)`, `type T struct{}`.
    pub fn object_string(&self, obj: ObjId, pkg: PkgId) -> String {
        let _ = (obj, pkg);
        String::new()
    }

    /// A text that is equal exactly for identical types: everything qualified by package path.
    pub fn type_key(&self, ty: TypeId) -> String {
        let _ = ty;
        String::new()
    }

    /// The type's name at run time, as `%T` and panics print it: `main.T`, `map[string]int`, `interface {}`.
    pub fn runtime_type_string(&self, ty: TypeId) -> String {
        let _ = ty;
        String::new()
    }

    /// The parameters and results of a signature as messages print them, without `func`: `(x int) (string, error)`.
    pub fn signature_string(&self, ty: TypeId, pkg: PkgId) -> String {
        let _ = (ty, pkg);
        String::new()
    }
}
