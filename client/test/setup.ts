import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '../src/messages';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
