import { type Repository, RepositoryError } from '../io/repository.ts';
import { codeSpan } from '../model/code-span.ts';
import type { StoreFile } from '../model/state.ts';

const STORE = /^(?:config\.ya?ml$|(?:active|completed|archive|sessions|logs|templates|state)\/)/;

/** True if these are the files of a store, and not of any other folder. */
export function isStore(files: readonly Pick<StoreFile, 'path'>[]): boolean {
  return files.some(({ path }) => STORE.test(path));
}

/** What is wrong with a path that leads to no store: a new one is founded by people, never by a mistyped path. */
export function noStore(storeDir: string, branch: string): RepositoryError {
  return new RepositoryError(
    `There is no store in ${codeSpan(storeDir)} on ${branch}`,
    'Mend the input `path` of the Action, or set the store up with `git milestone init` and push it.',
  );
}

/** The same repository, which refuses to be read where it holds no store. */
export function founded(repository: Repository, branch: string): Repository {
  return {
    ...repository,
    async snapshot() {
      const snapshot = await repository.snapshot();
      if (!isStore(snapshot.files)) throw noStore(repository.storeDir, branch);
      return snapshot;
    },
  };
}
