//! What the run cost, asked of the operating system.

use matching::Meter;
use rustix::time::{ClockId, clock_gettime};

/// CPU time of this process, all threads, user and system. Not a clock: it stands still while others run.
pub(crate) struct ProcessMeter;

impl Meter for ProcessMeter {
    fn cpu_seconds(&mut self) -> f64 {
        let spent = clock_gettime(ClockId::ProcessCPUTime);
        spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9
    }
}

/// The most memory the process held so far, in units of 1,000,000 bytes; 0 where the system does not tell.
pub(crate) fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kib| kib.trim().parse::<f64>().ok());
    kib.unwrap_or(0.0) * 1024.0 / 1e6
}
