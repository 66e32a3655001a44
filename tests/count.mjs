// Prints "passed failed" of one result file: trx of a .NET suite, JSON of Vitest or Playwright. No file: 0 0.
import fs from 'node:fs';

const [kind, file] = process.argv.slice(2);
const read = {
  trx(text) {
    const counters = /<Counters\b([^>]*)>/.exec(text)[1];
    const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
    return [count('passed'), count('failed') + count('error') + count('timeout') + count('aborted')];
  },
  vitest(text) {
    const result = JSON.parse(text);
    const brokenFiles = result.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
    return [result.numPassedTests, result.numFailedTests + brokenFiles];
  },
  playwright(text) {
    const { stats, errors } = JSON.parse(text);
    return [stats.expected, stats.unexpected + stats.flaky + errors.length];
  },
};

try {
  console.log(read[kind](fs.readFileSync(file, 'utf8')).join(' '));
} catch {
  console.log('0 0');
}
