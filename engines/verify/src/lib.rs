//! Checks an allocation against its input and certificate, sharing no code with the engine that made them.
