import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

// the same engine without a browser's windows around it, where it is installed: each person's browser opens in a third of the time
const shell = '/usr/bin/chromium-headless-shell';

/** Drives the real server with the Chromium of the system; no browser is downloaded. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // the limits are against hanging, not a measure: a busy machine takes its time
  timeout: 900_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium'),
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
});
