//! Bodies of wrappers and thunks.
