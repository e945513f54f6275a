import type { Option, Verb } from './verb.ts';

/** An option as it is written: `--timeline=<adjustment>`, `--priority=<critical|high|medium|low>`, `--[no-]monitor`, `-C <DIR>`. */
export function optionUsage({ name, short, value, choices, fallback }: Option): string {
  const long =
    value === null ? `--${fallback === 'off' ? '' : '[no-]'}${name}` : `--${name}=<${choices?.join('|') ?? value}>`;
  if (!short) return long;
  return value === null ? `-${short}, ${long}` : `-${short} <${value}>, ${long}`;
}

/** `update [ID] [options]`. */
export function verbUsage({ name, args, options }: Verb): string {
  const words = args.map((arg) => (arg.required ? arg.name : `[${arg.name}]`));
  return [name, ...words, ...(options.length > 0 ? ['[options]'] : [])].join(' ');
}
