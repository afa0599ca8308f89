import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk's screens, for the browser. */
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: 'dist/desk',
    manifest: true,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: 'src/desk/main.tsx' },
  },
})
