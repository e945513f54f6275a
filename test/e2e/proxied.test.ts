import { describe, expect, it } from 'vitest';
import { type ForwardProxy, startForwardProxy } from '../io/github/forward-proxy.ts';
import { runAction } from './runner.ts';
import { type Stage, stage } from './stage.ts';

const dispatch = (at: Stage, env: Record<string, string>) =>
  runAction(at.github, at.workspace, {
    owner: at.owner,
    repo: at.name,
    token: at.token,
    actor: 'wanda',
    name: 'workflow_dispatch',
    payload: { repository: { name: at.name, default_branch: 'main', owner: { login: at.owner } } },
    inputs: { command: 'update M05 --timeline=+1d' },
    env,
  });

async function behind(check: (at: Stage, proxy: ForwardProxy) => Promise<void>): Promise<void> {
  const [at, proxy] = await Promise.all([stage(), startForwardProxy()]);
  try {
    await check(at, proxy);
  } finally {
    await Promise.all([at.close(), proxy.close()]);
  }
}

describe('a runner behind a proxy', () => {
  it('reaches the API and git through it', () =>
    behind(async (at, proxy) => {
      const result = await dispatch(at, { http_proxy: proxy.url, HTTP_PROXY: proxy.url });
      expect([result.code, result.outputs['outcome']], result.log).toEqual([0, 'applied']);
      const { host } = new URL(at.github.url);
      expect(proxy.seen).toContain(`CONNECT ${host}`);
      expect(proxy.seen).toContain(`POST ${at.github.url}/${at.owner}/${at.name}.git/git-receive-pack`);
    }));

  it('leaves the proxy alone for what NO_PROXY names', () =>
    behind(async (at, proxy) => {
      const env = { http_proxy: proxy.url, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
      const result = await dispatch(at, env);
      expect([result.code, result.outputs['outcome'], proxy.seen]).toEqual([0, 'applied', []]);
    }));
});
