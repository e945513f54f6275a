// src/io/repository.ts
/** The repository cannot be used as asked, for a reason a person can mend. */
var RepositoryError = class extends Error {
	hint;
	constructor(message, hint) {
		super(message);
		this.name = "RepositoryError";
		this.hint = hint;
	}
};

export { RepositoryError as t };