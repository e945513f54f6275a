import type { ErrorCode } from 'yaml';

/** What a YAML error means to somebody who does not know the grammar, and how to mend it. */
export const SYNTAX: Record<ErrorCode, readonly [message: string, hint: string]> = {
  ALIAS_PROPS: ['an alias carries an anchor or a tag', 'Write only *name.'],
  BAD_ALIAS: ['an alias or anchor has a name that cannot be', 'Put quotes around text that starts with * or &.'],
  BAD_COLLECTION_TYPE: ['a tag does not fit its value', 'Remove the !tag.'],
  BAD_DIRECTIVE: ['a line that starts with % is not understood', 'Remove the line.'],
  BAD_DQ_ESCAPE: [
    'a backslash in double quotes is not followed by a known escape',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
  BAD_INDENT: ['the indentation does not fit', 'Align the line with its neighbours, and close every [ and {.'],
  BAD_PROP_ORDER: ['an anchor or tag stands in the wrong place', 'Put it directly before its value.'],
  BAD_SCALAR_START: ['text starts with a character that YAML reserves', 'Put the text in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'a mapping starts in the middle of a line',
    'Text that contains ": " needs quotes; a nested key goes on its own line, indented.',
  ],
  BLOCK_IN_FLOW: ['a block stands inside [ ] or { }', 'Write it as [a, b] or {key: value}.'],
  DUPLICATE_KEY: ['a key stands here a second time', 'Keep one of the two.'],
  IMPOSSIBLE: ['this is not YAML', 'Compare the lines above with a file that works.'],
  KEY_OVER_1024_CHARS: ['a key is longer than 1024 characters', 'Check for a missing line break or quote.'],
  MISSING_CHAR: ['something is left out', 'Check for a missing closing quote, bracket, colon or comma.'],
  MULTILINE_IMPLICIT_KEY: [
    'a line has no colon after its key',
    'Write `key: value`, or indent text that continues a value.',
  ],
  MULTIPLE_ANCHORS: ['a value has two anchors', 'Keep one &name.'],
  MULTIPLE_DOCS: ['the file holds several documents', 'Keep one document: remove the `---` line, or split the file.'],
  MULTIPLE_TAGS: ['a value has two tags', 'Remove the !tags.'],
  NON_STRING_KEY: ['a key is not plain text', 'Write each key as a word before a colon.'],
  RESOURCE_EXHAUSTION: ['the file is nested too deeply', 'Flatten the structure.'],
  TAB_AS_INDENT: ['a tab is used for indentation', 'Indent with spaces.'],
  TAG_RESOLVE_FAILED: ['a tag means nothing here', 'Remove the !tag.'],
  UNEXPECTED_TOKEN: [
    'something stands where it cannot',
    'Text with quotes, colons or dashes inside may need quotes around it.',
  ],
};
