import base from '../jest.config.js';

/** Pages in a real Chromium, and faults, against running apps; one file after another, since each starts what it needs. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/{browser,stack}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
