import { readdirSync } from 'node:fs'
import { build } from 'vite'

/** Builds the newsroom, and those programs of the benches that render pages: Node alone cannot read JSX. */
export async function builtAll() {
  await build({ logLevel: 'error' })
  await build({
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: 'dist/bench',
      rolldownOptions: {
        input: Object.fromEntries(
          readdirSync('bench/programs').map((file) => [
            file.replace(/\.ts$/, ''),
            `bench/programs/${file}`,
          ]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}
