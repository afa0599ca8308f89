import { defineConfig } from 'vitest/config'

export default defineConfig(({ command }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  // Hundreds of small modules that are read one by one at each start; as one file a third of the time and memory.
  // What is built on them comes along: a second Hono would not know the first one's refusals.
  ssr:
    command === 'build'
      ? { noExternal: ['kysely', 'hono', /^@hono\//, 'zod', '@asteasolutions/zod-to-openapi'] }
      : {},
  build: {
    ssr: 'src/dateline.ts',
    outDir: 'dist',
    target: 'node24',
    emptyOutDir: true,
    sourcemap: true,
    // All in one folder: the demo finds its pictures beside it.
    rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
  },
  test: {
    globalSetup: 'test/setup.ts',
    include: ['{src,test,demo}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: true,
  },
}))
