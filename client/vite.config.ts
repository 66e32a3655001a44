import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:5000';

// React's API, Preact's weight: the first view loads over poor lines too.
const preact = [
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/test-utils$/, replacement: 'preact/test-utils' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
];

export default defineConfig({
  resolve: { alias: preact },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/hub': { target: server, ws: true } },
  },
  build: {
    outDir: '../src/IomSessions.Server/wwwroot',
    emptyOutDir: true,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // "use client" means nothing outside a server that renders; radix writes it into every file.
      onwarn: (warning, warn) => void (warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning)),
    },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // The libraries must see the same Preact as our own code.
    server: { deps: { inline: [/radix/, /dnd-kit/, /testing-library/, /lingui/, /floating-ui/, /react-remove-scroll/, /react-style-singleton/, /use-/] } },
  },
});
