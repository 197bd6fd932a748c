//! Optimising passes: a file a pass, run from the table in `pipeline`.
