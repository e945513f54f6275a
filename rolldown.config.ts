import { defineConfig } from 'rolldown';
import { jsonSchemas } from './src/model/json-schema.ts';

/** dist/ is committed, so it must come out the same on every machine: no hashes, no minification, no paths. */
export default defineConfig({
  input: { action: 'src/action.ts', cli: 'src/cli.ts' },
  platform: 'node',
  // Of GitHub's toolkit only inputs, outputs and the event are used; its HTTP clients would be loaded by every run for nothing.
  treeshake: {
    moduleSideEffects: [{ test: /node_modules[\\/](@actions|undici|tunnel)[\\/]/, sideEffects: false }],
  },
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
    // Few, well-named files: what only some commands need stays apart, the rest loads in one go.
    codeSplitting: {
      groups: [
        { name: 'yaml', test: /node_modules[\\/]yaml[\\/]/ },
        { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
        { name: 'temporal', test: /node_modules[\\/]temporal/ },
        { name: 'model', test: /src[\\/](model|store)[\\/]/ },
        { name: 'analysis', test: /src[\\/]analysis[\\/]|node_modules[\\/]pure-rand/ },
        { name: 'command', test: /src[\\/]command[\\/]/ },
        { name: 'render', test: /src[\\/]render[\\/]|node_modules[\\/]markdown-table/ },
        { name: 'io', test: /src[\\/]io[\\/](?!github)/ },
        { name: 'change', test: /src[\\/](change[\\/]|run[\\/.])/ },
      ],
    },
  },
});
