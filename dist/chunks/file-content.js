// src/io/file-content.ts
const MAX_FILE_BYTES = 1048576;
const decoder = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** The bytes of a store file as text, or why they are not: over the size limit, or not UTF-8. A byte-order mark stays. */
function toStoreFile(path, bytes) {
	if (bytes.length > 1048576) return {
		path,
		kind: "too-large"
	};
	try {
		return {
			path,
			kind: "text",
			text: decoder.decode(bytes)
		};
	} catch {
		return {
			path,
			kind: "not-utf8"
		};
	}
}
/** Only these are part of the store; other files beside them are people's own business and are not read. */
function isStoreText(path) {
	return /\.(ya?ml)$/i.test(path);
}
/** A link or a submodule of this name may stand for a folder of the store, whose files would then be missed in silence. */
function mayHideFiles(path) {
	return !/[^/]\.[^/.]+$/.test(path);
}

export { toStoreFile as i, isStoreText as n, mayHideFiles as r, MAX_FILE_BYTES as t };