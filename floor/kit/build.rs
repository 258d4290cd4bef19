//! Gathers the words of the floor's pages.
fn main() {
    words::gather(".");
}
