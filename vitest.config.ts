import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The default leaves one processor to the watcher; a single run has none.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'suite',
          // Files share what they load: loading the portal anew for each took half of the time. None may leave a trace.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/processes/**', 'test/bench/**'],
          globalSetup: ['test/support/database-setup.ts'],
          testTimeout: 15_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        test: {
          // The compiled portal as processes of its own: killed, starved of its database, restored, put behind a proxy.
          name: 'processes',
          include: ['test/processes/**/*.test.ts'],
          globalSetup: ['test/support/database-setup.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/portal-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
