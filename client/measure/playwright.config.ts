import { defineConfig } from '@playwright/test';
import stories from '../playwright.config';

/** What is measured in real browsers; no part of the tests. */
export default defineConfig({ ...stories, testDir: '.', outputDir: '../test-results', workers: 1 });
