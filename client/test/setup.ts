import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '../src/messages';
import { options } from 'preact';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

// Effects that are still due when a screen has been left must not ask for a window that is gone, as Preact's own frames do.
(options as { requestAnimationFrame?: (run: () => void) => void }).requestAnimationFrame = (run) => void setTimeout(run);
