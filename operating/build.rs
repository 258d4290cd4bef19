//! Gathers the words of the wing's rooms.
fn main() {
    words::gather(".");
}
