//! On which line each row stands.

use crate::ids::small;

/// Lines of the rows that were taken, as runs without a gap: mostly one for a whole file.
#[derive(Default)]
pub(crate) struct Lines {
    rows: u32,
    /// The first row of each run and its line.
    runs: Vec<(u32, u32)>,
}

impl Lines {
    pub(crate) fn push(&mut self, line: u32) {
        let goes_on = self.runs.last().is_some_and(|(first, start)| line - start == self.rows - first);
        if !goes_on {
            self.runs.push((self.rows, line));
        }
        self.rows += 1;
    }

    pub(crate) fn get(&self, row: usize) -> u32 {
        let run = self.runs.partition_point(|(first, _)| *first as usize <= row);
        let (first, start) = self.runs[run - 1];
        start + small(row) - first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_as_they_went_in() {
        let (mut lines, mut all) = (Lines::default(), Vec::new());
        let mut line = 1;
        for row in 0..1_000u32 {
            line += 1 + u32::from(row % 7 == 0) * (row % 3);
            lines.push(line);
            all.push(line);
        }
        assert!(lines.runs.len() < 200);
        assert_eq!((0..all.len()).map(|row| lines.get(row)).collect::<Vec<_>>(), all);
    }
}
