// One closing line that scripts can add up, and no silent success: a run, or a file, without a test fails.

const countTests = (suite, counts) => {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite?.suites ?? []) countTests(inner, counts);
  return counts;
};

const countsOf = (session) => countTests(session.testResults, { passed: 0, failed: 0, skipped: 0 });

export const summaryReporter = () => ({
  onTestRunFinished({ sessions }) {
    const total = { passed: 0, failed: 0, skipped: 0 };
    const empty = [];
    for (const session of sessions) {
      const counts = countsOf(session);
      // A file that broke before its first test (a syntax error, a missing import) is one failure.
      if (!session.passed && !counts.failed) counts.failed = 1;
      if (counts.passed + counts.failed === 0) empty.push(`${session.testFile} (${session.browser.name})`);
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
    for (const file of empty) console.error(`no test ran in ${file}`);
    const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
    console.log(`\nwtr: ${total.passed} passed, ${total.failed} failed${skipped}`);
    if (empty.length || total.passed + total.failed === 0) {
      // The runner ends with exit(0), which sets exitCode before it emits `exit`.
      process.on('exit', () => (process.exitCode = 1));
    }
  },
});
