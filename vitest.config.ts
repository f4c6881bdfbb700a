import { defineConfig } from 'vitest/config'

// One process keeps one resident dbt worker for all test files that it runs, so files share a process (isolate: false).
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/warehouse/folder_of_the_run.ts',
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
