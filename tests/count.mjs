// Prints "passed failed" of one result file, then a line for each test that failed with what it said first.
// The file is the trx of a .NET suite, or the JSON of Vitest or Playwright. No file: 0 0.
import fs from 'node:fs';

const [kind, file] = process.argv.slice(2);
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
  .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]).replace(/\x1b\[[0-9;]*m/g, '');
const shorten = (text) => plain(text).split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 6).join(' | ').slice(0, 600);

const read = {
  trx(text) {
    const counters = /<Counters\b([^>]*)>/.exec(text)[1];
    const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
    const results = text.split('<UnitTestResult ').slice(1).filter((one) => /^[^>]*outcome="(?:Failed|Error|Timeout|Aborted)"/.test(one));
    return {
      passed: count('passed'),
      failed: count('failed') + count('error') + count('timeout') + count('aborted'),
      names: results.map((one) => [/testName="([^"]*)"/.exec(one)?.[1] ?? '', /<Message>([^<]*)/.exec(one)?.[1] ?? '']),
    };
  },
  vitest(text) {
    const result = JSON.parse(text);
    const broken = result.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
    const failures = result.testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'failed');
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken.length,
      names: [...broken.map((one) => [one.name, one.message]), ...failures.map((one) => [one.fullName, one.failureMessages[0] ?? ''])],
    };
  },
  playwright(text) {
    const { stats, errors, suites } = JSON.parse(text);
    const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
    const failures = suites.flatMap(specs).filter((one) => !one.ok);
    const first = (spec) => spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error?.message ?? '';
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      names: [...errors.map((one) => ['outside every story', one.message ?? '']), ...failures.map((one) => [one.title, first(one)])],
    };
  },
};

try {
  const { passed, failed, names } = read[kind](fs.readFileSync(file, 'utf8'));
  console.log(`${passed} ${failed}`);
  for (const [name, message] of names) console.log(`${plain(name)}: ${shorten(message)}`);
} catch {
  console.log('0 0');
}
