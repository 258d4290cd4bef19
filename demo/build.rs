//! Gathers the words of the personas.
fn main() {
    words::gather(".");
}
