//! Writing structures with addresses into static data.
