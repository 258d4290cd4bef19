//! Work that falls into parts, done by several threads at once. Which thread does what never shows: what comes out
//! stands in the order of the parts.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

/// How many threads may work at once; one unless more are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threads(NonZeroUsize);

impl Default for Threads {
    fn default() -> Self {
        Self(NonZeroUsize::MIN)
    }
}

impl Threads {
    /// At most so many.
    pub fn new(most: NonZeroUsize) -> Self {
        Self(most)
    }

    /// Does the work on each part, and returns what came out in the order of the parts. A thread that is done with
    /// one part takes the next, so put the largest first.
    pub(crate) fn each<Part: Send, Done: Send>(
        self,
        parts: Vec<Part>,
        work: impl Fn(Part) -> Done + Sync,
    ) -> Vec<Done> {
        let threads = self.0.get().min(parts.len());
        if threads < 2 {
            return parts.into_iter().map(work).collect();
        }
        let left = Mutex::new(parts.into_iter().enumerate());
        let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
        let helper = || std::iter::from_fn(next).map(|(at, part)| (at, work(part))).collect::<Vec<_>>();
        let mut done = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(helper)).collect();
            let mut done = helper();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, done)| done).collect()
    }

    /// A list in parts of so many, as many parts as there are threads at a time.
    pub(crate) fn turns<Item>(self, list: &[Item], size: usize) -> impl Iterator<Item = Vec<&[Item]>> {
        list.chunks(size * self.0.get()).map(move |turn| turn.chunks(size).collect())
    }

    /// A list in one part for each thread.
    pub(crate) fn shares<Item>(self, list: &[Item]) -> Vec<&[Item]> {
        list.chunks(list.len().div_ceil(self.0.get()).max(1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_out_stands_in_the_order_of_the_parts() {
        let list: Vec<usize> = (0..1_000).collect();
        for threads in 1..5 {
            let threads = Threads::new(NonZeroUsize::new(threads).unwrap());
            assert_eq!(threads.each(list.clone(), |part| part * 2), list.iter().map(|at| at * 2).collect::<Vec<_>>());
            assert_eq!(threads.each(threads.shares(&list), <[usize]>::to_vec).concat(), list);
            let turns = threads.turns(&list, 30).flat_map(|turn| threads.each(turn, <[usize]>::to_vec));
            assert_eq!(turns.collect::<Vec<_>>().concat(), list);
            assert!(threads.each(Vec::<u8>::new(), |part| part).is_empty());
        }
    }
}
