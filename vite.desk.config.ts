import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Once here is enough: the smallest form of the editor takes seconds, during which a server would answer nobody. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (!/\.(js|css|svg)$/.test(name)) continue
      const file = join(dir!, name)
      const plain = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(plain))
      writeFileSync(`${file}.gzip`, gzipSync(plain, { level: 9 }))
    }
  },
}

/** The desk's screens, for the browser. */
export default defineConfig({
  base: '/desk/',
  plugins: [react(), packed],
  build: {
    outDir: 'dist/desk',
    manifest: true,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: {
      input: 'src/desk/main.tsx',
      // A shape that no screen looks at is left out, and with the last of them the library that makes them.
      treeshake: { manualPureFunctions: ['z'] },
    },
  },
})
