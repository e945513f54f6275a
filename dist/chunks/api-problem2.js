import { W as RepositoryError } from "./io.js";

// src/io/github/api-problem.ts
/** What GraphQL answered instead of data; empty for any other error. */
function graphqlErrors(error) {
	const { errors, status } = error ?? {};
	return Array.isArray(errors) && status === void 0 ? errors : [];
}
/** The HTTP status of a failed request; 500 also where no answer came. Undefined for any other error. */
function statusOf(error) {
	const { status } = error ?? {};
	return typeof status === "number" ? status : void 0;
}
/** True if GitHub asks to come back later. */
function isLimit(error) {
	if (graphqlErrors(error).some(({ type }) => type === "RATE_LIMITED")) return true;
	const status = statusOf(error);
	const { message } = error ?? {};
	return status === 429 || (status === 403 || status === void 0) && /\brate limit/i.test(String(message));
}
const PERMISSIONS = "Grant the job `permissions:` of `contents: write`, `issues: write` and `pull-requests: write`.";
/** A failed GitHub request as something a person can mend; undefined for any other error. */
function apiProblem(error) {
	const { status, message, request } = error ?? {};
	const refused = graphqlErrors(error);
	if (refused.length > 0) {
		const what = `GitHub answered a GraphQL query: ${refused.map((one) => one.message).join("; ")}`;
		if (isLimit(error)) return new RepositoryError(what, "Wait until the limit has been reset, and run the job again.");
		return refused.some(({ type }) => type === "FORBIDDEN") ? new RepositoryError(what, PERMISSIONS) : void 0;
	}
	if (typeof status !== "number" || request === void 0) return void 0;
	const what = `GitHub answered ${status} to ${request.method ?? ""} ${(request.url ?? "").split("?")[0] ?? ""}: ${String(message)}`;
	if (isLimit(error)) return new RepositoryError(what, "Wait until the limit has been reset, and run the job again.");
	if (status === 401) return new RepositoryError(what, "Give a token that is still valid.");
	if (status === 403) return new RepositoryError(what, PERMISSIONS);
	if (status >= 500) return new RepositoryError(what, "Wait until GitHub is well again.");
}

export { statusOf as i, graphqlErrors as n, isLimit as r, apiProblem as t };