//! Which generated functions exist, their names and signatures; bodies are in `wrapper_body.rs`.

use super::keys::FuncKey;
use super::module::ModuleBuilder;
use golift_ssa::func::FuncFlags;
use golift_ssa::{DataId, FuncId, LayoutId, Signature};
use golift_types::{ObjId, TypeId};

impl<'p> ModuleBuilder<'p> {
    /// Name, signature and flags of a function that is not a literal.
    pub(super) fn describe_func(&mut self, key: &FuncKey) -> (String, Signature, FuncFlags) {
        let _ = key;
        todo!()
    }

    /// The function of the method expression `T.M`; its signature is the method's with the receiver as plain first
    /// parameter (`Lead::Recv(recv)`). For a method that `recv` itself declares this is the method's own function.
    pub fn method_expr(&mut self, recv: TypeId, method: ObjId) -> FuncId {
        let _ = (recv, method);
        todo!()
    }

    /// The static closure of the method expression `T.M` as a func value.
    pub fn method_expr_value(&mut self, recv: TypeId, method: ObjId) -> DataId {
        let f = self.method_expr(recv, method);
        self.func_value(f)
    }

    /// The method value `x.M` for an `x` of type `recv`: the code to store at offset 0 of a closure object of the
    /// layout, and the offset where `x` itself is stored. For interfaces check `x` for nil first; for promoted
    /// methods evaluate the path to the embedded receiver first and pass that receiver's type.
    pub fn method_value(&mut self, recv: TypeId, method: ObjId) -> (FuncId, LayoutId, u64) {
        let _ = (recv, method);
        todo!()
    }
}
