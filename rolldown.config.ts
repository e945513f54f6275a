import { defineConfig } from 'rolldown';
import { jsonSchemas } from './src/model/json-schema.ts';

/** dist/ is committed, so it must come out the same on every machine: no hashes, no minification, no paths. */
export default defineConfig({
  input: { action: 'src/action.ts', cli: 'src/cli.ts' },
  platform: 'node',
  treeshake: true,
  plugins: [
    {
      name: 'json-schemas',
      generateBundle() {
        for (const [name, source] of Object.entries(jsonSchemas())) {
          this.emitFile({ type: 'asset', fileName: `schema/${name}`, source });
        }
      },
    },
  ],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: false,
    cleanDir: true,
  },
});
