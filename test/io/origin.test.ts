import { describe, expect, it } from 'vitest';
import { originOf } from '../../src/io/github/origin.ts';

describe('the repository that a remote names', () => {
  it.each([
    ['https://github.com/octo/demo.git', 'github.com'],
    ['https://github.com/octo/demo', 'github.com'],
    ['https://x-access-token:secret@github.com/octo/demo.git', 'github.com'],
    ['git@github.com:octo/demo.git', 'github.com'],
    ['ssh://git@ghe.example.org/octo/demo.git', 'ghe.example.org'],
    ['http://127.0.0.1:4000/octo/demo.git', '127.0.0.1:4000'],
  ])('is found in %s', (url, host) => {
    expect(originOf(url)).toEqual({ host, owner: 'octo', repo: 'demo' });
  });

  it.each(['/srv/git/demo.git', 'https://example.org/demo.git', ''])('is not in %j', (url) => {
    expect(originOf(url)).toBeNull();
  });
});
