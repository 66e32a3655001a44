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

// Under Node these would be taken in their CommonJS builds, which require a React that nobody else here uses.
const modules = [
  { find: /^@testing-library\/react$/, replacement: '@testing-library/react/dist/@testing-library/react.esm.js' },
  { find: /^(react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar)$/, replacement: '$1/dist/es2015/index.js' },
  { find: /^@dnd-kit\/(core|accessibility|utilities)$/, replacement: '@dnd-kit/$1/dist/$1.esm.js' },
  { find: /^react-remove-scroll-bar\/constants$/, replacement: 'react-remove-scroll-bar/dist/es2015/constants.js' },
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
    alias: modules,
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // A whole screen is driven as a person would; on a busy machine the default of five seconds says nothing about the product.
    testTimeout: 20_000,
    // The libraries must see the same Preact as our own code.
    server: { deps: { inline: [/radix/, /dnd-kit/, /testing-library/, /lingui/, /floating-ui/, /react-remove-scroll/, /react-style-singleton/, /use-/] } },
  },
});
